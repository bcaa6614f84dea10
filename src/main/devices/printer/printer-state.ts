import { assertNever } from '../../../core/assert.ts'
import type { Instant } from '../../../core/clock.ts'
import {
  briefCondition,
  describeCondition,
  remedyOf,
  type PrinterCondition
} from '../../../labels/printer-condition.ts'

/** What keeps a printer from printing until a person sees to it. */
export type PrinterFault =
  | PrinterCondition
  /** It prints what it receives as hexadecimal. */
  | 'diagnostics-mode'
  /** It holds half a label and does not let go of it. */
  | 'half-a-label'
  /** It is not the resolution that the settings say. */
  | 'other-resolution'

/** Why a print queue of the computer's own does not hand labels on. */
export type QueueTrouble =
  /** Somebody stopped it, or it stopped itself after a job that failed. */
  | 'stopped'
  /** It takes no new jobs. */
  | 'refusing'
  /** It works and cannot reach its printer. */
  | 'printer-unreachable'
  /** Its printer wants a person, as far as the queue was told. */
  | 'printer-fault'
  /** There is no such queue, or not any more. */
  | 'deleted'
  /** The program that keeps the queues does not answer. */
  | 'no-spooler'

/** What a printer says of itself; null where it says nothing. */
export interface PrinterIdentity {
  /** Its serial number, and so the printer itself: an address may lead to another one tomorrow. */
  readonly uniqueId: string | null
  readonly model: string | null
  readonly firmware: string | null
  readonly dotsPerMm: number | null
}

export type PrinterState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'ready'; readonly identity: PrinterIdentity }
  | { readonly kind: 'fault'; readonly since: Instant; readonly faults: readonly PrinterFault[] }
  /** It has labels to print that are not being followed: another computer's, or one whose end was not seen. */
  | { readonly kind: 'busy'; readonly since: Instant; readonly formatsWaiting: number }
  | { readonly kind: 'silent'; readonly since: Instant }
  | { readonly kind: 'unreachable'; readonly since: Instant; readonly reason: string }
  /** The computer's print queue does not hand labels on. */
  | { readonly kind: 'queue-trouble'; readonly since: Instant; readonly trouble: QueueTrouble; readonly reason: string }
  /** This station cannot use it at all, as it is set up now. */
  | { readonly kind: 'unavailable'; readonly reason: string }
  | { readonly kind: 'closed' }

/** Alike but for the time since when: then the earlier one stays true. */
export function isSameState(a: PrinterState, b: PrinterState): boolean {
  if (a.kind === 'ready' && b.kind === 'ready') return a.identity === b.identity
  return JSON.stringify({ ...a, since: null }) === JSON.stringify({ ...b, since: null })
}

/** What is so and what to do, in words that a clerk understands. */
export function describePrinterState(state: PrinterState): string {
  switch (state.kind) {
    case 'connecting':
      return 'Connecting to the printer.'
    case 'ready':
      return 'Ready.'
    case 'fault':
      return state.faults.map(describeFault).join(' ')
    case 'busy':
      return 'The printer is still printing something else. Labels wait until it is done; if nothing comes out, cancel its jobs on the printer.'
    case 'silent':
      return 'The printer does not say how it is. Perhaps another computer is printing on it; else look at it: paper, ribbon and closed head. If all is well, switch it off and on.'
    case 'unreachable':
    case 'unavailable':
    case 'queue-trouble':
      return state.reason
    case 'closed':
      return 'The printer is not in use.'
    default:
      return assertNever(state)
  }
}

function describeFault(fault: PrinterFault): string {
  switch (fault) {
    case 'diagnostics-mode':
      return 'The printer is in its diagnostics mode and prints hexadecimal in place of labels. Switch it off and on.'
    case 'half-a-label':
      return 'The printer holds half a label and does not let go of it. Switch it off and on.'
    case 'other-resolution':
      return 'The printer has another resolution than Settings say, so labels would have the wrong size. Correct its dpi.'
    default:
      return `The printer stopped: ${describeCondition(fault)}. ${remedyOf(fault)}`
  }
}

/** The same in two or three words, as the beginning of a sentence about a printer: `Paper out on units`. */
export function briefPrinterState(state: PrinterState): string {
  switch (state.kind) {
    case 'connecting':
      return 'Connecting'
    case 'ready':
      return 'Ready'
    case 'fault': {
      const [fault] = state.faults
      return fault === undefined ? 'Fault' : briefFault(fault)
    }
    case 'busy':
      return 'Other work'
    case 'silent':
      return 'No answer'
    case 'unreachable':
      return 'No connection'
    case 'queue-trouble':
      return BRIEF_QUEUE_TROUBLES[state.trouble]
    case 'unavailable':
      return 'Not usable'
    case 'closed':
      return 'Off'
    default:
      return assertNever(state)
  }
}

const BRIEF_QUEUE_TROUBLES: Readonly<Record<QueueTrouble, string>> = {
  stopped: 'Queue stopped',
  refusing: 'Queue takes no jobs',
  'printer-unreachable': 'Printer out of reach',
  'printer-fault': 'Printer stopped',
  deleted: 'No such queue',
  'no-spooler': 'No print system'
}

function briefFault(fault: PrinterFault): string {
  switch (fault) {
    case 'diagnostics-mode':
      return 'Diagnostics mode'
    case 'half-a-label':
      return 'Half a label'
    case 'other-resolution':
      return 'Other resolution'
    default:
      return briefCondition(fault)
  }
}
