import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { instantOf } from '../../../src/core/clock.ts'
import { openDatabase } from '../../../src/main/commands/open.ts'
import { backUp } from '../../../src/main/store/backup.ts'
import { openReadable, transaction } from '../../../src/main/store/database.ts'
import { ensureLocation, findLocation } from '../../../src/main/store/location.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const AT = instantOf(Date.parse('2026-11-23T10:00:00Z'))

it('leaves one file that holds what was committed, and nothing beside it', async () => {
  const folder = temporaryFolder()
  const db = openDatabase(folder)
  try {
    transaction(db, () => ensureLocation(db, 'A-01'))
    const { file } = await backUp(db, join(folder, 'attachments'), join(folder, 'backups'), AT)
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
    const { file } = await backUp(db, join(folder, 'attachments'), join(folder, 'backups'), AT)
    await expect(backUp(db, join(folder, 'attachments'), join(folder, 'backups'), AT)).rejects.toThrow(/exists already/)
    expect(readdirSync(join(folder, 'backups')).map((name) => join(folder, 'backups', name))).toEqual([file])
  } finally {
    db.close()
  }
})
