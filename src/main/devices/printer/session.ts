import { assert, assertNever } from '../../../core/assert.ts'
import { instantOf, type Clock, type Instant } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { ErrorStatus } from '../../../labels/error-status.ts'
import type { HostStatus } from '../../../labels/host-status.ts'
import { getVariable, parseCount, TOTAL_LABEL_COUNT } from '../../../labels/set-get-do.ts'
import type { Timers } from '../timers.ts'
import { identifyPrinter } from './identify.ts'
import type { PrinterIdentity } from './printer-state.ts'
import { createReplyReader, type PrinterReply } from './replies.ts'
import type { PrinterConnection } from './transport.ts'

/** How the printer stands: one answer to the question for its status, its errors and its counter. */
export interface PrinterReading {
  readonly status: HostStatus
  readonly hostStatus: readonly string[]
  /** What it says of its own errors, asked for with the status; null where it does not answer that. */
  readonly errors: ErrorStatus | null
  readonly labels: number | null
  /** What the printer said unasked since the reading before. */
  readonly alerts: readonly string[]
  readonly atMs: number
}

export type Answer =
  | { readonly kind: 'answered'; readonly reading: PrinterReading }
  | { readonly kind: 'ended'; readonly reason: StationError }

/** A question on its way. */
export interface Asking {
  /** Settles when the question, and what was sent ahead of it, is handed to the system. */
  readonly handedOver: Promise<void>
  /** Never rejects. */
  readonly answer: Promise<Answer>
}

export interface Question {
  /** Sent in the same turn, ahead of the question. */
  readonly ahead?: Uint8Array
  /**
   * Told each time that the printer let the time for an answer pass; some say then what is wrong with them, and nothing else.
   */
  readonly onSilence?: (errors: ErrorStatus | undefined) => void
}

/** One connection to a printer that said who it is. */
export interface PrinterSession {
  readonly identity: PrinterIdentity
  readonly connectedAt: Instant
  /** How the printer stood when the session began. */
  readonly first: PrinterReading
  /** One question at a time. It is repeated until it is answered or the printer has been silent for too long. */
  ask(question?: Question): Asking
  /** Sends what is no question, behind whatever was sent before. Rejects where the connection is lost meanwhile. */
  write(bytes: Uint8Array): Promise<void>
  /**
   * Whether answers are still to come. One that comes late could be taken for the answer to a later question, so no
   * label may be begun on such a session.
   */
  owesAnswers(): boolean
  /** Why it is over; absent while it stands. `printer-silent` when it was given up for that. */
  ending(): StationError | undefined
  /** Settles when it is over, with the reason. */
  readonly ended: Promise<StationError>
  close(): Promise<void>
}

export interface SessionSettings {
  readonly clock: Clock
  readonly timers: Timers
  /** How long the printer may take for an answer before it counts as silent and is asked again. */
  readonly answerTimeoutMs: number
  /** After how long a silence the connection is given up. */
  readonly silenceLimitMs: number
}

/** Nobody reads more, and a printer that is stuck may repeat itself without end. */
const MOST_ALERTS_KEPT = 20

