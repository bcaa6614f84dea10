import { statSync } from 'node:fs'
import { attachmentFolder } from '../store/attachment-files.ts'
import type { ReadableDb } from '../store/database.ts'
import { verifyContents, verifyStore, withProblems, type Verification } from '../store/verify.ts'
import { attachmentProblems } from '../store/verify/attachments.ts'
import { workerFile } from '../worker-file.ts'
import { startFileCheck } from '../workers/file-check.ts'
import { databaseFile, reading } from './open.ts'
import { done, refusedCommand, type CommandResult } from './result.ts'
import { textTable, visible } from './text-table.ts'

/** From this size on, SQLite checks the file in a thread of its own. A smaller one is checked before a thread has started. */
const OWN_THREAD_FROM_BYTES = 64 * 2 ** 20

export async function verify(dataFolder: string, programFolder: string): Promise<CommandResult> {
  const result = await reading(dataFolder, async (db) =>
    withProblems(
      await verifyWhole(db, databaseFile(dataFolder), programFolder),
      attachmentProblems(db, attachmentFolder(dataFolder))
    )
  )
  const { checked, problems } = result
  const counts = Object.entries(checked)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
  if (result.ok) return done(result, `Everything agrees: ${counts}.`)
  const table = textTable(problems, ['rule', 'subject', 'found', 'expected'], '')
  return refusedCommand(result, `${problems.length} problems in ${visible(counts)}:\n${table}`)
}

async function verifyWhole(db: ReadableDb, file: string, programFolder: string): Promise<Verification> {
  if (statSync(file).size < OWN_THREAD_FROM_BYTES) return verifyStore(db)
  const check = startFileCheck(workerFile(programFolder, 'check-file'), file)
  try {
    return withProblems(verifyContents(db), await check.problems)
  } finally {
    await check.close()
  }
}
