import type { WritableDb } from '../database.ts'

/** Labels that were asked for and cannot be found: since when, by whose word, and why. And the few labels that are of commands, by printer. */
export function lostLabels(db: WritableDb): void {
  db.exec(`
    ALTER TABLE label_return ADD COLUMN lost_at TEXT;
    ALTER TABLE label_return ADD COLUMN lost_by TEXT;
    ALTER TABLE label_return ADD COLUMN lost_reason TEXT;

    DROP INDEX label_return_open;
    CREATE INDEX label_return_open ON label_return (label_id) WHERE returned_at IS NULL AND lost_at IS NULL;

    CREATE INDEX label_of_command ON label (printer, id) WHERE kind = 'command';
  `)
}
