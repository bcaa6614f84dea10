import { assertNever } from '../../../core/assert.ts'
import type { StationError } from '../../../core/errors.ts'
import {
  castsDoubt,
  notPrinted,
  readingAfter,
  unknown,
  type Confirmation,
  type CounterReading,
  type EvidenceRank,
  type PrintEvidence,
  type UnknownCause
} from '../../../core/printing/evidence.ts'
import { conclude, judge, type Judgement } from '../../../core/printing/judge.ts'
import type { ErrorStatus } from '../../../labels/error-status.ts'
import type { Timers } from '../timers.ts'
import { doubtOf, newLabel, noteFaults, type Undecided } from './label-in-flight.ts'
import { createLookGaps } from './look-gaps.ts'
import { faultsOf, faultsSince, lookAt } from './look.ts'
import { delayAt } from './pauses.ts'
import type { Asking, PrinterReading, PrinterSession } from './session.ts'
import { createSettling } from './settling.ts'

/** A label that was sent. */
export interface SentLabel {
  /** Settles when the system has taken the whole format; never rejects, and never settles where it does not. */
  readonly handedOver: Promise<void>
  /** What became of it. Never rejects. While the printer is stopped it waits, without limit. */
  readonly confirmation: Promise<Confirmation>
}

export interface FlightSettings {
  /**
   * The least time in which a person opens and closes a printer. Between two looks that are further apart, a label may have
   * been torn, its half been counted, and all be well again.
   */
  readonly shortestFaultMs: number
  /**
   * The least time in which a person takes a jammed label out and has the printer go on. Between two looks that are
   * further apart, a label may have been spoiled that nobody prints again, and the next one have come out.
   */
  readonly shortestJamMs: number
  /** How many labels may be in the printer at once. */
  readonly depth: number
  /** How long to wait before each look at the printer after the first; the last one repeats, a label begins anew. */
  readonly pollDelaysMs: readonly number[]
  /** How long a printer may show nothing waiting and no new label counted before that is believed. */
  readonly settleMs: number
  /** The same for a printer without a counter, whose word then has to do. */
  readonly settleWithoutCounterMs: number
}

export interface FlightOptions {
  readonly session: PrinterSession
  readonly before: CounterReading
  readonly settings: FlightSettings
  readonly timers: Timers
  /** Waits, or less long when there is no point in it any more. */
  readonly pause: (delayMs: number) => Promise<void>
  /** Told of each reading that does not decide all. */
  readonly onReading: (reading: PrinterReading) => void
  readonly onSilence: (errors: ErrorStatus | undefined) => void
  /** Told once that no label is in flight any more, with the last reading; absent where it and the labels do not agree. */
  readonly onEnd: (reading: PrinterReading | undefined) => void
}

/** Labels that follow each other through the printer, until it is empty and all of them are decided. */
export interface Flight {
  /** Sends labels behind those that are in flight. */
  send(formats: readonly Uint8Array[]): readonly SentLabel[]
  /** How many more may be sent now. */
  room(): number
  /** How the counter will stand when all that are in flight are out. */
  ahead(): CounterReading
}

/**
 * After so many labels the printer is let run empty once, so that its counter and the station agree anew. Until they do,
 * a label of somebody else's could pass for one of ours.
 */
const LABELS_BETWEEN_AGREEMENTS = 50

/** Cancels every format in the printer's buffer; the label that is moving is finished. */
const CANCEL_ALL = Buffer.from('~JA', 'latin1')

/**
 * Begins to follow labels with a printer that is empty and clean, and whose counter was read.
 *
 * A printer may take a format and show nothing waiting while the label is still moving, so that "nothing there, nothing
 * counted" becomes true only after a while; and then everything is cancelled and the counter read once more, so that
 * no label comes out after it was called not printed.
 */
