import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { databaseFile, writing } from '../../../src/main/commands/open.ts'
import { openReadable, openWritable } from '../../../src/main/store/database.ts'
import { keptBackups } from '../../../src/main/store/kept-backups.ts'
import { migrate, schemaVersion } from '../../../src/main/store/migrate.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

function versionOf(file: string): number {
  const db = openReadable(file)
  try {
    return schemaVersion(db)
  } finally {
    db.close()
  }
}

function folderOfVersion(version: number): string {
  const folder = temporaryFolder()
  const db = openWritable(databaseFile(folder))
  migrate(db, MIGRATIONS.slice(0, version))
  db.close()
  return folder
}

const open = (folder: string) => writing(folder, 'a test', () => undefined)

it('copies the database of an older version into the backups before it is brought up to date', async () => {
  const before = MIGRATIONS.length - 1
  const folder = folderOfVersion(before)
  await open(folder)
  expect(versionOf(databaseFile(folder))).toBe(MIGRATIONS.length)
  const [backup, ...others] = keptBackups(join(folder, 'backups'))
  expect(others).toEqual([])
  expect(backup?.kind).toBe('before-update')
  expect(versionOf(backup?.file ?? '')).toBe(before)
})

it('copies nothing where there is nothing to bring up to date', async () => {
  const folder = temporaryFolder()
  await open(folder)
  await open(folder)
  expect(existsSync(join(folder, 'backups'))).toBe(false)
})

it('leaves the database as it was where the backup before the update cannot be written', async () => {
  const folder = folderOfVersion(1)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'backups'), 'a file where the folder should be')
  await expect(open(folder)).rejects.toThrow('was not brought up to date, because no backup could be made before')
  expect(versionOf(databaseFile(folder))).toBe(1)
})
