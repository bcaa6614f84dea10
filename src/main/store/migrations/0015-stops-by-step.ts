import type { WritableDb } from '../database.ts'

/**
 * The first step of labels that belongs to a stop, so that a clock which is set back leaves no label out of its question.
 *
 * For a stop that waits already, it is the first step to `unknown` since by the clock, as it was until now.
 */
export function stopsByStep(db: WritableDb): void {
  db.exec(`
    ALTER TABLE print_stop ADD COLUMN from_step INTEGER NOT NULL DEFAULT 0;

    UPDATE print_stop SET from_step = (
      SELECT ifnull(min(label_step.id), (SELECT ifnull(max(id), 0) + 1 FROM label_step))
      FROM label JOIN label_step ON label_step.label_id = label.id AND label_step.state = 'unknown'
      WHERE label.state = 'unknown' AND label.printer = print_stop.printer AND label.at >= print_stop.at
        AND label_step.at >= print_stop.at
    );
  `)
}
