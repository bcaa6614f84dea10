import { verifyStore } from '../store/verify.ts'
import { reading } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'
import { textTable, visible } from './text-table.ts'

export async function verify(dataFolder: string): Promise<CommandResult> {
  const result = await reading(dataFolder, verifyStore)
  const { checked, problems } = result
  const counts = Object.entries(checked)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
  if (result.ok) return done(result, `Everything agrees: ${counts}.`)
  const table = textTable(problems, ['rule', 'subject', 'found', 'expected'], '')
  return refusedCommand(result, `${problems.length} problems in ${visible(counts)}:\n${table}`)
}
