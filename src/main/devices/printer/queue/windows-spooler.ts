import { StationError } from '../../../../core/errors.ts'
import type { Spooler } from './spooler.ts'
import { explainWindowsQueue, windowsJobLook } from './winspool-states.ts'

/** The program that speaks to the spooler: a line in, a line out. */
export interface SpoolHelper {
  send(line: string): void
  /** Each line that it prints. */
  onLine(listener: (line: string) => void): void
  /** Once, when it has ended. */
  onEnd(listener: () => void): void
}

interface Answered {
  readonly status?: number
  readonly job?: number
  readonly queues?: readonly string[]
  /** In words of Windows, with its number (winerror.h); 0 where it has none. */
  readonly error?: string
  readonly code?: number
}

interface Waiting {
  readonly resolve: (answer: Answered) => void
  readonly reject: (reason: StationError) => void
}

type Question =
  | { readonly what: 'queues' }
  | { readonly what: 'queue'; readonly queue: string }
  | { readonly what: 'job'; readonly queue: string; readonly job: number }
  | { readonly what: 'submit'; readonly queue: string; readonly title: string; readonly bytes: string }

/** ERROR_INVALID_PRINTER_NAME. */
const NO_SUCH_PRINTER = 1801
/** The first answer waits for the helper to be compiled. */
const ANSWER_TIMEOUT_MS = 30_000

/** The print queues of Windows, by a helper that is started when it is needed and again when it has ended. */
export function createWindowsSpooler(start: () => SpoolHelper, timeoutMs = ANSWER_TIMEOUT_MS): Spooler {
  const waiting = new Map<number, Waiting>()
  /** By queue and number: queues of other computers count their jobs by themselves. */
  const lastStatus = new Map<string, number>()
  let helper: SpoolHelper | undefined
  let questions = 0

  function running(): SpoolHelper {
    if (helper) return helper
    const started = start()
    helper = started
    started.onLine(takeLine)
    started.onEnd(() => {
      helper = undefined
      for (const { reject } of waiting.values()) reject(gone('has ended'))
      waiting.clear()
    })
    return started
  }

  function takeLine(line: string): void {
    const answer = parseAnswer(line)
    if (!answer) return
    waiting.get(answer.id)?.resolve(answer.said)
    waiting.delete(answer.id)
  }

  function ask(question: Question): Promise<Answered> {
    return new Promise((resolve, reject) => {
      questions += 1
      const id = questions
      const timer = setTimeout(() => {
        waiting.delete(id)
        reject(gone('does not answer'))
      }, timeoutMs)
      const settled =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          clearTimeout(timer)
          settle(value)
        }
      waiting.set(id, { resolve: settled(resolve), reject: settled(reject) })
      running().send(JSON.stringify({ id, ...question }))
    })
  }

  return {
    queues: async () => (await ask({ what: 'queues' })).queues ?? [],
    lookAtQueue: async (queue) => {
      try {
        const { status = 0, error, code } = await ask({ what: 'queue', queue })
        if (code === NO_SUCH_PRINTER) return { kind: 'trouble', trouble: 'deleted', message: noSuchQueue(queue) }
        if (error !== undefined) return { kind: 'trouble', trouble: 'no-spooler', message: spoolerSays(error) }
        return explainWindowsQueue(queue, status)
      } catch (error) {
        if (!(error instanceof StationError)) throw error
        return { kind: 'trouble', trouble: 'no-spooler', message: error.message }
      }
    },
    submit: async (queue, title, bytes) => {
      const {
        job,
        error,
        code = 0
      } = await ask({
        what: 'submit',
        queue,
        title,
        bytes: Buffer.from(bytes).toString('base64')
      })
      if (job !== undefined) {
        // Windows gives numbers again: how another job stood says nothing of this one.
        lastStatus.delete(jobKey(queue, job))
        return job
      }
      const message =
        code === NO_SUCH_PRINTER ? noSuchQueue(queue) : spoolerSays(error ?? 'it gave no number for the job')
      // A failure of Windows's own comes before the job began; the helper's own, with no number, after.
      throw new StationError('printer-unreachable', message, { details: { handedOver: code === 0 } })
    },
    lookAtJob: async (queue, job) => {
      const { status, error, code } = await ask({ what: 'job', queue, job })
      if (error !== undefined && code !== NO_SUCH_PRINTER) throw gone(`says: ${error}`)
      const now = error !== undefined || status === undefined || status < 0 ? null : status
      const key = jobKey(queue, job)
      const look = error === undefined ? windowsJobLook(now, lastStatus.get(key)) : 'forgotten'
      if (now === null || look === 'handed-on') lastStatus.delete(key)
      else lastStatus.set(key, now)
      return look
    }
  }
}

function jobKey(queue: string, job: number): string {
  return `${job} ${queue}`
}

function parseAnswer(line: string): { readonly id: number; readonly said: Answered } | undefined {
  try {
    const value = JSON.parse(line) as unknown
    if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'number')
      return undefined
    const fields = value as Readonly<Record<string, unknown>>
    return { id: value.id, said: answered(fields) }
  } catch {
    return undefined
  }
}

function answered({ status, job, queues, error, code }: Readonly<Record<string, unknown>>): Answered {
  return {
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof job === 'number' ? { job } : {}),
    ...(Array.isArray(queues) ? { queues: queues.filter((name) => typeof name === 'string') } : {}),
    ...(typeof error === 'string' ? { error } : {}),
    ...(typeof code === 'number' ? { code } : {})
  }
}

function noSuchQueue(queue: string): string {
  return `There is no print queue ${queue} on this computer. Make it again, or choose another one in Settings.`
}

function spoolerSays(words: string): string {
  return `The print spooler of Windows refused: ${words} See to it in the printer settings of Windows; the labels wait.`
}

function gone(what: string): StationError {
  return new StationError(
    'printer-unreachable',
    `The print spooler of Windows cannot be asked: what speaks to it ${what}. The station goes on trying.`
  )
}