/** Takes the connection over, and closes it when the printer does not say who it is. Rejects as `identifyPrinter`. */
export async function openSession(
  connection: PrinterConnection,
  settings: SessionSettings,
  signal: AbortSignal
): Promise<PrinterSession> {
  const { clock, timers, answerTimeoutMs, silenceLimitMs } = settings
  const connectedAt = instantOf(clock.now())
  const identification = await identifyPrinter(connection, timers, answerTimeoutMs, signal).catch(
    async (error: unknown) => {
      await connection.close()
      throw error
    }
  )
  const hasCounter = identification.labels !== null
  // The counter first: what was torn before it was read still shows in a status that is taken after it.
  const counter = hasCounter ? getVariable(TOTAL_LABEL_COUNT) : ''
  // Only of a printer that is known to answer it: a clone may take it for something else.
  const ownErrors = identification.errors === null ? '' : '~HQES'
  const question = Buffer.from(`\r\n${counter}${ownErrors}~HS\r\n`, 'latin1')
  const owed = { statuses: 0, counts: 0 }
  let counted: number | undefined
  let errors: ErrorStatus | undefined
  let alerts: readonly string[] = []
  let finish: ((answer: Answer) => void) | undefined
  let ending: StationError | undefined
  let resolveEnded = (_reason: StationError): void => {}
  const ended = new Promise<StationError>((resolve) => (resolveEnded = resolve))

  connection.onData(createReplyReader(takeReply))
  connection.onLost(end)

  function end(reason: StationError): void {
    if (ending) return
    ending = reason
    resolveEnded(reason)
    finish?.({ kind: 'ended', reason })
  }

  function takeReply(reply: PrinterReply): void {
    switch (reply.kind) {
      case 'status':
        return takeStatus(reply)
      case 'variable': {
        const labels = parseCount(reply.value ?? '')
        if (labels === undefined || owed.counts === 0) return
        owed.counts -= 1
        counted = labels
        return
      }
      case 'errors':
        errors = reply.errors
        return
      case 'alert':
        alerts = [...alerts, reply.text].slice(-MOST_ALERTS_KEPT)
        return
      case 'identification':
        return
      default:
        return assertNever(reply)
    }
  }

  /** A count is believed with the status that was taken after it, and with no other. What is wrong may be missing. */
  function takeStatus({ status, strings }: Extract<PrinterReply, { kind: 'status' }>): void {
    if (owed.statuses === 0) return
    owed.statuses -= 1
    if (hasCounter && counted === undefined) return
    const reading: PrinterReading = {
      status,
      hostStatus: strings,
      errors: errors ?? null,
      labels: counted ?? null,
      alerts,
      atMs: clock.now()
    }
    counted = undefined
    errors = undefined
    alerts = []
    finish?.({ kind: 'answered', reading })
  }

  function write(ahead?: Uint8Array): Promise<void> {
    // An answer that was half in belongs to the question before.
    counted = undefined
    errors = undefined
    owed.statuses += 1
    if (hasCounter) owed.counts += 1
    return connection.write(ahead ? Buffer.concat([ahead, question]) : question)
  }

  function ask({ ahead, onSilence }: Question = {}): Asking {
    assert(!finish, 'a printer is asked one thing at a time')
    if (ending) {
      const reason = ending
      const handedOver = Promise.reject<void>(reason)
      handedOver.catch(() => {})
      return { handedOver, answer: Promise.resolve({ kind: 'ended', reason }) }
    }
    let handed = false
    let silentMs = 0
    let callOff = (): void => {}
    const send = async (bytes?: Uint8Array): Promise<void> => {
      handed = false
      await write(bytes)
      handed = true
    }
    const wait = (): void => {
      callOff = timers.after(answerTimeoutMs, () => {
        const said = errors
        // Whoever says what is wrong is there, and may stay so for as long as it takes to mend.
        silentMs = said && said.conditions.length > 0 ? 0 : silentMs + answerTimeoutMs
        if (silentMs >= silenceLimitMs) {
          end(gaveUp(silenceLimitMs))
          void connection.close()
          return
        }
        wait()
        // What the printer has not even taken would only be there twice.
        if (handed) void send().catch(() => {})
        onSilence?.(said)
      })
    }
    const answer = new Promise<Answer>((resolve) => {
      finish = (settled) => {
        callOff()
        finish = undefined
        resolve(settled)
      }
    })
    const handedOver = send(ahead)
    handedOver.catch(() => {})
    wait()
    return { handedOver, answer }
  }

  return {
    identity: identification.identity,
    connectedAt,
    first: { ...identification, alerts: [], atMs: clock.now() },
    ask,
    write: (bytes) => (ending ? Promise.reject(ending) : connection.write(bytes)),
    owesAnswers: () => owed.statuses > 0 || owed.counts > 0,
    ending: () => ending,
    ended,
    close: async () => {
      end(new StationError('printer-closed', 'The station closed its connection to the printer.'))
      await connection.close()
    }
  }
}

function gaveUp(silenceLimitMs: number): StationError {
  return new StationError(
    'printer-silent',
    `The printer has not answered for ${silenceLimitMs / 1_000} s. ` +
      'Look at it: paper, ribbon and closed head; if all is well, switch it off and on.'
  )
}
