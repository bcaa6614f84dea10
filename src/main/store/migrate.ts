import { StationError } from '../../core/errors.ts'
import { transaction, type ReadableDb, type WritableDb } from './database.ts'

export interface Migration {
  readonly version: number
  readonly up: (db: WritableDb) => void
}

/** The schema's version in a file; 0 for a new one. */
export function schemaVersion(db: ReadableDb): number {
  return db.pragma('user_version', { simple: true }) as number
}

/** Throws when a file was written by a newer program, whose rules this one does not know. */
export function refuseFuture(db: ReadableDb, newest: number): void {
  const version = schemaVersion(db)
  if (version > newest) {
    throw new StationError(
      'database-from-future',
      `The database ${db.name} was written by a newer Dockside (schema ${version}; this one knows ${newest}). It has not been touched. Install the newer version, or restore a backup made before the update.`,
      { details: { version, newest } }
    )
  }
}

/** Throws for a database that has tables and no version of ours: somebody else's file is not built upon. */
function refuseForeign(db: ReadableDb): void {
  if (schemaVersion(db) > 0) return
  const tables = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE type = 'table'").get() as { n: number }
  if (tables.n > 0) {
    throw new StationError(
      'database-corrupt',
      `The database ${db.name} was not made by Dockside. It has not been touched. Choose another data folder with --data.`
    )
  }
}

/** Brings the schema up to the newest version, each migration in a transaction of its own. */
export function migrate(db: WritableDb, migrations: readonly Migration[]): void {
  migrations.forEach(({ version }, index) => {
    if (version !== index + 1) throw new Error(`Migration ${version} is out of order: expected ${index + 1}`)
  })
  refuseFuture(db, migrations.length)
  refuseForeign(db)
  for (const { version, up } of migrations.slice(schemaVersion(db))) {
    transaction(db, () => {
      up(db)
      db.pragma(`user_version = ${version}`)
    })
  }
}
