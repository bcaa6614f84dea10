import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { StationError } from '../../../src/core/errors.ts'
import { openReadable, openWritable, transaction } from '../../../src/main/store/database.ts'
import { migrate, schemaVersion } from '../../../src/main/store/migrate.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

function failureOf(work: () => unknown): StationError {
  try {
    work()
  } catch (error) {
    if (error instanceof StationError) return error
    throw error
  }
  throw new Error('expected a failure')
}

describe('the database', () => {
  it('keeps each commit through a power cut: synchronous stays FULL after the first write', () => {
    const db = openWritable(join(temporaryFolder(), 'a.db'))
    migrate(db, MIGRATIONS)
    transaction(db, () => db.exec("INSERT INTO location (code, description) VALUES ('A', '')"))
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    db.close()
  })

  it('keeps all of a decision or nothing of it', () => {
    const db = openWritable(':memory:')
    migrate(db, MIGRATIONS)
    expect(() =>
      transaction(db, () => {
        db.exec("INSERT INTO location (code, description) VALUES ('A', '')")
        throw new Error('in the middle')
      })
    ).toThrow('in the middle')
    expect(db.prepare('SELECT count(*) AS n FROM location').get()).toEqual({ n: 0 })
    db.close()
  })

  it('refuses a file that is no database, and leaves it as it is', () => {
    const file = join(temporaryFolder(), 'a.db')
    writeFileSync(file, 'these are the holiday pictures, not a database at all'.repeat(20))
    const before = readFileSync(file)
    expect(failureOf(() => openWritable(file))).toMatchObject({ code: 'database-corrupt' })
    expect(readFileSync(file)).toEqual(before)
  })

  it('refuses a damaged database in words, when a page of it is garbage', () => {
    const file = join(temporaryFolder(), 'a.db')
    const db = openWritable(file)
    migrate(db, MIGRATIONS)
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    const bytes = readFileSync(file)
    bytes.fill(0xff, 100, 4096)
    writeFileSync(file, bytes)
    expect(failureOf(() => migrate(openWritable(file), MIGRATIONS))).toMatchObject({ code: 'database-corrupt' })
    expect(readFileSync(file)).toEqual(bytes)
  })

  it('refuses a database of a newer version, and leaves it as it is', () => {
    const file = join(temporaryFolder(), 'a.db')
    const db = openWritable(file)
    migrate(db, MIGRATIONS)
    db.pragma(`user_version = ${MIGRATIONS.length + 1}`)
    const failure = failureOf(() => migrate(db, MIGRATIONS))
    expect(failure.code).toBe('database-from-future')
    expect(failure.message).toContain('newer Dockside')
    expect(schemaVersion(db)).toBe(MIGRATIONS.length + 1)
    db.close()
  })

  it('says that a full disk has kept nothing of the last step and all before it', () => {
    const db = openWritable(join(temporaryFolder(), 'a.db'))
    migrate(db, MIGRATIONS)
    transaction(db, () => db.exec("INSERT INTO location (code, description) VALUES ('KEPT', '')"))
    const pages = db.pragma('page_count', { simple: true }) as number
    db.pragma(`max_page_count = ${pages}`)
    const failure = failureOf(() =>
      transaction(db, () => {
        const insert = db.prepare('INSERT INTO location (code, description) VALUES (?, ?)')
        for (let index = 0; index < 10_000; index++) insert.run(`L${index}`, 'x'.repeat(200))
      })
    )
    expect(failure.code).toBe('disk-full')
    expect(db.prepare('SELECT code FROM location').all()).toEqual([{ code: 'KEPT' }])
    db.close()
  })

  it('says that a read-only file cannot be written', () => {
    const file = join(temporaryFolder(), 'a.db')
    const db = openWritable(file)
    migrate(db, MIGRATIONS)
    db.close()
    chmodSync(file, 0o444)
    // The superuser writes whatever the file's rights say; a read-only handle fails in the same way for everybody.
    const reader = openReadable(file)
    expect(() => reader.exec('DELETE FROM location')).toThrow(/readonly/)
    reader.close()
  })

  it('reads beside a writer', () => {
    const file = join(temporaryFolder(), 'a.db')
    const writer = openWritable(file)
    migrate(writer, MIGRATIONS)
    const reader = openReadable(file)
    transaction(writer, () => writer.exec("INSERT INTO location (code, description) VALUES ('A', '')"))
    expect(reader.prepare('SELECT count(*) AS n FROM location').get()).toEqual({ n: 1 })
    reader.close()
    writer.close()
  })

  it('tells a folder without a database from an empty one', () => {
    expect(failureOf(() => openReadable(join(temporaryFolder(), 'a.db')))).toMatchObject({ code: 'not-found' })
  })
})

it('does not build upon the database of another program', () => {
  const file = join(temporaryFolder(), 'a.db')
  const db = openWritable(file)
  db.exec('CREATE TABLE holiday_picture (id INTEGER)')
  expect(failureOf(() => migrate(db, MIGRATIONS))).toMatchObject({ code: 'database-corrupt' })
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()).toEqual([{ name: 'holiday_picture' }])
  db.close()
})

describe('a migration', () => {
  it('leaves neither its tables nor its version behind when it fails', () => {
    const db = openWritable(':memory:')
    const failing = {
      version: 1,
      up: () => {
        db.exec('CREATE TABLE half (id INTEGER)')
        throw new Error('cut short')
      }
    }
    expect(() => migrate(db, [failing])).toThrow('cut short')
    expect(schemaVersion(db)).toBe(0)
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([])
    db.close()
  })

  it('must stand in the order of its number', () => {
    const db = openWritable(':memory:')
    expect(() => migrate(db, [{ version: 2, up: () => undefined }])).toThrow('out of order')
    db.close()
  })
})
