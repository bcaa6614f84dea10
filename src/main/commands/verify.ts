import { attachmentFolder } from '../store/attachment-files.ts'
import { verifyStore, type Problem, type Verification } from '../store/verify.ts'
import { attachmentProblems } from '../store/verify/attachments.ts'
import { reading } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'
import { textTable, visible } from './text-table.ts'

export async function verify(dataFolder: string): Promise<CommandResult> {
  const result = await reading(dataFolder, (db) =>
    withProblems(verifyStore(db), attachmentProblems(db, attachmentFolder(dataFolder)))
  )
  const { checked, problems } = result
  const counts = Object.entries(checked)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
  if (result.ok) return done(result, `Everything agrees: ${counts}.`)
  const table = textTable(problems, ['rule', 'subject', 'found', 'expected'], '')
  return refusedCommand(result, `${problems.length} problems in ${visible(counts)}:\n${table}`)
}

function withProblems(result: Verification, more: readonly Problem[]): Verification {
  return { ...result, ok: result.ok && more.length === 0, problems: [...result.problems, ...more] }
}
