import type { Instant } from '../../core/clock.ts'
import type { Json } from '../../core/event.ts'
import type { LabelId } from '../../core/ids.ts'
import type { LabelState } from '../../core/printing/label-state.ts'
import type { WritableDb } from './database.ts'
import { statement } from './statement.ts'

/** What a step of a label rests on, as the ledger keeps it. */
export type Evidence = { readonly [key: string]: Json }

export interface LabelStep {
  readonly state: LabelState
  readonly evidence: Evidence
}

const INSERT_STEP = 'INSERT INTO label_step (label_id, at, operator, state, evidence) VALUES (?, ?, ?, ?, ?)'

/** Keeps a step of a label; the label itself is the caller's to write. */
export function insertStep(
  db: WritableDb,
  id: LabelId,
  at: Instant,
  operator: string,
  state: LabelState,
  evidence: Evidence
): void {
  statement(db, INSERT_STEP).run(id, at, operator, state, JSON.stringify(evidence))
}

/** Keeps the first step of labels that have just been queued, with keys that follow one another. */
export function insertFirstSteps(db: WritableDb, first: LabelId, count: number, operator: string): void {
  statement(
    db,
    `INSERT INTO label_step (label_id, at, operator, state, evidence)
     SELECT id, at, @operator, state, evidence FROM label WHERE id BETWEEN @first AND @first + @count - 1`
  ).run({ first, count, operator })
}

/** Writes the next step of a label. The caller has asked `core/printing` whether it may be taken. */
export function stepLabel(
  db: WritableDb,
  id: LabelId,
  at: Instant,
  operator: string,
  state: LabelState,
  evidence: Evidence
): void {
  statement(db, 'UPDATE label SET state = ?, evidence = ?, at = ? WHERE id = ?').run(
    state,
    JSON.stringify(evidence),
    at,
    id
  )
  insertStep(db, id, at, operator, state, evidence)
}

/** One or more steps of a label at once; the label itself is written once, as it is after the last. */
export function stepLabelThrough(
  db: WritableDb,
  id: LabelId,
  at: Instant,
  operator: string,
  steps: readonly LabelStep[]
): void {
  for (const { state, evidence } of steps.slice(0, -1)) insertStep(db, id, at, operator, state, evidence)
  const last = steps.at(-1)
  if (last) stepLabel(db, id, at, operator, last.state, last.evidence)
}

/** The step to `sending`, with the very bytes that are about to be sent. */
export function stepToSending(
  db: WritableDb,
  id: LabelId,
  at: Instant,
  operator: string,
  zpl: Uint8Array,
  evidence: Evidence
): void {
  const text = JSON.stringify(evidence)
  statement(db, `UPDATE label SET state = 'sending', zpl = ?, evidence = ?, at = ? WHERE id = ?`).run(zpl, text, at, id)
  statement(db, INSERT_STEP).run(id, at, operator, 'sending', text)
}
