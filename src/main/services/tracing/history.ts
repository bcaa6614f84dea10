import type { EventSubject } from '../../../core/event.ts'
import type { RowId } from '../../../core/ids.ts'
import { mergeHistory, type OrderedEvent } from '../../../core/trace/history.ts'
import type { ReadableDb } from '../../store/database.ts'
import {
  countEvents,
  eventsBetween,
  labelOutcomes,
  newestEvents,
  staysOf,
  type LabelStep
} from '../../store/history.ts'
import type { Subject } from './subject.ts'

export interface History {
  readonly events: readonly OrderedEvent[]
  /** How many older ones were left out; at least so many where there are very many. */
  readonly left: number
}

/** No more are counted than a person can want to know of. */
const MOST_COUNTED = 100_000

/** What happens to a unit because it happens to the one that it is in, where that one is what the event is about. */
const CARRIED = [
  'stock-moved',
  'stock-consumed',
  'stock-scrapped',
  'stock-archived',
  'stock-counted',
  'component-installed',
  'component-removed',
  'issue-disposed'
]

/**
 * What happened to a subject: events, what came of its labels, and for a unit what happened to those that it was in.
 *
 * @param limit how many of the newest events are told; -1 for all
 */
export function historyOf(db: ReadableDb, subject: Subject, limit: number): History {
  const of = subjectOf(subject)
  const own = newestEvents(db, of, limit).map((event) => (subject.kind === 'part' ? withoutProduct(event) : event))
  const left = limit < 0 || own.length < limit ? 0 : countEvents(db, of, MOST_COUNTED) - own.length
  const oldest = left > 0 ? (own[0]?.seq ?? 0) : 0
  const events =
    subject.kind === 'serial' ? [...own, ...ofItsLot(db, subject.row), ...carried(db, subject.row.id)] : own
  const labels = labelsOf(db, subject).map(labelEvent)
  return {
    events: mergeHistory(
      events.filter(({ seq }) => seq === null || seq >= oldest),
      left > 0 ? labels.filter(({ at }) => at >= (own[0]?.at ?? '')) : labels
    ),
    left
  }
}

/**
 * Of untracked pieces it is known how many went into what kind of thing, and by which run. In which one a piece is cannot
 * be told from that, and a history that named it would be read so.
 */
function withoutProduct(event: OrderedEvent): OrderedEvent {
  const { parent_serial: serial, parent_lot: lot, ...data } = event.data
  const isLoose = (data['serial'] ?? null) === null && (data['lot'] ?? null) === null
  return isLoose && (serial !== undefined || lot !== undefined) ? { ...event, data } : event
}

function subjectOf(subject: Subject): EventSubject {
  switch (subject.kind) {
    case 'serial':
      return { kind: 'row', id: subject.row.id }
    case 'lot':
      return { kind: 'lot', id: subject.lot.id }
    case 'part':
      return { kind: 'part', id: subject.part.id }
  }
}

/** Issues of a lot are issues of each of its units. */
function ofItsLot(db: ReadableDb, { lotId }: { readonly lotId: number | null }): readonly OrderedEvent[] {
  if (lotId === null) return []
  return newestEvents(db, { kind: 'lot', id: lotId }, -1).filter(({ event }) => event.startsWith('issue-'))
}

/** A unit goes where the unit goes that it is in, and that one may be in another. */
function carried(db: ReadableDb, row: RowId): readonly OrderedEvent[] {
  const found: OrderedEvent[] = []
  const waiting: { readonly row: RowId; readonly from: number; readonly before: number }[] = [
    { row, from: 0, before: Number.MAX_SAFE_INTEGER }
  ]
  const seen = new Set<string>()
  for (const span of waiting) {
    for (const stay of staysOf(db, span.row)) {
      const from = Math.max(span.from, stay.from)
      const before = Math.min(span.before, stay.before ?? Number.MAX_SAFE_INTEGER)
      const key = `${stay.parent} ${from}`
      if (from >= before || seen.has(key)) continue
      seen.add(key)
      waiting.push({ row: stay.parent, from, before })
      for (const event of eventsBetween(db, { kind: 'row', id: stay.parent }, CARRIED, from, before)) {
        if (event.data['serial'] === stay.serial) found.push({ ...event, data: { ...event.data, inside: stay.serial } })
      }
    }
  }
  return found
}

function labelsOf(db: ReadableDb, subject: Subject): readonly LabelStep[] {
  switch (subject.kind) {
    case 'serial':
      return labelOutcomes(db, { row: subject.row.id })
    case 'lot':
      return labelOutcomes(db, { lot: subject.lot.id })
    case 'part':
      return []
  }
}

function labelEvent({ at, operator, label, copy, printer, state, evidence }: LabelStep): OrderedEvent {
  const words = evidence['words']
  return {
    seq: null,
    at,
    event: `label-${state}`,
    operator,
    station: null,
    data: { label, copy, printer, ...(typeof words === 'string' ? { words } : {}) }
  }
}
