import type { UnknownCause } from './evidence.ts'

/** The labels that a printer was sent and that are not decided, in the order in which they were sent. */
export interface Flight {
  /** The counter before the first of them; null where the printer has none. */
  readonly before: number | null
  readonly sent: number
  /** How many of them had been sent when the printer was asked. Of the others it could say nothing yet. */
  readonly asked: number
  /** Whether the printer was seen stopped since the first of them was sent. */
  readonly wasStopped: boolean
}

/** What one look at a printer tells of labels. */
export interface Look {
  /** Labels in the printer's life; null where it does not count. */
  readonly counted: number | null
  /** Whether something keeps it from printing until a person sees to it. */
  readonly isStopped: boolean
  /** Whether nothing waits in it, whole or half. A label that moves may wait no longer and not be counted yet. */
  readonly isEmpty: boolean
}

export type Judgement =
  /** So many of the first are out; the others are under way, or wait in a printer that is stopped. */
  | { readonly kind: 'under-way'; readonly printed: number }
  /** All are out, and the printer and the station agree on how many that is. */
  | { readonly kind: 'all-printed' }
  /** So many of the first are out, and nothing more is to be seen: true of the others once it stays so. */
  | { readonly kind: 'settling'; readonly printed: number }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause }

/**
 * Judges the labels in flight by one look at the printer.
 *
 * A printer prints in order, so that a step of the counter by n speaks for the first n. Beside a fault, and after one, no
 * step is believed before all is quiet: it may be the torn half of a label that the printer repeats by itself (`^JZ`), and
 * a label can be torn twice. More steps than labels, or fewer than before, prove nothing about any of them.
 */
export function judge(flight: Flight, look: Look): Judgement {
  const { before, sent, asked, wasStopped } = flight
  const isQuiet = look.isEmpty && !look.isStopped && asked === sent
  if (before === null || look.counted === null) return { kind: isQuiet ? 'settling' : 'under-way', printed: 0 }
  const step = look.counted - before
  if (step < 0) return { kind: 'unknown', cause: 'counter-went-back' }
  if (step > sent) return { kind: 'unknown', cause: surplusOf(step - sent, wasStopped || look.isStopped) }
  if (look.isStopped || wasStopped) return { kind: isQuiet ? 'settling' : 'under-way', printed: 0 }
  if (step === sent) return isQuiet ? { kind: 'all-printed' } : { kind: 'under-way', printed: step - 1 }
  return { kind: isQuiet ? 'settling' : 'under-way', printed: step }
}

function surplusOf(more: number, isAfterStop: boolean): UnknownCause {
  return isAfterStop && more === 1 ? 'label-repeated' : 'counter-jumped'
}

export type Conclusion =
  | { readonly kind: 'all-printed' }
  | { readonly kind: 'none-printed' }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause }

/** What a flight came to that has settled: the printer stayed empty and clean, and counted no more. */
export function conclude({ before, sent }: Flight, counted: number | null): Conclusion {
  if (before === null || counted === null || counted - before === sent) return { kind: 'all-printed' }
  if (counted === before) return { kind: 'none-printed' }
  return { kind: 'unknown', cause: counted < before ? 'counter-went-back' : 'counter-short' }
}
