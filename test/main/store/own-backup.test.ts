import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { instantOf } from '../../../src/core/clock.ts'
import { databaseFile, openDatabase } from '../../../src/main/commands/open.ts'
import { keptBackups } from '../../../src/main/store/kept-backups.ts'
import { writeOwnBackup, type OwnBackupOrder } from '../../../src/main/store/own-backup.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const DAY = 86_400_000

function storeWith(): { readonly folder: string; readonly order: (day: number, keep?: number) => OwnBackupOrder } {
  const dataFolder = temporaryFolder()
  openDatabase(dataFolder).close()
  const folder = join(dataFolder, 'backups')
  const order = (day: number, keep = 2): OwnBackupOrder => ({
    database: databaseFile(dataFolder),
    attachments: join(dataFolder, 'attachments'),
    folder,
    at: instantOf(day * DAY),
    kind: 'daily',
    keep
  })
  return { folder, order }
}

const names = (folder: string) => readdirSync(folder).toSorted()

it('keeps the newest of its kind, and leaves those that people wrote', async () => {
  const { folder, order } = storeWith()
  mkdirSync(folder)
  writeFileSync(join(folder, 'dockside-1970-01-01T00-00-00-000Z.db'), 'by hand')
  writeFileSync(join(folder, 'dockside-1970-01-01T00-00-00-000Z-before-update.db'), 'before')
  for (const day of [1, 2, 3]) await writeOwnBackup(order(day))
  expect(names(folder)).toEqual([
    'dockside-1970-01-01T00-00-00-000Z-before-update.db',
    'dockside-1970-01-01T00-00-00-000Z.db',
    'dockside-1970-01-03T00-00-00-000Z-daily.db',
    'dockside-1970-01-04T00-00-00-000Z-daily.db'
  ])
  expect(keptBackups(folder)[0]).toMatchObject({ at: '1970-01-04T00:00:00.000Z', kind: 'daily' })
})

it('never throws away the one that it has just written, also after the clock was set back', async () => {
  const { folder, order } = storeWith()
  for (const day of [8, 9, 3]) await writeOwnBackup(order(day))
  expect(names(folder)).toEqual([
    'dockside-1970-01-04T00-00-00-000Z-daily.db',
    'dockside-1970-01-10T00-00-00-000Z-daily.db'
  ])
})

it('is not begun where the disk would be left too full for the station, and says how much there has to be', async () => {
  const { folder, order } = storeWith()
  await expect(writeOwnBackup(order(1), () => 100 * 1024 * 1024)).rejects.toThrow(/100 MB are free, \d+ MB are needed/)
  expect(keptBackups(folder)).toEqual([])
})

it('takes away what one that was cut off had begun', async () => {
  const { folder, order } = storeWith()
  mkdirSync(folder)
  writeFileSync(join(folder, 'dockside-1970-01-01T00-00-00-000Z-daily.db.part'), 'half')
  writeFileSync(join(folder, 'dockside-1970-01-01T00-00-00-000Z-daily.db.part-journal'), 'half')
  await writeOwnBackup(order(1))
  expect(names(folder)).toEqual(['dockside-1970-01-02T00-00-00-000Z-daily.db'])
})
