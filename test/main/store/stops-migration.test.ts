import { expect, it } from 'vitest'
import { openInMemory } from '../../../src/main/store/database.ts'
import { migrate } from '../../../src/main/store/migrate.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { doubtfulLabels, printStops } from '../../../src/main/store/print-stop.ts'

const BEFORE = MIGRATIONS.findIndex(({ up }) => up.name === 'stopsByStep')

it('asks for the same labels of a printer that stopped before as it did then', () => {
  const db = openInMemory()
  try {
    migrate(db, MIGRATIONS.slice(0, BEFORE))
    const label = db.prepare(
      `INSERT INTO label (label, copy, kind, content, printer, state, evidence, at) VALUES (?, 1, 'command', '{}', ?, ?, '{}', ?)`
    )
    const step = db.prepare(
      `INSERT INTO label_step (label_id, at, operator, state, evidence) VALUES (?, ?, 'DOCK-1', ?, '{}')`
    )
    for (const [number, printer, state, at] of [
      ['left for later', 'left', 'unknown', '09:00'],
      ['printed', 'left', 'printed', '10:00'],
      ['in doubt', 'left', 'unknown', '10:00'],
      ['another', 'right', 'unknown', '10:00'],
      ['since then', 'left', 'unknown', '11:00']
    ] as const) {
      const { lastInsertRowid } = label.run(number, printer, state, `2026-11-23T${at}:00.000Z`)
      for (const each of ['queued', 'sending', state]) step.run(lastInsertRowid, `2026-11-23T${at}:00.000Z`, each)
    }
    db.exec(`
      INSERT INTO print_stop (printer, at, reason) VALUES ('left', '2026-11-23T10:00:00.000Z', 'Stopped.');
      INSERT INTO print_stop (printer, at, reason) VALUES ('right', '2026-11-23T12:00:00.000Z', 'Nothing in doubt.');
    `)
    migrate(db, MIGRATIONS)
    expect(printStops(db).map((stop) => doubtfulLabels(db, stop).map((row) => row.label))).toEqual([
      ['in doubt', 'since then'],
      []
    ])
  } finally {
    db.close()
  }
})
