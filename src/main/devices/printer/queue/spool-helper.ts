import { fork } from 'node:child_process'
import { StationError } from '../../../../core/errors.ts'
import type { SpoolAnswer, SpoolQuestion, SpoolReply, SpoolRequest } from './spool-messages.ts'

/** The process that speaks to the spooler of Windows. */
export interface SpoolHelper {
  send(request: SpoolRequest): void
  onReply(listener: (reply: SpoolReply) => void): void
  /** Once, when it has ended or could not be started. */
  onEnd(listener: () => void): void
  /** Ends it, whatever it is waiting for. */
  kill(): void
}

/** @param file `windows-spool.ts` where Node runs the sources, or what it was bundled to */
export function forkSpoolHelper(file: string): SpoolHelper {
  const helper = fork(file, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  return {
    // What it cannot take any more is answered by its end.
    send: (request) => void helper.send(request, () => {}),
    onReply: (listener) => void helper.on('message', (reply) => listener(reply as unknown as SpoolReply)),
    onEnd: (listener) => {
      helper.once('error', listener)
      helper.once('exit', listener)
    },
    kill: () => void helper.kill('SIGKILL')
  }
}

/** Questions to a helper that is started with the first of them, and again when it has ended. */
export interface SpoolLink {
  /** Rejects with `printer-unreachable` when there is no answer; the helper is then given up. */
  ask(question: SpoolQuestion): Promise<SpoolAnswer>
  /** Ends the helper. What was asked rejects. */
  close(): void
}

interface Waiting {
  readonly resolve: (answer: SpoolAnswer) => void
  readonly reject: (reason: StationError) => void
  readonly timer: NodeJS.Timeout
}

export function createSpoolLink(start: () => SpoolHelper, timeoutMs: number): SpoolLink {
  const waiting = new Map<number, Waiting>()
  let helper: SpoolHelper | undefined
  let questions = 0
  let closed = false

  function running(): SpoolHelper {
    if (helper) return helper
    const started = start()
    helper = started
    started.onReply(({ id, answer }) => settle(id)?.resolve(answer))
    started.onEnd(() => {
      if (helper === started) leave('has ended')
    })
    return started
  }

  function settle(id: number): Waiting | undefined {
    const found = waiting.get(id)
    waiting.delete(id)
    clearTimeout(found?.timer)
    return found
  }

  /** What hangs in a function of Windows ends with its process alone. */
  function leave(why: string): void {
    const left = helper
    helper = undefined
    for (const id of waiting.keys()) settle(id)?.reject(spoolerSilent(why))
    left?.kill()
  }

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(spoolerSilent('was closed'))
          return
        }
        questions += 1
        const id = questions
        const timer = setTimeout(() => leave('does not answer'), timeoutMs)
        waiting.set(id, { resolve, reject, timer })
        try {
          running().send({ id, question })
        } catch (error) {
          leave(`cannot be started (${String(error)})`)
        }
      }),
    close: () => {
      closed = true
      leave('was closed')
    }
  }
}

export function spoolerSilent(what: string): StationError {
  return new StationError(
    'printer-unreachable',
    `The print spooler of Windows cannot be asked: what speaks to it ${what}. The station goes on trying.`
  )
}
