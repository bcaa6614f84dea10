import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { instantOf } from '../../../src/core/clock.ts'
import { databaseFile, openDatabase } from '../../../src/main/commands/open.ts'
import { transaction } from '../../../src/main/store/database.ts'
import { keptBackups } from '../../../src/main/store/kept-backups.ts'
import { ensureLocation } from '../../../src/main/store/location.ts'
import { createBackupWriter } from '../../../src/main/workers/backup-writer.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const WORKER = fileURLToPath(new URL('../../../src/main/workers/write-backup.ts', import.meta.url))

function requestIn(dataFolder: string) {
  return {
    database: databaseFile(dataFolder),
    attachments: join(dataFolder, 'attachments'),
    folder: join(dataFolder, 'backups'),
    at: instantOf(0),
    kind: 'daily' as const,
    keep: 1
  }
}

it('writes a backup in a thread of its own while the station writes', async () => {
  const dataFolder = temporaryFolder()
  const db = openDatabase(dataFolder)
  const writer = createBackupWriter(WORKER)
  onTestFinished(async () => {
    await writer.close()
    db.close()
  })
  let places = 0
  const scans = setInterval(() => transaction(db, () => ensureLocation(db, `B-${(places += 1)}`)), 2)
  expect(await writer.write(requestIn(dataFolder))).toEqual([])
  clearInterval(scans)
  expect(places).toBeGreaterThan(0)
  expect(keptBackups(join(dataFolder, 'backups'))).toHaveLength(1)
})

it('says in words why there is no backup', async () => {
  const dataFolder = temporaryFolder()
  const writer = createBackupWriter(WORKER)
  onTestFinished(() => writer.close())
  await expect(writer.write(requestIn(dataFolder))).rejects.toThrow('There is no database')
})
