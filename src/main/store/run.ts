import type { Day } from '../../core/clock.ts'
import type { EventSeq, LotId, PartId, RunId } from '../../core/ids.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { ReadableDb, WritableDb } from './database.ts'
import { all, one, statement } from './statement.ts'

/** A production order that builds a part at a revision. */
export interface Run {
  readonly id: RunId
  readonly run: string
  readonly partId: PartId
  readonly partNumber: string
  readonly revision: string
  readonly quantity: Quantity
  readonly due: Day | null
  /** The batch of a part that is tracked by lot, from the moment the run starts. */
  readonly lotId: LotId | null
  readonly startedSeq: EventSeq | null
  readonly completedSeq: EventSeq | null
}

const SELECT_RUN = `SELECT run.id, run_no AS run, part_id AS partId, part_number AS partNumber, revision, quantity, due,
    run.lot_id AS lotId, started_seq AS startedSeq, completed_seq AS completedSeq
  FROM run JOIN part ON part.id = part_id`

export function findRun(db: ReadableDb, run: string): Run | undefined {
  return one<Run>(db, `${SELECT_RUN} WHERE run_no = ?`, run)
}

export function runAt(db: ReadableDb, id: RunId): Run | undefined {
  return one<Run>(db, `${SELECT_RUN} WHERE run.id = ?`, id)
}

/** Every run, by its number. */
export function allRuns(db: ReadableDb): readonly Run[] {
  return all<Run>(db, `${SELECT_RUN} ORDER BY run_no`)
}

export type RunRecord = Pick<Run, 'run' | 'partId' | 'revision' | 'quantity' | 'due'>

/** Writes what is to be built, over the run of the same number. */
export function putRun(db: WritableDb, { run, partId, revision, quantity, due }: RunRecord): RunId {
  const row = one<{ id: number }>(
    db,
    `INSERT INTO run (run_no, part_id, revision, quantity, due) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (run_no) DO UPDATE SET part_id = excluded.part_id, revision = excluded.revision,
       quantity = excluded.quantity, due = excluded.due
     RETURNING id`,
    run,
    partId,
    revision,
    quantity,
    due
  )
  if (!row) throw new Error('an upserted run has an id')
  return row.id as RunId
}

/** The run has started, with the lot that it builds where its part is tracked by lot. */
export function startRun(db: WritableDb, run: RunId, seq: EventSeq, lot: LotId | null): void {
  statement(db, 'UPDATE run SET started_seq = ?, lot_id = ? WHERE id = ?').run(seq, lot, run)
}

export function completeRun(db: WritableDb, run: RunId, seq: EventSeq): void {
  statement(db, 'UPDATE run SET completed_seq = ? WHERE id = ?').run(seq, run)
}
