import { StationError } from '../../../../core/errors.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import { createConnectionSignals } from '../connection-signals.ts'
import { notSent } from '../not-sent.ts'
import type { QueueTrouble } from '../printer-state.ts'
import type { PrinterConnection, PrinterTransport } from '../transport.ts'
import type { JobLook, QueueLook, Spooler } from './spooler.ts'

/** A way on which the printer cannot answer: each write is a job of its own, and the queue alone says what it knows. */
export interface QueueTransport extends PrinterTransport {
  connect(signal?: AbortSignal): Promise<QueueConnection>
}

export interface QueueConnection extends PrinterConnection {
  /** As `write`; resolves with the job's number. `details.handedOver` of the error is false where nothing was taken. */
  submit(bytes: Uint8Array): Promise<number>
  /** Asks now. Loses the connection where there is no queue any more. Never rejects. */
  look(): Promise<QueueLook>
  /** Rejects with `printer-unreachable` when the spooler does not answer. */
  lookAtJob(job: number): Promise<JobLook>
  /** Told of each look, asked for or not. Returns the function that stops it. */
  onLook(listener: (look: QueueLook) => void): () => void
}

export interface QueueSettings {
  /** How often a queue is looked at. */
  readonly watchMs: number
  readonly timers?: Timers
}

const JOB_TITLE = 'Dockside label'

/** A print queue of this computer, by its name. */
export function createQueueTransport(queue: string, spooler: Spooler, settings: QueueSettings): QueueTransport {
  const description = `print queue ${queue}`
  return {
    description,
    connect: async (signal) => {
      const look = signal?.aborted ? undefined : await spooler.lookAtQueue(queue)
      if (!look || signal?.aborted) throw new StationError('printer-closed', `The station gave up the ${description}.`)
      const loss = lossOf(look)
      if (loss) throw loss
      return openQueueConnection(queue, spooler, settings, description)
    }
  }
}

function openQueueConnection(
  queue: string,
  spooler: Spooler,
  { watchMs, timers = systemTimers }: QueueSettings,
  description: string
): QueueConnection {
  const signals = createConnectionSignals(description)
  const lookListeners = new Set<(look: QueueLook) => void>()
  let callOff = watch()

  function watch(): () => void {
    return timers.after(watchMs, () => {
      void look().then(() => {
        if (!signals.ending()) callOff = watch()
        return undefined
      })
    })
  }

  async function look(): Promise<QueueLook> {
    const seen = await spooler.lookAtQueue(queue)
    if (signals.ending()) return seen
    for (const listener of lookListeners) listener(seen)
    const loss = lossOf(seen)
    if (loss) end(() => signals.lost(loss))
    return seen
  }

  function end(tell: () => void): void {
    callOff()
    lookListeners.clear()
    tell()
  }

  async function submit(bytes: Uint8Array): Promise<number> {
    const before = signals.ending()
    if (before) throw notSent(before)
    const job = await spooler.submit(queue, JOB_TITLE, bytes)
    const after = signals.ending()
    if (after) throw after
    return job
  }

  return {
    submit,
    look,
    lookAtJob: (job) => spooler.lookAtJob(queue, job),
    write: async (bytes) => void (await submit(bytes)),
    onLook: (listener) => {
      lookListeners.add(listener)
      return () => void lookListeners.delete(listener)
    },
    onData: (listener) => signals.onData(listener),
    onLost: (listener) => signals.onLost(listener),
    close: () => {
      end(() => signals.closed())
      return Promise.resolve()
    }
  }
}

/** What is wrong with a queue that stands in the way of labels is waited for; what is no queue at all is lost. */
function lossOf(look: QueueLook): StationError | undefined {
  if (look.kind === 'ready' || !ENDINGS.includes(look.trouble)) return undefined
  return new StationError('printer-unreachable', look.message, { details: { trouble: look.trouble } })
}

const ENDINGS: readonly QueueTrouble[] = ['deleted', 'no-spooler']
