import { assert } from '../../../core/assert.ts'
import { instantOf, type Clock } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { Timers } from '../timers.ts'
import type { Confirmation, CounterReading } from './evidence.ts'
import { followLabel, type FollowSettings, type LabelUnderWay } from './follow-label.ts'
import { createPrinterLink, type LinkSettings } from './printer-link.ts'
import { describePrinterState, type PrinterState } from './printer-state.ts'
import type { PrinterReading, PrinterSession } from './session.ts'
import type { PrinterTransport } from './transport.ts'

/**
 * One physical printer and its one owner. Labels go through it one at a time: `prepare`, `send`, `confirm`, with the
 * caller's ledger written between the steps. Nothing here ever sends a format twice.
 */
export interface Printer {
  readonly id: string
  state(): PrinterState
  /** Told of each change, at any time and not only while printing. Returns the function that stops it. */
  onState(listener: (state: PrinterState) => void): () => void
  /**
   * Asks whether a label can be sent now, and how the counter stands before it. Not ready is an answer: `onState` tells
   * when that changes.
   */
  prepare(): Promise<Preparation>
  /**
   * Hands a format over, after a `prepare` that was ready. Waits as long as the printer does not take it.
   *
   * Rejects with a `StationError`. Where `details.handedOver` is false, not one byte left the station and the label may
   * wait for its next turn; else nobody knows what the printer has of it, and it counts as unknown.
   */
  send(format: Uint8Array): Promise<void>
  /**
   * Waits for what becomes of the label that was sent. Never rejects. While the printer is stopped or silent it waits
   * on and tells `onWaiting` of each change; a stopped printer is waited for without limit. An abort leaves the label
   * `unknown`.
   */
  confirm(
    before: CounterReading,
    onWaiting?: (state: PrinterState) => void,
    signal?: AbortSignal
  ): Promise<Confirmation>
  /** Settles what is under way, as `unknown` where it has to. */
  close(): Promise<void>
}

export type Preparation =
  { readonly ready: true; readonly before: CounterReading } | { readonly ready: false; readonly state: PrinterState }

export interface PrinterSettings extends Omit<LinkSettings, 'clock' | 'timers'>, Omit<FollowSettings, 'timers'> {
  /** How often an idle printer is looked at while it is ready, and while it is not. */
  readonly watchMs: number
  readonly recoveryMs: number
  /** How old the reading that confirmed a label may be to serve as the one before the next. */
  readonly readingLifeMs: number
}

export interface PrinterOptions {
  readonly id: string
  readonly transport: PrinterTransport
  readonly clock: Clock
  readonly timers: Timers
  readonly settings: PrinterSettings
}

export const DEFAULT_PRINTER_SETTINGS: Omit<PrinterSettings, 'dotsPerMm'> = {
  answerTimeoutMs: 2_000,
  silenceLimitMs: 60_000,
  reconnectDelaysMs: [250, 500, 1_000, 2_000, 5_000],
  pollDelaysMs: [20, 50, 100, 250],
  settleMs: 5_000,
  settleWithoutCounterMs: 1_500,
  watchMs: 5_000,
  recoveryMs: 500,
  readingLifeMs: 1_000
}

