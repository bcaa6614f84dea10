import { assert } from '../../../core/assert.ts'
import { instantOf, type Clock } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { CounterReading } from '../../../core/printing/evidence.ts'
import type { ErrorStatus } from '../../../labels/error-status.ts'
import type { Timers } from '../timers.ts'
import { createFlight, type Flight, type FlightSettings, type SentLabel } from './flight.ts'
import { notSent } from './not-sent.ts'
import { createPrinterLink, type LinkSettings } from './printer-link.ts'
import { describePrinterState, type PrinterState } from './printer-state.ts'
import type { PrinterReading, PrinterSession } from './session.ts'
import type { PrinterTransport } from './transport.ts'

/**
 * One physical printer and its one owner. Labels go through it in order: `prepare`, `send`, and the confirmation of each,
 * with the caller's ledger written between the steps. Nothing here ever sends a format twice.
 */
export interface Printer {
  readonly id: string
  state(): PrinterState
  /** Told of each change, at any time and not only while printing. Returns the function that stops it. */
  onState(listener: (state: PrinterState) => void): () => void
  /**
   * Asks whether labels can be sent now, how many, and how the counter will stand before the first of them. Not ready is
   * an answer: `onState` tells when that changes, or the confirmation of a label that is under way.
   */
  prepare(): Promise<Preparation>
  /**
   * Hands formats over, of one label each, after a `prepare` that was ready: no more than it said there is room for.
   *
   * Rejects with a `StationError` where not one byte left the station: the labels may wait for their next turn. Once it
   * resolves, nobody but the confirmations knows what the printer has of them.
   */
  send(formats: readonly Uint8Array[]): Promise<readonly SentLabel[]>
  /** Settles what is under way, as `unknown` where it has to. */
  close(): Promise<void>
}

export type Preparation =
  | {
      readonly ready: true
      readonly before: CounterReading
      /** At least one. */
      readonly room: number
    }
  | { readonly ready: false; readonly state: PrinterState }

export interface PrinterSettings extends Omit<LinkSettings, 'clock' | 'timers'>, FlightSettings {
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

/** One label is printed while the next one waits: enough for the motor to keep running. */
export const DEFAULT_DEPTH = 2

export const DEFAULT_PRINTER_SETTINGS: Omit<PrinterSettings, 'dotsPerMm'> = {
  depth: DEFAULT_DEPTH,
  answerTimeoutMs: 2_000,
  silenceLimitMs: 60_000,
  reconnectDelaysMs: [250, 500, 1_000, 2_000, 5_000],
  pollDelaysMs: [15, 15, 20, 20, 25, 50, 100, 250],
  shortestFaultMs: 1_000,
  shortestJamMs: 6_000,
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
  let underWay: { readonly session: PrinterSession; readonly flight: Flight } | undefined
  let callOffWatch = (): void => {}
  let closed = false

  const stopState = link.onState(() => scheduleWatch())

  function scheduleWatch(): void {
    callOffWatch()
    if (closed) return
    const delayMs = link.state().kind === 'ready' ? settings.watchMs : settings.recoveryMs
    callOffWatch = timers.after(delayMs, () => {
      if (!underWay) void look()
    })
  }

  /** Resolves when the printer answered, fell silent or is not there. */
  function look(): Promise<void> {
    const session = link.session()
    if (!session) return Promise.resolve()
    looking ??= new Promise<void>((resolve) => {
      const onSilence = (errors: ErrorStatus | undefined): void => {
        link.observeSilence(errors)
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

  function beginFlight(session: PrinterSession, before: CounterReading): Flight {
    const flight = createFlight({
      session,
      before,
      settings,
      timers,
      pause: (delayMs) => link.pause(delayMs),
      onReading: (reading) => link.observe(session, reading, true),
      onSilence: (errors) => link.observeSilence(errors),
      onEnd: (reading) => {
        underWay = undefined
        if (reading) note(session, reading)
        scheduleWatch()
      }
    })
    underWay = { session, flight }
    return flight
  }

  /** Whether, and after what, labels can follow those that are under way. */
  function prepareBehind({ session, flight }: NonNullable<typeof underWay>): Preparation {
    const state = link.state()
    const room = flight.room()
    if (session.ending() || state.kind !== 'ready' || room === 0) return { ready: false, state }
    const before = flight.ahead()
    prepared = { session, before }
    return { ready: true, before, room }
  }

  return {
    id,
    state: () => link.state(),
    onState: (listener) => link.onState(listener),
    prepare: async () => {
      prepared = undefined
      if (underWay) return prepareBehind(underWay)
      const session = link.session()
      const reading = session && (await readingOf(session))
      const state = link.state()
      if (!session || !reading || session !== link.session() || session.owesAnswers() || state.kind !== 'ready') {
        return { ready: false, state }
      }
      const before = counterReading(session, reading)
      prepared = { session, before }
      return { ready: true, before, room: before.labels === null ? 1 : settings.depth }
    },
    send: async (formats) => {
      assert(prepared, 'a label is sent after the printer was ready for it')
      const { session, before } = prepared
      prepared = undefined
      if (looking) await looking
      const reason = session.ending() ?? (link.state().kind === 'ready' ? undefined : notReady(link.state()))
      if (reason) throw notSent(reason)
      // What was in flight may have come to its end, and something else with it.
      const isAsPrepared = underWay
        ? isBehind(underWay.flight, before)
        : !session.owesAnswers() && latestOf(session)?.labels === before.labels
      if (!isAsPrepared) {
        throw notSent(new StationError('printer-unreachable', 'The printer counted something else meanwhile.'))
      }
      callOffWatch()
      latest = { session, reading: undefined }
      return (underWay?.flight ?? beginFlight(session, before)).send(formats)
    },
    close: async () => {
      closed = true
      stopState()
      callOffWatch()
      await link.close()
    }
  }
}

function isBehind(flight: Flight, before: CounterReading): boolean {
  return flight.room() > 0 && flight.ahead().labels === before.labels
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