export function createFlight(options: FlightOptions): Flight {
  const { session, settings, timers, pause } = options
  const hasCounter = options.before.labels !== null
  const settling = createSettling(timers, hasCounter ? settings.settleMs : settings.settleWithoutCounterMs)
  const alerts: string[] = []
  let before = options.before
  let undecided: readonly Undecided[] = []
  let claimed = 0
  let wasStopped = false
  let reading: PrinterReading | undefined
  let hasBegun = false
  let saidLast: ErrorStatus | undefined
  const looks = createLookGaps(timers, settings.shortestFaultMs, lookedAway)
  const sights = createLookGaps(timers, settings.shortestJamMs, lostSight)

  /**
   * Some printers say nothing while they are out of paper or open: what comes after may be a torn label's repeat. And one
   * that hangs does not print: the time in which nothing was heard says nothing about what is still to come.
   */
  function onSilence(errors: ErrorStatus | undefined): void {
    lookedAway()
    // Whoever says what is wrong would say that it jammed. What was said before it took no more questions is no news.
    if (errors && errors !== saidLast) {
      sights.answered()
      sights.asked()
    }
    saidLast = errors
    noteFaults(undecided.slice(0, 2), errors?.conditions ?? [])
    options.onSilence(errors)
  }

  /** Also where it was this computer that stood still: a torn label may have been counted, and the head closed again. */
  function lookedAway(): void {
    if (undecided.length > 0) wasStopped = true
    settling.disturb()
  }

  function lostSight(): void {
    for (const label of undecided) label.wasOutOfSight = true
  }

  function ask(ahead?: Uint8Array): Asking {
    looks.asked()
    sights.asked()
    return session.ask(ahead ? { ahead, onSilence } : { onSilence })
  }

  async function follow(first: Asking): Promise<void> {
    let asking = first
    let asked = undecided.length
    let polls = 0
    let cancelledAll = false
    for (;;) {
      const answer = await asking.answer
      if (answer.kind === 'ended') return end(leave(causeOf(answer.reason)))
      looks.answered()
      sights.answered()
      reading = answer.reading
      alerts.push(...reading.alerts)
      const look = lookAt(reading)
      const since = faultsSince(reading)
      if (since.wasStopped) lookedAway()
      const flight = { before: before.labels, sent: undecided.length, asked, wasStopped }
      const judgement = judge(flight, look)
      if (look.isStopped) wasStopped = true
      noteFaults(underTheHead(judgement, look.counted), [...since.faults, ...faultsOf(reading)])
      switch (judgement.kind) {
        case 'all-printed':
          return end(() => printed(undecided.length, 'counter'), reading)
        case 'unknown':
          return end(leave(judgement.cause))
        case 'under-way':
          settling.disturb()
          break
        case 'settling': {
          if (!settling.isOver()) {
            settling.begin()
            break
          }
          const conclusion = conclude(flight, look.counted)
          if (conclusion.kind === 'all-printed') {
            return end(() => printed(undecided.length, hasCounter ? 'counter' : 'status'), reading)
          }
          if (cancelledAll) return end(conclusion.kind === 'unknown' ? leave(conclusion.cause) : notOne)
          break
        }
        default:
          return assertNever(judgement)
      }
      if (judgement.printed > 0) polls = 0
      printed(judgement.printed, 'counter')
      options.onReading(reading)
      cancelledAll = settling.isOver()
      if (!cancelledAll) await pause(delayAt(settings.pollDelaysMs, polls))
      polls += 1
      asked = undecided.length
      asking = ask(cancelledAll ? CANCEL_ALL : undefined)
    }
  }

  /** The label that a fault may have torn: the one that was counted last, which may be its half, and the one after it. */
  function underTheHead(judgement: Judgement, counted: number | null): readonly Undecided[] {
    const out = judgement.kind === 'under-way' || judgement.kind === 'settling' ? judgement.printed : 0
    const step = before.labels === null || counted === null ? out : counted - before.labels
    return undecided.slice(Math.max(out, step - 1), Math.max(out, step) + 1)
  }

  function printed(count: number, rank: EvidenceRank): void {
    const out = undecided.slice(0, count)
    undecided = undecided.slice(count)
    claimed += out.length
    for (const label of out) {
      const next = readingAfter(before, 1)
      const doubt = doubtOf(label)
      label.decide(
        doubt
          ? unknown(doubt, evidence('bytes-written', label))
          : { kind: 'printed', evidence: { ...evidence(rank, label), after: next.labels } }
      )
      before = next
    }
  }

  function leave(cause: UnknownCause): () => void {
    return () =>
      decideAll((label, isFirst) =>
        unknown(cause, evidence('bytes-written', label), isFirst && castsDoubt(cause) ? claimed : 0)
      )
  }

  /** Late answers to earlier questions could hide a step of the counter. */
  function notOne(): void {
    if (session.owesAnswers()) leave('no-answer')()
    else decideAll((label) => notPrinted(evidence('counter', label)))
  }

  function decideAll(confirmationOf: (label: Undecided, isFirst: boolean) => Confirmation): void {
    undecided.forEach((label, index) => label.decide(confirmationOf(label, index === 0)))
    undecided = []
  }

  /** What was read last stands for what comes next only where all agree: a torn label may still come again and count. */
  function end(decide: () => void, agreed?: PrinterReading): void {
    looks.stop()
    sights.stop()
    settling.disturb()
    decide()
    options.onEnd(agreed)
  }

  function evidence(rank: EvidenceRank, { faults }: Undecided): PrintEvidence {
    return {
      rank,
      printer: before.printer,
      before: before.labels,
      after: reading?.labels ?? null,
      hostStatus: reading?.hostStatus ?? [],
      ...errorStatusOf(reading),
      faults: [...faults],
      alerts: [...alerts]
    }
  }

  return {
    send: (formats) => {
      const sent = formats.map(() => newLabel())
      undecided = [...undecided, ...sent.map(({ label }) => label)]
      const bytes = Buffer.concat(formats)
      const asking = hasBegun ? undefined : ask(bytes)
      hasBegun = true
      const handedOver = settledOnly(asking ? asking.handedOver : session.write(bytes))
      if (asking) void follow(asking)
      return sent.map(({ confirmation }) => ({ handedOver, confirmation }))
    },
    room: () => {
      if (wasStopped || claimed + undecided.length >= LABELS_BETWEEN_AGREEMENTS) return 0
      return Math.max(0, (hasCounter ? settings.depth : 1) - undecided.length)
    },
    ahead: () => readingAfter(before, undecided.length)
  }
}

/** Kept where it tells of something: most labels have nothing wrong about them. */
function errorStatusOf(reading: PrinterReading | undefined): Pick<PrintEvidence, 'errorStatus'> {
  const errors = reading?.errors
  return errors && errors.conditions.length + errors.warnings.length > 0 ? { errorStatus: errors.text } : {}
}

/** What a write that failed means for the label, its confirmation says. */
function settledOnly(handedOver: Promise<void>): Promise<void> {
  return new Promise((resolve) => void handedOver.then(resolve, () => {}))
}

function causeOf(reason: StationError): UnknownCause {
  switch (reason.code) {
    case 'printer-silent':
      return 'no-answer'
    case 'printer-closed':
      return 'closed'
    default:
      return 'connection-lost'
  }
}
