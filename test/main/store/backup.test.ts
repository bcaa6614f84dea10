import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { instantOf } from '../../../src/core/clock.ts'
import { databaseFile, openDatabase } from '../../../src/main/commands/open.ts'
import { backUp, type BackupOrder } from '../../../src/main/store/backup.ts'
import { openReadable, transaction } from '../../../src/main/store/database.ts'
import { ensureLocation, findLocation } from '../../../src/main/store/location.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const AT = instantOf(Date.parse('2026-11-23T10:00:00Z'))

const orderIn = (folder: string): BackupOrder => ({
  database: databaseFile(folder),
  attachments: join(folder, 'attachments'),
  folder: join(folder, 'backups'),
  at: AT
})

it('leaves one file that holds what was committed, and nothing beside it', async () => {
  const folder = temporaryFolder()
  const db = openDatabase(folder)
  try {
    transaction(db, () => ensureLocation(db, 'A-01'))
    const { file } = await backUp(orderIn(folder))
    expect(readdirSync(join(folder, 'backups')).map((name) => join(folder, 'backups', name))).toEqual([file])
    const copy = openReadable(file)
    try {
      expect(findLocation(copy, 'A-01')).toMatchObject({ code: 'A-01' })
    } finally {
      copy.close()
    }
  } finally {
    db.close()
  }
})

it('never writes over a backup that is there', async () => {
  const folder = temporaryFolder()
  const db = openDatabase(folder)
  try {
    const { file } = await backUp(orderIn(folder))
    await expect(backUp(orderIn(folder))).rejects.toThrow(/exists already/)
    expect(readdirSync(join(folder, 'backups')).map((name) => join(folder, 'backups', name))).toEqual([file])
  } finally {
    db.close()
  }
})

it('ends while the station goes on writing, and holds what was there when it began', async () => {
  const folder = temporaryFolder()
  const db = openDatabase(folder)
  try {
    db.exec('CREATE TABLE filling (bytes BLOB)')
    transaction(db, () => {
      for (let row = 0; row < 4; row += 1) db.prepare('INSERT INTO filling VALUES (zeroblob(1e6))').run()
      ensureLocation(db, 'A-01')
    })
    let written = 0
    const write = () => {
      ensureLocation(db, `B-${written}`)
      written += 1
    }
    const scans = setInterval(write, 0)
    const { file } = await backUp(orderIn(folder))
    clearInterval(scans)
    expect(written).toBeGreaterThan(0)
    const copy = openReadable(file)
    try {
      expect(findLocation(copy, 'A-01')).toBeDefined()
      expect(findLocation(copy, 'B-0')).toBeUndefined()
    } finally {
      copy.close()
    }
  } finally {
    db.close()
  }
})