export function createPrinter({ id, transport, clock, timers, settings }: PrinterOptions): Printer {
  const link = createPrinterLink(transport, { ...settings, clock, timers })
  let latest: { readonly session: PrinterSession; readonly reading: PrinterReading | undefined } | undefined
  let looking: Promise<void> | undefined
  let prepared: { readonly session: PrinterSession; readonly before: CounterReading } | undefined
  let label: LabelUnderWay | undefined
  let callOffWatch = (): void => {}
  let onWaiting = (_state: PrinterState): void => {}
  let told: PrinterState | undefined
  let closed = false

  const stopState = link.onState(() => scheduleWatch())

  function scheduleWatch(): void {
    callOffWatch()
    if (closed) return
    const delayMs = link.state().kind === 'ready' ? settings.watchMs : settings.recoveryMs
    callOffWatch = timers.after(delayMs, () => {
      if (!label) void look()
    })
  }

  /** Resolves when the printer answered, fell silent or is not there. */
  function look(): Promise<void> {
    const session = link.session()
    if (!session) return Promise.resolve()
    looking ??= new Promise<void>((resolve) => {
      const onSilence = (): void => {
        link.observeSilence()
        resolve()
      }
      void session.ask({ onSilence }).answer.then((answer) => {
        looking = undefined
        if (answer.kind === 'answered') note(session, answer.reading)
        scheduleWatch()
        return resolve()
      })
    })
    return looking
  }

  function note(session: PrinterSession, reading: PrinterReading): void {
    latest = { session, reading }
    link.observe(session, reading, false)
  }

  async function readingOf(session: PrinterSession): Promise<PrinterReading | undefined> {
    if (!isFresh(session)) {
      if (looking || !session.owesAnswers()) await look()
      // What is owed could come at any time, and be taken for the answer about the next label.
      if (session.owesAnswers() && !looking) link.renew(session)
    }
    return latestOf(session)
  }

  /** Absent after a label was sent, until the printer has answered again. */
  function latestOf(session: PrinterSession): PrinterReading | undefined {
    return latest?.session === session ? latest.reading : session.first
  }

  function isFresh(session: PrinterSession): boolean {
    const reading = latestOf(session)
    if (!reading || session.owesAnswers()) return false
    const ageMs = clock.now() - reading.atMs
    return ageMs >= 0 && ageMs <= settings.readingLifeMs
  }

  /** A label that was sent and never confirmed is given up: its ledger row says that it was sent. */
  function abandonLabel(): void {
    label?.asking.cancel()
    label = undefined
  }

  function sayWaiting(): void {
    const state = link.state()
    if (state === told) return
    told = state
    onWaiting(state)
  }

  return {
    id,
    state: () => link.state(),
    onState: (listener) => link.onState(listener),
    prepare: async () => {
      abandonLabel()
      prepared = undefined
      const session = link.session()
      const reading = session && (await readingOf(session))
      const state = link.state()
      if (!session || !reading || session !== link.session() || session.owesAnswers() || state.kind !== 'ready') {
        return { ready: false, state }
      }
      const before = counterReading(session, reading)
      prepared = { session, before }
      return { ready: true, before }
    },
    send: async (format) => {
      assert(prepared, 'a label is sent after the printer was ready for it')
      const { session, before } = prepared
      prepared = undefined
      if (looking) await looking
      const reason = session.ending() ?? (link.state().kind === 'ready' ? undefined : notReady(link.state()))
      if (reason) throw notSent(reason, false)
      callOffWatch()
      const onSilence = (): void => {
        link.observeSilence()
        sayWaiting()
      }
      told = link.state()
      latest = { session, reading: undefined }
      const asking = session.ask({ ahead: format, onSilence })
      label = { session, before, asking, onSilence }
      try {
        await asking.handedOver
      } catch (error) {
        label = undefined
        throw notSent(session.ending() ?? error, true)
      }
    },
    confirm: async (before, tellWaiting = () => {}, signal) => {
      assert(label?.before === before, 'a label is confirmed after it was sent, with the reading that came before it')
      const { session } = label
      onWaiting = tellWaiting
      const { confirmation, reading } = await followLabel(label, {
        settings: { ...settings, timers },
        pause: (delayMs, ending) => link.pause(delayMs, ending),
        onReading: (undecided) => {
          link.observe(session, undecided, true)
          sayWaiting()
        },
        signal
      })
      onWaiting = () => {}
      label = undefined
      if (reading) note(session, reading)
      scheduleWatch()
      return confirmation
    },
    close: async () => {
      closed = true
      stopState()
      callOffWatch()
      await link.close()
    }
  }
}

function counterReading(session: PrinterSession, reading: PrinterReading): CounterReading {
  return {
    labels: reading.labels,
    printer: session.identity.uniqueId,
    connectedAt: session.connectedAt,
    at: instantOf(reading.atMs)
  }
}

function notReady(state: PrinterState): StationError {
  return new StationError('printer-unreachable', describePrinterState(state))
}

/** The same failure, with what is known of the bytes. */
function notSent(reason: unknown, handedOver: boolean): StationError {
  if (!(reason instanceof StationError)) throw reason
  return new StationError(reason.code, reason.message, { cause: reason, details: { handedOver } })
}
