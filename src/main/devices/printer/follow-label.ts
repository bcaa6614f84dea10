import { assertNever } from '../../../core/assert.ts'
import type { StationError } from '../../../core/errors.ts'
import type { Timers } from '../timers.ts'
import {
  notPrinted,
  unknown,
  type Confirmation,
  type CounterReading,
  type EvidenceRank,
  type PrintEvidence,
  type UnknownCause
} from './evidence.ts'
import { judge } from './judge.ts'
import type { PrinterFault } from './printer-state.ts'
import type { Asking, PrinterReading, PrinterSession } from './session.ts'

export interface LabelUnderWay {
  readonly session: PrinterSession
  readonly before: CounterReading
  /** The question that went out right behind the label. */
  readonly asking: Asking
  readonly onSilence: () => void
}

export interface FollowSettings {
  readonly timers: Timers
  /** How long to wait before each look at the printer after the first; the last one repeats. */
  readonly pollDelaysMs: readonly number[]
  /** How long a printer may show nothing waiting and nothing counted before the label counts as not printed. */
  readonly settleMs: number
  /** The same for a printer without a counter, whose word then has to do. */
  readonly settleWithoutCounterMs: number
}

export interface Following {
  readonly settings: FollowSettings
  /** Waits, or less long when there is no point in it any more. */
  readonly pause: (delayMs: number, signal?: AbortSignal) => Promise<void>
  /** Told of each reading that does not decide. */
  readonly onReading: (reading: PrinterReading) => void
  /** The caller's word that it waits no longer. */
  readonly signal: AbortSignal | undefined
}

export interface Followed {
  readonly confirmation: Confirmation
  /** The last one; absent when the printer never answered again. */
  readonly reading: PrinterReading | undefined
}

/**
 * Follows a label that was sent until its fate is known.
 *
 * A printer may take a format and show nothing waiting while the label is still moving, so that "nothing there, nothing
 * counted" becomes true only after a while; and then everything is cancelled and the counter read once more, so that
 * no label comes out after it was called not printed.
 */
export async function followLabel(label: LabelUnderWay, following: Following): Promise<Followed> {
  const { settings, pause, onReading, signal } = following
  const { session, before, onSilence } = label
  const faults = new Set<PrinterFault>()
  const settling = createSettling(settings, before.labels !== null)
  let asking = label.asking
  let reading: PrinterReading | undefined
  let cancelledAll = false
  const giveUp = (): void => asking.cancel()
  if (signal?.aborted) giveUp()
  else signal?.addEventListener('abort', giveUp)

  for (let polls = 0; ; polls += 1) {
    const answer = await asking.answer
    if (answer.kind === 'cancelled') return finish(unknown('cancelled', evidence('bytes-written')))
    if (answer.kind === 'ended') return finish(unknown(causeOf(answer.reason), evidence('bytes-written')))
    reading = answer.reading
    const verdict = judge(before.labels, reading.labels, reading.status)
    switch (verdict.kind) {
      case 'printed':
        return finish({ kind: 'printed', evidence: evidence('counter') })
      case 'unknown':
        return finish(unknown(verdict.cause, evidence('bytes-written')))
      case 'stopped':
        for (const fault of verdict.faults) faults.add(fault)
        settling.disturb()
        break
      case 'under-way':
        settling.disturb()
        break
      case 'nothing-counted':
        if (cancelledAll) return finish(conclude())
        settling.begin()
        break
      default:
        return assertNever(verdict)
    }
    if (settling.isOver() && before.labels === null) {
      return finish({ kind: 'printed', evidence: evidence('status') })
    }
    onReading(reading)
    cancelledAll = settling.isOver()
    if (!cancelledAll)
      await pause(settings.pollDelaysMs[Math.min(polls, settings.pollDelaysMs.length - 1)] ?? 0, signal)
    asking = session.ask(cancelledAll ? { ahead: CANCEL_ALL, onSilence } : { onSilence })
    if (signal?.aborted) giveUp()
  }

  /** Late answers to earlier questions could hide a step of the counter. */
  function conclude(): Confirmation {
    return session.owesAnswers() ? unknown('no-answer', evidence('bytes-written')) : notPrinted(evidence('counter'))
  }

  function evidence(rank: EvidenceRank): PrintEvidence {
    return {
      rank,
      printer: before.printer,
      before: before.labels,
      after: reading?.labels ?? null,
      hostStatus: reading?.hostStatus ?? [],
      faults: [...faults]
    }
  }

  function finish(confirmation: Confirmation): Followed {
    settling.disturb()
    signal?.removeEventListener('abort', giveUp)
    return { confirmation, reading }
  }
}

/** Cancels every format in the printer's buffer; the label that is moving is finished. */
const CANCEL_ALL = Buffer.from('~JA', 'latin1')

interface Settling {
  begin(): void
  disturb(): void
  isOver(): boolean
}

function createSettling(settings: FollowSettings, hasCounter: boolean): Settling {
  const delayMs = hasCounter ? settings.settleMs : settings.settleWithoutCounterMs
  let callOff: (() => void) | undefined
  let over = false
  return {
    begin: () => {
      callOff ??= settings.timers.after(delayMs, () => (over = true))
    },
    disturb: () => {
      callOff?.()
      callOff = undefined
      over = false
    },
    isOver: () => over
  }
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
