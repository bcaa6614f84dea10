import type { Instant } from '../clock.ts'
import type { Json } from '../event.ts'

/** One thing that happened to the subject of a trace, or to what it was in at the time. */
export interface TraceEvent {
  readonly at: Instant
  readonly event: string
  readonly operator: string
  /** Null where the ledger does not keep it. */
  readonly station: string | null
  readonly data: { readonly [key: string]: Json }
}

/** An event with what orders it among others of the same moment. */
export interface OrderedEvent extends TraceEvent {
  /** Its place in the chain of events; null for a step of a label, which is in the print ledger. */
  readonly seq: number | null
}

/**
 * One history of several: events in the order of their chain, and the steps of labels among them by their time.
 *
 * The chain's order counts before the clock's, which may have been set back. A label comes after the event of the same
 * moment that asked for it.
 */
export function mergeHistory(
  events: readonly OrderedEvent[],
  labels: readonly OrderedEvent[]
): readonly OrderedEvent[] {
  const chain = [...new Map(events.map((event) => [event.seq, event])).values()].sort(
    (a, b) => (a.seq ?? 0) - (b.seq ?? 0)
  )
  const merged: OrderedEvent[] = []
  let next = 0
  for (const event of chain) {
    for (let label = labels[next]; label && label.at < event.at; label = labels[next]) {
      merged.push(label)
      next += 1
    }
    merged.push(event)
  }
  return [...merged, ...labels.slice(next)]
}
