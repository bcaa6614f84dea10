import { assert, assertNever } from '../../../../core/assert.ts'
import { instantOf, type Clock, type Instant } from '../../../../core/clock.ts'
import { StationError } from '../../../../core/errors.ts'
import {
  notPrinted,
  unknown,
  type Confirmation,
  type EvidenceRank,
  type PrintEvidence
} from '../../../../core/printing/evidence.ts'
import { createListeners } from '../../listeners.ts'
import type { Timers } from '../../timers.ts'
import type { SentLabel } from '../flight.ts'
import { createPauses, delayAt } from '../pauses.ts'
import type { Printer } from '../printer.ts'
import { isSameState, type PrinterIdentity, type PrinterState, type QueueTrouble } from '../printer-state.ts'
import type { QueueConnection, QueueTransport } from './queue-transport.ts'
import type { JobLook, QueueLook } from './spooler.ts'

export interface QueuePrinterOptions {
  readonly id: string
  readonly transport: QueueTransport
  readonly clock: Clock
  readonly timers: Timers
  readonly settings?: QueuePrinterSettings
}

export interface QueuePrinterSettings {
  /** How long to wait before each new attempt to find the queue; the last one repeats. */
  readonly reconnectDelaysMs: readonly number[]
  /** How long to wait before each look at a job after the first; the last one repeats. */
  readonly pollDelaysMs: readonly number[]
  /** How long nothing is given to a queue that refused a job, each time in a row; the last one repeats. */
  readonly refusedDelaysMs: readonly number[]
}

const DEFAULT_SETTINGS: QueuePrinterSettings = {
  reconnectDelaysMs: [250, 1_000, 2_000, 5_000],
  pollDelaysMs: [20, 50, 100, 250, 500],
  refusedDelaysMs: [2_000, 5_000, 15_000, 30_000, 60_000]
}

/**
 * A printer behind a print queue of the computer's own. One label is in the queue at a time, so that the rest waits in
 * the station, where it can still be seen to; and what the queue hands on ends as `handed-over`: nobody asked the printer.
 */
export function createQueuePrinter(options: QueuePrinterOptions): Printer {
  const { id, transport, clock, timers, settings = DEFAULT_SETTINGS } = options
  const listeners = createListeners<PrinterState>()
  const pauses = createPauses(timers)
  const closing = new AbortController()
  const troubles = new Set<QueueTrouble>()
  let state: PrinterState = { kind: 'connecting' }
  let connection: QueueConnection | undefined
  let prepared: QueueConnection | undefined
  let isUnderWay = false
  /** Why the queue took no job, while it is left in peace for that. */
  let refusal: QueueLook | undefined
  let refusals = 0
  const supervision = supervise()

  function now(): Instant {
    return instantOf(clock.now())
  }

  function setState(next: PrinterState): void {
    if (isSameState(state, next)) return
    state = next
    listeners.emit(state)
  }

  function note(look: QueueLook): void {
    if (look.kind === 'trouble') {
      troubles.add(look.trouble)
      // It says by itself what is wrong, and will say when it is over.
      refusal = undefined
    }
    setState(stateOf(refusal ?? look, now()))
  }

  /** A queue that looks ready and takes no job does so again at once: it is asked again only after a while. */
  async function holdBack(message: string): Promise<void> {
    const held: QueueLook = { kind: 'trouble', trouble: 'refusing', message }
    refusal = held
    setState(stateOf(held, now()))
    const delayMs = delayAt(settings.refusedDelaysMs, refusals)
    refusals += 1
    await pauses.pause(delayMs)
    if (refusal !== held || closing.signal.aborted) return
    refusal = undefined
    await connection?.look()
  }

  async function supervise(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      const reason = await serve(() => (failures = 0))
      connection = undefined
      if (closing.signal.aborted) break
      setState(stateAfter(reason, now()))
      await pauses.pause(delayAt(settings.reconnectDelaysMs, failures))
    }
    setState({ kind: 'closed' })
  }

  /** Holds the queue for as long as it is there. Returns why it ended or was never there. */
  async function serve(onOpen: () => void): Promise<StationError> {
    try {
      const opened = await transport.connect(closing.signal)
      const lost = new Promise<StationError>((resolve) => {
        opened.onLost(resolve)
        closing.signal.addEventListener('abort', () => resolve(closed()))
      })
      opened.onLook(note)
      connection = opened
      onOpen()
      if (closing.signal.aborted) return closed()
      await opened.look()
      return await lost
    } catch (error) {
      if (error instanceof StationError) return error
      throw error
    } finally {
      await connection?.close()
    }
  }

  /** Follows a job until the queue is done with it, however long it waits there. */
  async function follow(job: number): Promise<Confirmation> {
    troubles.clear()
    for (let polls = 0; ; polls += 1) {
      const look = await lookAtJob(job)
      const confirmation = look === undefined ? undefined : confirmationOf(look, troubles)
      if (confirmation) return confirmation
      if (closing.signal.aborted) return unknown('closed', evidenceOf('bytes-written', troubles))
      if (polls > 2) await connection?.look()
      await pauses.pause(delayAt(settings.pollDelaysMs, polls))
    }
  }

  /** Undefined while there is no spooler to ask: it keeps its jobs, and may come back. */
  async function lookAtJob(job: number): Promise<JobLook | undefined> {
    try {
      return await connection?.lookAtJob(job)
    } catch (error) {
      if (error instanceof StationError) return undefined
      throw error
    }
  }

  function landed(confirmation: Confirmation): Confirmation {
    isUnderWay = false
    return confirmation
  }

  return {
    id,
    state: () => state,
    onState: (listener) => listeners.add(listener),
    prepare: async () => {
      prepared = undefined
      if (isUnderWay) return { ready: false, state }
      await connection?.look()
      if (!connection || state.kind !== 'ready') return { ready: false, state }
      prepared = connection
      const at = now()
      return { ready: true, before: { labels: null, printer: null, connectedAt: at, at }, room: 1 }
    },
    send: async (formats) => {
      const [format, ...others] = formats
      assert(prepared && format && others.length === 0, 'one label is sent after the queue was ready for it')
      const queue = prepared
      prepared = undefined
      isUnderWay = true
      try {
        const job = await queue.submit(format)
        refusals = 0
        return [{ handedOver: Promise.resolve(), confirmation: follow(job).then(landed) }]
      } catch (error) {
        isUnderWay = false
        if (!(error instanceof StationError)) throw error
        if (error.details['handedOver'] === false) {
          void holdBack(error.message)
          throw error
        }
        return [lostOnTheWay(troubles)]
      }
    },
    close: async () => {
      closing.abort()
      pauses.cutShort()
      await connection?.close()
      await supervision
    }
  }
}

