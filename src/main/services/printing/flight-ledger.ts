import { assert } from '../../../core/assert.ts'
import { instantOf, type Instant } from '../../../core/clock.ts'
import {
  describeConfirmation,
  mayBeTorn,
  stateAfter,
  type Confirmation,
  type CounterReading
} from '../../../core/printing/evidence.ts'
import { mayStep, type LabelState } from '../../../core/printing/label-state.ts'
import type { SentLabel } from '../../devices/printer/flight.ts'
import { transaction } from '../../store/database.ts'
import { labelAt, type LabelRow } from '../../store/label.ts'
import { stepLabelThrough, stepToSending, type LabelStep } from '../../store/label-step.ts'
import { stopPrinter } from '../../store/print-stop.ts'
import { noteTorn } from '../../store/torn-label.ts'
import type { StationContext } from '../context.ts'

/** A label about to be sent. */
export interface SendingLabel {
  readonly label: LabelRow
  readonly zpl: Uint8Array
  /** How the counter stands before it. */
  readonly before: CounterReading
}

export interface RefusedLabel {
  readonly label: LabelRow
  readonly words: string
}

/** The labels that are on their way through one printer, and what the ledger is still to be told of them. */
export interface FlightLedger {
  isEmpty(): boolean
  /** Whether it is known what became of a label, and not written. */
  hasOutcomes(): boolean
  /** Whether an outcome that is not written stops the printer. */
  hasStops(): boolean
  /** Writes what is known, and with it that these are sent next; all of it or nothing. */
  write(sending?: readonly SendingLabel[], refused?: readonly RefusedLabel[]): void
  follow(labels: readonly SendingLabel[], sent: readonly SentLabel[]): void
  /** Where not one byte left, they wait for their next turn; else nobody knows what the printer has of them. */
  notSent(labels: readonly SendingLabel[], words: string, isUntouched: boolean): void
}

interface InFlight extends SendingLabel {
  isHandedOver: boolean
  isWrittenAsSent: boolean
  confirmation: Confirmation | undefined
}

/**
 * What has become of a label shares the transaction, and so the wait for the disk, with the `sending` of the next. A crash
 * in between leaves it `sending`, which is `unknown` after the restart: less than was known, never more.
 */
export function createFlightLedger(
  { context, onStep }: { readonly context: StationContext; readonly onStep: () => void },
  onOutcome: () => void
): FlightLedger {
  const { db, clock, station } = context
  let flight: readonly InFlight[] = []
  /** Printed since the printer and the station last agreed on how many there are. */
  let claimed: readonly LabelRow[] = []

  function now(): Instant {
    return instantOf(clock.now())
  }

  function step({ id }: LabelRow, from: LabelState, steps: readonly LabelStep[]): void {
    steps.reduce((before, { state }) => {
      assert(mayStep(before, state), `a label does not go from ${before} to ${state}`)
      return state
    }, from)
    stepLabelThrough(db, id, now(), station.id, steps)
  }

  function writeProgress(each: InFlight): void {
    const { label, before, confirmation, isHandedOver, isWrittenAsSent } = each
    const isOut = confirmation !== undefined && confirmation.kind !== 'unknown'
    const steps: LabelStep[] = []
    if (!isWrittenAsSent && (isHandedOver || isOut)) steps.push({ state: 'sent', evidence: { reading: { ...before } } })
    if (confirmation) {
      const evidence = { ...confirmation.evidence, words: describeConfirmation(confirmation) }
      steps.push({ state: stateAfter(confirmation), evidence })
    }
    if (confirmation?.kind === 'unknown') stop(label, confirmation)
    if (confirmation?.kind === 'printed' && mayBeTorn(confirmation.evidence)) noteTorn(db, label.id, now())
    if (steps.length > 0) step(label, isWrittenAsSent ? 'sent' : 'sending', steps)
  }

  /** Nothing more is printed until somebody has looked. */
  function stop(label: LabelRow, { reason, doubted }: Extract<Confirmation, { kind: 'unknown' }>): void {
    stopPrinter(db, { printer: label.printer, at: now(), reason })
    for (const { id } of doubted === 0 ? [] : claimed.slice(-doubted)) {
      const claim = labelAt(db, id)
      if (claim?.state !== 'printed') continue
      stopPrinter(db, { printer: claim.printer, at: now(), reason })
      step(claim, 'printed', [{ state: 'unknown', evidence: { ...claim.evidence, words: reason } }])
    }
  }

  return {
    isEmpty: () => flight.length === 0,
    hasOutcomes: () => flight.some(({ confirmation }) => confirmation !== undefined),
    hasStops: () => flight.some(({ confirmation }) => confirmation?.kind === 'unknown'),
    write: (sending = [], refused = []) => {
      transaction(db, () => {
        flight.forEach(writeProgress)
        for (const { label, words } of refused) step(label, 'queued', [{ state: 'failed', evidence: { words } }])
        for (const { label, zpl, before } of sending) {
          stepToSending(db, label.id, now(), station.id, zpl, { reading: { ...before } })
        }
      })
      const printed = flight.filter(({ confirmation }) => confirmation?.kind === 'printed').map(({ label }) => label)
      for (const each of flight) each.isWrittenAsSent ||= each.isHandedOver
      flight = flight.filter(({ confirmation }) => confirmation === undefined)
      claimed = flight.length === 0 ? [] : [...claimed, ...printed]
      onStep()
    },
    follow: (labels, sent) => {
      labels.forEach((label, index) => {
        const following = sent[index]
        assert(following, 'each label that was sent is followed')
        const each: InFlight = { ...label, isHandedOver: false, isWrittenAsSent: false, confirmation: undefined }
        flight = [...flight, each]
        void following.handedOver.then(() => {
          each.isHandedOver = true
          return undefined
        })
        void following.confirmation.then((confirmation) => {
          each.confirmation = confirmation
          return onOutcome()
        })
      })
    },
    notSent: (labels, words, isUntouched) => {
      transaction(db, () => {
        for (const { label, before } of labels) {
          const evidence = isUntouched ? { words } : { reading: { ...before }, words }
          if (!isUntouched) stopPrinter(db, { printer: label.printer, at: now(), reason: words })
          step(label, 'sending', [{ state: isUntouched ? 'queued' : 'unknown', evidence }])
        }
      })
      onStep()
    }
  }
}
