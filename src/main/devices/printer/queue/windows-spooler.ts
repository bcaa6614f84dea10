import { StationError } from '../../../../core/errors.ts'
import { createSpoolLink, spoolerSilent, type SpoolHelper, type SpoolLink } from './spool-helper.ts'
import type { SpoolFailure } from './spool-messages.ts'
import type { Spooler } from './spooler.ts'
import { explainWindowsQueue, windowsJobLook } from './winspool-states.ts'

/** Numbers of winerror.h. */
const ERROR = {
  noSuchPrinter: 1801,
  /** The driver takes no RAW data: one of those that make XPS of everything. */
  invalidDatatype: 1804,
  /** RPC_S_SERVER_UNAVAILABLE: the service is stopped. */
  spoolerStopped: 1722
} as const

/** A print server that is gone makes Windows wait for about this long by itself. */
const ANSWER_TIMEOUT_MS = 30_000

interface Queue {
  readonly link: SpoolLink
  /** How each job stood when it was last looked at, by its number. */
  readonly jobs: Map<number, number>
}

/**
 * The print queues of Windows. Each is asked by a helper process of its own, so that one that hangs (on a print server
 * that is gone, in a driver) holds up its own labels alone, and can be ended.
 */
export function createWindowsSpooler(start: () => SpoolHelper, timeoutMs = ANSWER_TIMEOUT_MS): Spooler {
  const queues = new Map<string, Queue>()
  const lister = createSpoolLink(start, timeoutMs)
  let closed = false

  function queueOf(name: string): Queue {
    const known = queues.get(name)
    if (known) return known
    const queue: Queue = { link: createSpoolLink(start, timeoutMs), jobs: new Map() }
    if (closed) queue.link.close()
    queues.set(name, queue)
    return queue
  }

  return {
    queues: async () => {
      const answer = await lister.ask({ what: 'queues' })
      if (answer.kind === 'failed') throw new StationError('printer-unreachable', spoolerSays(answer))
      return answer.kind === 'queues' ? answer.names : []
    },
    lookAtQueue: async (name) => {
      const { link, jobs } = queueOf(name)
      try {
        const answer = await link.ask({ what: 'queue', queue: name })
        if (answer.kind === 'failed') {
          return answer.code === ERROR.noSuchPrinter
            ? { kind: 'trouble', trouble: 'deleted', message: noSuchQueue(name) }
            : { kind: 'trouble', trouble: 'no-spooler', message: spoolerSays(answer) }
        }
        const { status, attributes } = answer.kind === 'queue' ? answer : { status: 0, attributes: 0 }
        return explainWindowsQueue(name, { status, attributes, jobs: [...jobs.values()] })
      } catch (error) {
        if (!(error instanceof StationError)) throw error
        return { kind: 'trouble', trouble: 'no-spooler', message: error.message }
      }
    },
    submit: async (name, title, bytes) => {
      const { link, jobs } = queueOf(name)
      const answer = await link.ask({ what: 'submit', queue: name, title, bytes })
      if (answer.kind === 'submitted') {
        // Windows gives numbers again: how another job stood says nothing of this one.
        jobs.delete(answer.job)
        return answer.job
      }
      if (answer.kind !== 'failed') throw spoolerSilent('answers something else')
      const message = answer.code === ERROR.noSuchPrinter ? noSuchQueue(name) : spoolerSays(answer)
      throw new StationError('printer-unreachable', message, { details: { handedOver: answer.began } })
    },
    lookAtJob: async (name, job) => {
      const { link, jobs } = queueOf(name)
      const answer = await link.ask({ what: 'job', queue: name, job })
      const before = jobs.get(job)
      if (answer.kind === 'failed' && answer.code === ERROR.noSuchPrinter) {
        jobs.delete(job)
        return 'forgotten'
      }
      if (answer.kind !== 'job')
        throw spoolerSilent(answer.kind === 'failed' ? `says: ${answer.message}` : 'is confused')
      const look = windowsJobLook(answer.status, before)
      // What came to its end is asked for no more, and its last state would stand in the queue's way for ever.
      if (answer.status !== null && (look === 'waiting' || look === 'under-way')) jobs.set(job, answer.status)
      else jobs.delete(job)
      return look
    },
    close: () => {
      closed = true
      lister.close()
      for (const { link } of queues.values()) link.close()
    }
  }
}

function noSuchQueue(queue: string): string {
  return `There is no print queue ${queue} on this computer. Make it again, or choose another one in Settings.`
}

function spoolerSays({ code, message }: SpoolFailure): string {
  switch (code) {
    case ERROR.invalidDatatype:
      return 'The driver of the print queue takes no labels as they are (datatype RAW). Give the queue the driver of the printer’s maker, or “Generic / Text Only”; the labels wait.'
    case ERROR.spoolerStopped:
      return 'The service “Print Spooler” of Windows does not run. Start it under Services; the labels wait.'
    default:
      return `The print spooler of Windows refused: ${message} See to it in the printer settings of Windows; the labels wait.`
  }
}
