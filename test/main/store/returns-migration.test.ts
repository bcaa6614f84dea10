import { expect, it } from 'vitest'
import { openInMemory } from '../../../src/main/store/database.ts'
import { migrate } from '../../../src/main/store/migrate.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'

const BEFORE = MIGRATIONS.findIndex(({ up }) => up.name === 'returns')

it('lets a data folder of before send stock back, and keeps its movements, their index and their guards', () => {
  const db = openInMemory()
  try {
    migrate(db, MIGRATIONS.slice(0, BEFORE))
    db.exec(`
      INSERT INTO location VALUES ('DOCK', '');
      INSERT INTO part (id, part_number, tracking, unit, inspection) VALUES (1, 'P', 'untracked', 'pcs', 0);
      INSERT INTO part_revision (part_id, revision, description) VALUES (1, '', '');
      INSERT INTO inventory_row (id, part_id, revision, tracking, location, quantity) VALUES (1, 1, '', 'untracked', 'DOCK', 0);
      INSERT INTO event VALUES (1, '2026-11-23T10:00:00.000Z', 'kim', 'DOCK-1', 'count-received', '[]', '{}', '', '');
      INSERT INTO movement (id, seq, row_id, location, kind, quantity) VALUES (7, 1, 1, 'DOCK', 'received', 5000000);
      UPDATE inventory_row SET quantity = 5000000;
    `)
    expect(() => db.exec("INSERT INTO movement VALUES (8, 1, 1, 'DOCK', 'returned', -1)")).toThrow('CHECK')
    const schema = () =>
      db.prepare("SELECT name FROM sqlite_schema WHERE tbl_name = 'movement' AND type <> 'table' ORDER BY name").all()
    const hanging = schema()
    migrate(db, MIGRATIONS)
    expect(schema()).toEqual(hanging)
    expect(db.prepare('SELECT * FROM movement').all()).toEqual([
      { id: 7, seq: 1, row_id: 1, location: 'DOCK', kind: 'received', quantity: 5_000_000 }
    ])
    db.exec("INSERT INTO movement VALUES (8, 1, 1, 'DOCK', 'returned', -1)")
    expect(() => db.exec('DELETE FROM movement')).toThrow('never deleted')
    expect(() => db.exec('UPDATE movement SET quantity = 1')).toThrow('never changed')
    expect(db.pragma('foreign_key_check')).toEqual([])
  } finally {
    db.close()
  }
})
