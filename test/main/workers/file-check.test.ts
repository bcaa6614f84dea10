import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../src/main/commands/open.ts'
import { startFileCheck } from '../../../src/main/workers/file-check.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const WORKER = fileURLToPath(new URL('../../../src/main/workers/check-file.ts', import.meta.url))

function check(file: string) {
  const checking = startFileCheck(WORKER, file)
  onTestFinished(() => checking.close())
  return checking.problems
}

function newDatabase(): string {
  const folder = temporaryFolder()
  const db = openDatabase(folder)
  db.exec("INSERT INTO supplier (name) VALUES ('Nordwerk'), ('Ostwerk'), ('Westwerk')")
  db.pragma('journal_mode = DELETE')
  db.close()
  return join(folder, 'dockside.db')
}

describe('the check of a database file in a thread of its own', () => {
  it('finds nothing wrong with a whole file', async () => {
    expect(await check(newDatabase())).toEqual([])
  })

  it('names an index that does not hold what its table holds', async () => {
    const file = newDatabase()
    const bytes = readFileSync(file)
    // The table and its index of names both hold it; the last copy is the index’s.
    bytes.write('Mordwerk', bytes.lastIndexOf('Nordwerk'))
    writeFileSync(file, bytes)
    const problems = await check(file)
    expect(problems[0]).toMatchObject({ rule: 'the file is whole', subject: 'database', expected: 'ok' })
  })

  it('says of a file that is no database what the program would say', async () => {
    const file = newDatabase()
    writeFileSync(file, 'this is no database'.repeat(500))
    await expect(check(file)).rejects.toMatchObject({ code: 'database-corrupt' })
  })
})