/** Whether the spooler has the job, nobody can tell. */
function lostOnTheWay(troubles: ReadonlySet<QueueTrouble>): SentLabel {
  return {
    handedOver: new Promise(() => {}),
    confirmation: Promise.resolve(unknown('connection-lost', evidenceOf('bytes-written', troubles)))
  }
}

function confirmationOf(look: JobLook, troubles: ReadonlySet<QueueTrouble>): Confirmation | undefined {
  switch (look) {
    case 'waiting':
    case 'under-way':
      return undefined
    case 'handed-on':
      return { kind: 'handed-over', evidence: evidenceOf('spooled', troubles) }
    case 'never-begun':
      return notPrinted(
        evidenceOf('bytes-written', troubles),
        'Its job was taken out of the print queue before it was begun.'
      )
    case 'broken-off':
    case 'forgotten':
      return unknown('job-broken-off', evidenceOf('bytes-written', troubles))
    default:
      return assertNever(look)
  }
}

function evidenceOf(rank: EvidenceRank, troubles: ReadonlySet<QueueTrouble>): PrintEvidence {
  const faults = [...troubles].map((trouble) => `queue-${trouble}`)
  return { rank, printer: null, before: null, after: null, hostStatus: [], faults, alerts: [] }
}

/** Nobody asks it who it is. One for all looks, since another identity means another printer. */
const UNKNOWN_PRINTER: PrinterIdentity = { uniqueId: null, model: null, firmware: null, dotsPerMm: null }

function stateOf(look: QueueLook, since: Instant): PrinterState {
  return look.kind === 'ready'
    ? { kind: 'ready', identity: UNKNOWN_PRINTER }
    : { kind: 'queue-trouble', since, trouble: look.trouble, reason: look.message }
}

function stateAfter(reason: StationError, since: Instant): PrinterState {
  const trouble = reason.details['trouble'] === 'deleted' ? 'deleted' : 'no-spooler'
  return { kind: 'queue-trouble', since, trouble, reason: reason.message }
}

function closed(): StationError {
  return new StationError('printer-closed', 'The station stopped using the print queue.')
}
