import { assertNever } from '../../../core/assert.ts'
import type { Instant } from '../../../core/clock.ts'
import type { PrinterFault } from './printer-state.ts'

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

/**
 * What a claim rests on: the counter's step of exactly one, the printer's word that nothing is left to print, or
 * only that bytes were handed over. `spooled` is the word of a print queue that it handed everything on, and all that
 * can ever be heard of that label; the printer was not asked. A label that is scanned back proves more than any of them.
 */
export type EvidenceRank = 'counter' | 'status' | 'bytes-written' | 'spooled'

/** What is known of a label's paper, in a form that the ledger keeps as JSON. */
export type PrintEvidence = {
  readonly rank: EvidenceRank
  /** The printer's serial number. */
  readonly printer: string | null
  /** The counter before the label, and as it was read last. */
  readonly before: number | null
  readonly after: number | null
  /** The strings of the last `~HS` answer, as sent. Empty when there was none. */
  readonly hostStatus: readonly string[]
  /** What stopped the printer meanwhile. With paper, ribbon or head among it, a torn label may lie about. */
  readonly faults: readonly PrinterFault[]
}

export type UnknownCause =
  | 'no-answer'
  /** And with the connection, the certainty that the printer kept its power. */
  | 'connection-lost'
  /** More than one label was counted: somebody else printed, or the printer repeated one. */
  | 'counter-jumped'
  /** Fewer labels are counted than before: the counter was reset. */
  | 'counter-went-back'
  | 'cancelled'
  | 'closed'
  /** A print queue gave the job up after it had begun. */
  | 'job-broken-off'

/** What became of one label. `reason` is in words, for the ledger and the screen. */
export type Confirmation =
  | { readonly kind: 'printed'; readonly evidence: PrintEvidence }
  /** A print queue is done with it, and nothing more will be heard: it stays `sent` until a scan or a person says more. */
  | { readonly kind: 'handed-over'; readonly evidence: PrintEvidence }
  /** The printer took it and did not print it. Whether it is sent again is for the caller to decide. */
  | { readonly kind: 'not-printed'; readonly reason: string; readonly evidence: PrintEvidence }
  /** It may have come out or not: only a person can tell. */
  | {
      readonly kind: 'unknown'
      readonly cause: UnknownCause
      readonly reason: string
      readonly evidence: PrintEvidence
    }

export function notPrinted(
  evidence: PrintEvidence,
  reason = `The printer took it without printing: its counter stayed at ${evidence.before} and nothing waits in it.`
): Confirmation {
  return { kind: 'not-printed', reason, evidence }
}

export function unknown(cause: UnknownCause, evidence: PrintEvidence): Confirmation {
  return { kind: 'unknown', cause, reason: describeCause(cause, evidence), evidence }
}

function describeCause(cause: UnknownCause, { before, after }: PrintEvidence): string {
  switch (cause) {
    case 'no-answer':
      return 'The printer stopped answering while the label was under way.'
    case 'connection-lost':
      return 'The connection to the printer was lost while the label was under way.'
    case 'counter-jumped':
      return `The printer's counter went from ${before} to ${after}, which is more than this one label.`
    case 'counter-went-back':
      return `The printer's counter went back from ${before} to ${after}.`
    case 'cancelled':
      return 'Waiting for the printer was given up while the label was under way.'
    case 'closed':
      return 'The station was closed while the label was under way.'
    case 'job-broken-off':
      return 'The print queue broke its job off after it had begun to hand the label on.'
    default:
      return assertNever(cause)
  }
}
