import { join } from 'node:path'
import { openReadable } from '../../src/main/store/database.ts'

/** All that a station holds, a list of rows for each table, without the times. */
export type Picture = Readonly<Record<string, readonly unknown[]>>

/** What depends on when and how fast something was done, and not on what was done. */
const NOT_COMPARED = {
  tables: ['scan', 'scan_scanner', 'stock_indexed', 'label_step', 'event_subject', 'print_stop', 'torn_label'],
  columns: [
    'at',
    'hash',
    'previous_hash',
    'opened_at',
    'closed_at',
    'started_at',
    'finished_at',
    'state',
    'evidence',
    'zpl'
  ]
}

/** Tables that keep their states, other than the print ledger: its states follow the printer. */
const STATES_COUNT = ['stock_count']

export function pictureOf(dataFolder: string): Picture {
  const db = openReadable(join(dataFolder, 'dockside.db'))
  try {
    const tables = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`
      )
      .all() as readonly { readonly name: string }[]
    return Object.fromEntries(
      tables
        .filter(({ name }) => !NOT_COMPARED.tables.includes(name))
        .map(({ name }) => [
          name,
          db
            .prepare(`SELECT ${columnsOf(name)} FROM ${name} ORDER BY ${columnsOf(name)}`)
            .raw()
            .all()
        ])
    )

    function columnsOf(table: string): string {
      const columns = db.prepare('SELECT name FROM pragma_table_info(?)').all(table) as readonly { name: string }[]
      return columns
        .map(({ name }) => name)
        .filter((name) => !NOT_COMPARED.columns.includes(name) || (name === 'state' && STATES_COUNT.includes(table)))
        .map((name) => `"${name}"`)
        .join(', ')
    }
  } finally {
    db.close()
  }
}

/** The scans that have an answer, in order: what was scanned, and the sound that it made. */
export function answeredScans(dataFolder: string): readonly { readonly text: string; readonly outcome: string }[] {
  const db = openReadable(join(dataFolder, 'dockside.db'))
  try {
    return db
      .prepare(
        `SELECT CAST(raw AS TEXT) AS text, outcome FROM scan
         WHERE outcome IS NOT NULL AND meaning <> 'not understood' ORDER BY id`
      )
      .all() as readonly { readonly text: string; readonly outcome: string }[]
  } finally {
    db.close()
  }
}
