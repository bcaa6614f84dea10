import { assertNever } from '../assert.ts'
import type { Instant } from '../clock.ts'
import type { LabelState } from './label-state.ts'

/** How a printer stood before a label was sent. */
export type CounterReading = {
  /** `odometer.total_label_count`: labels in the printer's life, without feeds. Null where it has no such counter. */
  readonly labels: number | null
  /** The serial number of the printer that was asked; null where it does not tell. */
  readonly printer: string | null
  /** When the connection was made: between readings of two connections, the printer may have been without power. */
  readonly connectedAt: Instant
  readonly at: Instant
}

/** How the counter will stand before a label that has others ahead of it. */
export function readingAfter(reading: CounterReading, labelsAhead: number): CounterReading {
  return { ...reading, labels: reading.labels === null ? null : reading.labels + labelsAhead }
}

/**
 * What a claim rests on: the counter's step of exactly one, the printer's word that nothing is left to print, or
 * only that bytes were handed over. `spooled` is the word of a print queue that it handed everything on, and all that
 * can ever be heard of that label; the printer was not asked. `scan-back` proves more than any of them.
 */
export type EvidenceRank = 'counter' | 'status' | 'bytes-written' | 'spooled' | 'scan-back'

/** What is known of a label's paper, in a form that the ledger keeps as JSON. */
export type PrintEvidence = {
  readonly rank: EvidenceRank
  /** The printer's serial number. */
  readonly printer: string | null
  /** The counter before the label, and after it: as it was read last where that is not decided. */
  readonly before: number | null
  readonly after: number | null
  /** The strings of the last `~HS` answer, as sent. Empty when there was none. */
  readonly hostStatus: readonly string[]
  /** The errors and warnings of the last `~HQES` answer, as sent. Absent where it told of none. */
  readonly errorStatus?: string
  /** What stopped the printer meanwhile. With paper, ribbon or head among it, a torn label may lie about. */
  readonly faults: readonly string[]
  /** What the printer said unasked meanwhile, as sent. */
  readonly alerts: readonly string[]
}

export type UnknownCause =
  | 'no-answer'
  /** And with the connection, the certainty that the printer kept its power. */
  | 'connection-lost'
  /** More labels were counted than were sent: somebody else printed. */
  | 'counter-jumped'
  /** Fewer labels were counted than were sent, and it cannot be told which. */
  | 'counter-short'
  /** Fewer labels are counted than before: the counter was reset. */
  | 'counter-went-back'
  /** One more was counted after a fault: the printer printed the torn one again. */
  | 'label-repeated'
  /** It was in the printer while that jammed, and is not printed again by itself. */
  | 'label-damaged'
  /** It was in the printer while nothing was heard of that, long enough for a jam to be cleared. */
  | 'out-of-sight'
  | 'closed'
  /** A print queue gave the job up after it had begun. */
  | 'job-broken-off'

/** What became of one label. `reason` is in words, for the ledger and the screen. */
export type Confirmation =
  | { readonly kind: 'printed'; readonly evidence: PrintEvidence }
  /** A print queue is done with it, and nothing more will be heard: it stays `sent` until a scan or a person says more. */
  | { readonly kind: 'handed-over'; readonly evidence: PrintEvidence }
  /** The printer took it and did not print it. */
  | { readonly kind: 'not-printed'; readonly reason: string; readonly evidence: PrintEvidence }
  /** It may have come out or not: only a person can tell. */
  | {
      readonly kind: 'unknown'
      readonly cause: UnknownCause
      readonly reason: string
      readonly evidence: PrintEvidence
      /** So many labels right before it were called printed by a counter that has turned out to count others too. */
      readonly doubted: number
    }

export function notPrinted(
  evidence: PrintEvidence,
  reason = `The printer took it without printing: its counter stayed at ${evidence.before} and nothing waits in it.`
): Confirmation {
  return { kind: 'not-printed', reason, evidence }
}

export function unknown(cause: UnknownCause, evidence: PrintEvidence, doubted = 0): Confirmation {
  return { kind: 'unknown', cause, reason: describeCause(cause, evidence), evidence, doubted }
}

/** Whether a cause takes back what the counter seemed to say of the labels before. */
export function castsDoubt(cause: UnknownCause): boolean {
  return cause === 'counter-jumped' || cause === 'counter-short' || cause === 'counter-went-back'
}

/** What the printer's word means for the ledger. */
export function stateAfter(confirmation: Confirmation): LabelState {
  switch (confirmation.kind) {
    case 'printed':
      return 'printed'
    case 'handed-over':
      return 'sent'
    case 'unknown':
      return 'unknown'
    case 'not-printed':
      return 'failed'
    default:
      return assertNever(confirmation)
  }
}

/** Faults after which a printer repeats the label that they interrupted, beside its torn half (ZPL II guide, `^JZ`). */
const TEARING: readonly string[] = ['paper-out', 'ribbon-out', 'head-open']

/** Faults that spoil the label in the printer, which does not print it again: `^JZ` says nothing of them. */
const SPOILING: readonly string[] = ['cutter-fault', 'paper-jam']

/** Whether a label may be spoiled although it was counted. */
export function mayBeSpoiled(faults: Iterable<string>): boolean {
  return [...faults].some((fault) => SPOILING.includes(fault))
}

/** Whether a torn copy of the label may lie about. */
export function mayBeTorn({ faults }: Pick<PrintEvidence, 'faults'>): boolean {
  return faults.some((fault) => TEARING.includes(fault))
}

export function describeConfirmation(confirmation: Confirmation): string {
  if (confirmation.kind === 'handed-over') {
    return 'The print queue handed it on. It cannot say whether the label came out: scan it to know.'
  }
  if (confirmation.kind !== 'printed') return confirmation.reason
  const { before, after, rank } = confirmation.evidence
  const proof =
    rank !== 'counter'
      ? 'The printer says that nothing is left to print; it has no counter.'
      : `The printer’s counter went from ${before} to ${after}.`
  return mayBeTorn(confirmation.evidence)
    ? `${proof} It stopped meanwhile and printed this label again by itself: destroy the torn one.`
    : proof
}

function describeCause(cause: UnknownCause, { before, after }: PrintEvidence): string {
  switch (cause) {
    case 'no-answer':
      return 'The printer stopped answering while the label was under way.'
    case 'connection-lost':
      return 'The connection to the printer was lost while the label was under way.'
    case 'counter-jumped':
      return `The printer’s counter went from ${before} to ${after}, which is more than it was sent: something else was printed.`
    case 'counter-short':
      return `The printer’s counter went from ${before} to ${after} only, which is less than it was sent, and nothing waits in it.`
    case 'counter-went-back':
      return `The printer’s counter went back from ${before} to ${after}.`
    case 'label-repeated':
      return 'The printer stopped, and then counted one label more than it was sent: it printed a torn one again.'
    case 'label-damaged':
      return 'The printer jammed while the label was in it: it may have been counted, and be torn all the same.'
    case 'out-of-sight':
      return 'Nothing was heard of the printer for a while with the label in it: it may have jammed, and the label be torn.'
    case 'closed':
      return 'The station was closed while the label was under way.'
    case 'job-broken-off':
      return 'The print queue broke its job off after it had begun to hand the label on.'
    default:
      return assertNever(cause)
  }
}
