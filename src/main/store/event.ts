import { hash } from 'node:crypto'
import {
  GENESIS_HASH,
  writtenChainText,
  writtenEvent,
  type ChainedEvent,
  type EventDraft,
  type EventSubject,
  type Json,
  type SubjectKind
} from '../../core/event.ts'
import type { Instant } from '../../core/clock.ts'
import type { EventSeq } from '../../core/ids.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

interface EventRow {
  readonly seq: number
  readonly at: string
  readonly operator: string
  readonly station: string
  readonly kind: string
  readonly subjects: string
  readonly data: string
  readonly previous_hash: string
  readonly hash: string
}

export function sha256(text: string): string {
  return hash('sha256', text)
}

/** Writes an event behind the last one. Call it inside the transaction of the decision that it records. */
export function appendEvent(db: WritableDb, draft: EventDraft): EventSeq {
  return appendEvents(db, [draft])
}

/** Writes events behind the last one, in their order, and gives the first: their numbers follow one another. */
export function appendEvents(db: WritableDb, drafts: readonly EventDraft[]): EventSeq {
  const last = one<{ seq: number; hash: string }>(db, 'SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1')
  const first = (last?.seq ?? 0) + 1
  let previousHash = last?.hash ?? GENESIS_HASH
  const insert = statement(
    db,
    `INSERT INTO event (seq, at, operator, station, kind, subjects, data, previous_hash, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  for (const [index, draft] of drafts.entries()) {
    const written = writtenEvent({ ...draft, seq: first + index })
    const hash = sha256(writtenChainText(previousHash, written))
    insert.run(
      written.seq,
      draft.at,
      draft.operator,
      draft.station,
      draft.kind,
      written.subjects,
      written.data,
      previousHash,
      hash
    )
    previousHash = hash
  }
  insertSubjects(db, first, drafts)
  return first as EventSeq
}

/** A statement for the first subjects of all events, one for the second, and so on, since they mostly are of one kind. */
function insertSubjects(db: WritableDb, first: number, drafts: readonly EventDraft[]): void {
  const columns = new Map<string, { readonly kind: SubjectKind; readonly ids: (number | null)[] }>()
  for (const [index, { subjects }] of drafts.entries()) {
    for (const [place, { kind, id }] of subjects.entries()) {
      const name = `${kind} ${place}`
      const column = columns.get(name) ?? { kind, ids: drafts.map(() => null) }
      column.ids[index] = id
      columns.set(name, column)
    }
  }
  const insert = statement(
    db,
    `INSERT OR IGNORE INTO event_subject (kind, id, seq)
     SELECT ?, value, ? + key FROM json_each(?) WHERE value IS NOT NULL`
  )
  for (const { kind, ids } of columns.values()) insert.run(kind, first, JSON.stringify(ids))
}

/** The newest event; absent before the first. */
export function newestEvent(db: ReadableDb): { readonly seq: EventSeq; readonly at: Instant } | undefined {
  return one(db, 'SELECT seq, at FROM event ORDER BY seq DESC LIMIT 1')
}

/** When an event happened. */
export function momentOf(db: ReadableDb, seq: EventSeq): Instant {
  const row = one<{ at: Instant }>(db, 'SELECT at FROM event WHERE seq = ?', seq)
  if (!row) throw new Error(`There is no event ${seq}`)
  return row.at
}

/** Every event in order, one at a time: the whole history never stands in memory. */
export function* eachEvent(db: ReadableDb): Generator<ChainedEvent> {
  const rows = statement(db, 'SELECT * FROM event ORDER BY seq').iterate() as IterableIterator<EventRow>
  for (const row of rows) yield eventOf(row)
}

export function eventAt(db: ReadableDb, seq: EventSeq): ChainedEvent | undefined {
  const row = one<EventRow>(db, 'SELECT * FROM event WHERE seq = ?', seq)
  return row && eventOf(row)
}

/** The first of the events from one to another. */
export function eventsBetween(
  db: ReadableDb,
  first: EventSeq,
  last: EventSeq,
  limit: number
): readonly (ChainedEvent & { readonly seq: EventSeq })[] {
  return all<EventRow>(
    db,
    'SELECT * FROM event WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT ?',
    first,
    last,
    limit
  ).map((row) => ({ ...eventOf(row), seq: row.seq as EventSeq }))
}

/** The events that a thing has part in, oldest first. */
export function eventsOf(db: ReadableDb, subject: EventSubject): readonly ChainedEvent[] {
  return all<EventRow>(
    db,
    `SELECT event.* FROM event_subject JOIN event USING (seq)
     WHERE event_subject.kind = ? AND event_subject.id = ? ORDER BY seq`,
    subject.kind,
    subject.id
  ).map(eventOf)
}

function eventOf(row: EventRow): ChainedEvent {
  const subjects = JSON.parse(row.subjects) as readonly [EventSubject['kind'], number][]
  return {
    seq: row.seq,
    at: row.at as Instant,
    operator: row.operator,
    station: row.station,
    kind: row.kind,
    subjects: subjects.map(([kind, id]) => ({ kind, id })),
    data: JSON.parse(row.data) as { readonly [key: string]: Json },
    previousHash: row.previous_hash,
    hash: row.hash
  }
}
