import type { Instant } from '../../core/clock.ts'
import type { EventSubject, Json } from '../../core/event.ts'
import type { LotId, RowId } from '../../core/ids.ts'
import type { LabelState } from '../../core/printing/label-state.ts'
import type { OrderedEvent } from '../../core/trace/history.ts'
import type { ReadableDb } from './database.ts'
import { all, one } from './statement.ts'

interface StoredEvent extends Omit<OrderedEvent, 'data'> {
  readonly data: string
}

const SELECT_EVENT = `SELECT event.seq, event.at, event.kind AS event, event.operator, event.station, event.data`

/** The newest events that a thing has part in, in the order of their chain. A limit of -1 takes all. */
export function newestEvents(db: ReadableDb, { kind, id }: EventSubject, limit: number): readonly OrderedEvent[] {
  return all<StoredEvent>(
    db,
    `${SELECT_EVENT} FROM event_subject JOIN event USING (seq)
     WHERE event_subject.kind = ? AND event_subject.id = ? ORDER BY event_subject.seq DESC LIMIT ?`,
    kind,
    id,
    limit
  )
    .map(eventOf)
    .reverse()
}

/** How many events a thing has part in, or `most` where there are as many or more. */
export function countEvents(db: ReadableDb, { kind, id }: EventSubject, most: number): number {
  const sql = 'SELECT count(*) AS n FROM (SELECT 1 FROM event_subject WHERE kind = ? AND id = ? LIMIT ?)'
  return one<{ n: number }>(db, sql, kind, id, most)?.n ?? 0
}

/** Events of some kinds that a thing had part in, between two places of the chain: from one on, up to before the other. */
export function eventsBetween(
  db: ReadableDb,
  { kind, id }: EventSubject,
  kinds: readonly string[],
  from: number,
  before: number
): readonly OrderedEvent[] {
  return all<StoredEvent>(
    db,
    `${SELECT_EVENT} FROM event_subject JOIN event USING (seq)
     WHERE event_subject.kind = ? AND event_subject.id = ? AND event_subject.seq >= ? AND event_subject.seq < ?
       AND event.kind IN (SELECT value FROM json_each(?)) ORDER BY event_subject.seq`,
    kind,
    id,
    from,
    before,
    JSON.stringify(kinds)
  ).map(eventOf)
}

/** A time for which a unit was in another. */
export interface Stay {
  readonly parent: RowId
  readonly serial: string
  /** The event that put it in. */
  readonly from: number
  /** The event that took it out; null while it is in. */
  readonly before: number | null
}

/** The units that a unit was in, one after the other, with those that it was taken out of. */
export function staysOf(db: ReadableDb, row: RowId): readonly Stay[] {
  return all<Stay>(
    db,
    `SELECT product.id AS parent, product.serial, installation.seq AS "from",
       (SELECT min(out.seq) FROM movement AS out
          WHERE out.row_id = installation.row_id AND out.kind = 'removed' AND out.seq > installation.seq) AS before
     FROM installation JOIN build ON build.id = build_id AND build.tracking = 'serial'
       JOIN inventory_row AS product ON product.id = build.row_id
     WHERE installation.row_id = ? ORDER BY installation.seq`,
    row
  )
}

/** A step of a label that a person may want to know of. */
export interface LabelStep {
  readonly at: Instant
  readonly operator: string
  readonly label: string
  readonly copy: number
  readonly printer: string
  readonly state: LabelState
  readonly evidence: { readonly [key: string]: Json }
}

/** States that say what came of a label; the ones before are on the way there. */
const OUTCOMES = JSON.stringify(['printed', 'verified', 'failed', 'unknown', 'void'])

/** What came of the labels of a row or a lot, oldest first. */
export function labelOutcomes(
  db: ReadableDb,
  of: { readonly row: RowId } | { readonly lot: LotId }
): readonly LabelStep[] {
  const column = 'row' in of ? 'row_id' : 'lot_id'
  return all<Omit<LabelStep, 'evidence'> & { readonly evidence: string }>(
    db,
    `SELECT label_step.at, label_step.operator, label, copy, printer, label_step.state, label_step.evidence
     FROM label JOIN label_step ON label_id = label.id
     WHERE label.${column} = ? AND label_step.state IN (SELECT value FROM json_each(?)) ORDER BY label_step.id`,
    'row' in of ? of.row : of.lot,
    OUTCOMES
  ).map((step) => ({ ...step, evidence: JSON.parse(step.evidence) as { readonly [key: string]: Json } }))
}

function eventOf(event: StoredEvent): OrderedEvent {
  return { ...event, data: JSON.parse(event.data) as { readonly [key: string]: Json } }
}
