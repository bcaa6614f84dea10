import { instantOf, type Instant } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { ErrorStatus } from '../../../labels/error-status.ts'
import { createListeners } from '../listeners.ts'
import { faultsOf, hasWork } from './look.ts'
import { createPauses, delayAt } from './pauses.ts'
import { isSameState, type PrinterState } from './printer-state.ts'
import { openSession, type PrinterReading, type PrinterSession, type SessionSettings } from './session.ts'
import type { PrinterTransport } from './transport.ts'

/** Keeps a printer connected and knows how it stands. */
export interface PrinterLink {
  state(): PrinterState
  onState(listener: (state: PrinterState) => void): () => void
  /** Absent while the printer is not connected or has not said who it is. */
  session(): PrinterSession | undefined
  /**
   * Takes note of how the printer stands, as of a session's answer. What the printer has to print is the label under
   * way while there is one, and foreign while there is none.
   */
  observe(session: PrinterSession, reading: PrinterReading, labelUnderWay: boolean): void
  /** Takes note that the printer lets a question wait, and says no more than what is wrong with it, or nothing. */
  observeSilence(errors: ErrorStatus | undefined): void
  /** Leaves the connection for a new one. */
  renew(session: PrinterSession): void
  /** Waits; cut short when the link is closed. */
  pause(delayMs: number): Promise<void>
  close(): Promise<void>
}

export interface LinkSettings extends SessionSettings {
  /** What Settings say; a printer that says otherwise would print labels of the wrong size. */
  readonly dotsPerMm: number
  /** How long to wait before each new attempt to connect; the last one repeats. */
  readonly reconnectDelaysMs: readonly number[]
}

export function createPrinterLink(transport: PrinterTransport, settings: LinkSettings): PrinterLink {
  const { clock, timers, dotsPerMm, reconnectDelaysMs } = settings
  const listeners = createListeners<PrinterState>()
  const pauses = createPauses(timers)
  const closing = new AbortController()
  let state: PrinterState = { kind: 'connecting' }
  let session: PrinterSession | undefined
  let failures = 0
  const stopArrivals = transport.onArrival?.(tryAtOnce)
  const supervision = supervise()

  function setState(next: PrinterState): void {
    if (isSameState(state, next)) return
    state = next
    listeners.emit(state)
  }

  /** It may take a moment more until the system lets it be used: from now on it is tried as often as at first. */
  function tryAtOnce(): void {
    if (session) return
    failures = 0
    pauses.cutShort()
  }

  async function supervise(): Promise<void> {
    while (!closing.signal.aborted) {
      const reason = await serve(() => (failures = 0))
      const wasReady = session !== undefined && state.kind === 'ready'
      session = undefined
      if (closing.signal.aborted) break
      if (wasReady && reason.details['hungUp'] === true && failures === 0) {
        // Printers leave a client that said nothing for a while. That is no fault, and nobody needs to hear of it.
        failures = 1
        setState({ kind: 'connecting' })
        continue
      }
      setState(stateAfter(reason, now()))
      if (reason.code === 'printer-closed') continue
      const delayMs = delayAt(reconnectDelaysMs, failures)
      failures += 1
      await pause(delayMs)
    }
    setState({ kind: 'closed' })
  }

  /** Holds one connection for as long as it lasts. Returns why it ended or never began. */
  async function serve(onOpen: () => void): Promise<StationError> {
    try {
      const connection = await transport.connect(closing.signal)
      const opened = await openSession(connection, settings, closing.signal)
      onOpen()
      if (closing.signal.aborted) await opened.close()
      else begin(opened)
      return await opened.ended
    } catch (error) {
      if (error instanceof StationError) return error
      throw error
    }
  }

  function begin(opened: PrinterSession): void {
    session = opened
    observe(opened, opened.first, false)
  }

  function observe(observed: PrinterSession, reading: PrinterReading, labelUnderWay: boolean): void {
    if (observed === session && !observed.ending()) setState(stateOf(observed, reading, labelUnderWay))
  }

  function stateOf({ identity }: PrinterSession, reading: PrinterReading, labelUnderWay: boolean): PrinterState {
    const { status } = reading
    const faults = [...faultsOf(reading)]
    if (identity.dotsPerMm !== null && identity.dotsPerMm !== dotsPerMm) faults.push('other-resolution')
    if (status.partialFormat && !labelUnderWay) faults.push('half-a-label')
    if (faults.length > 0) return { kind: 'fault', since: now(), faults }
    if (hasWork(status) && !labelUnderWay) return { kind: 'busy', since: now(), formatsWaiting: status.formatsWaiting }
    return { kind: 'ready', identity }
  }

  function now(): Instant {
    return instantOf(clock.now())
  }

  function pause(delayMs: number): Promise<void> {
    return closing.signal.aborted ? Promise.resolve() : pauses.pause(delayMs)
  }

  return {
    state: () => state,
    onState: (listener) => listeners.add(listener),
    session: () => session,
    observe,
    observeSilence: (errors) => {
      const faults = errors?.conditions ?? []
      setState(faults.length > 0 ? { kind: 'fault', since: now(), faults } : { kind: 'silent', since: now() })
    },
    renew: (old) => {
      if (old !== session) return
      session = undefined
      setState({ kind: 'connecting' })
      void old.close()
    },
    pause,
    close: async () => {
      stopArrivals?.()
      closing.abort()
      pauses.cutShort()
      await session?.close()
      await supervision
    }
  }
}

function stateAfter(reason: StationError, since: Instant): PrinterState {
  switch (reason.code) {
    case 'printer-closed':
      return { kind: 'connecting' }
    case 'printer-silent':
      return { kind: 'silent', since }
    default:
      return { kind: 'unreachable', since, reason: reason.message }
  }
}
