import { StationError } from '../../../core/errors.ts'
import type { ErrorStatus } from '../../../labels/error-status.ts'
import type { HostIdentification } from '../../../labels/host-identification.ts'
import type { HostStatus } from '../../../labels/host-status.ts'
import { getVariable, parseCount, TOTAL_LABEL_COUNT } from '../../../labels/set-get-do.ts'
import type { Timers } from '../timers.ts'
import type { PrinterIdentity } from './printer-state.ts'
import { createReplyReader, type PrinterReply } from './replies.ts'
import type { PrinterConnection } from './transport.ts'

export interface Identification {
  readonly identity: PrinterIdentity
  readonly status: HostStatus
  readonly hostStatus: readonly string[]
  /** Null where it does not answer `~HQES`, as clones do not. */
  readonly errors: ErrorStatus | null
  /** `odometer.total_label_count`; null where there is none, and then it must not be asked for on this connection. */
  readonly labels: number | null
}

type ReplyOf<Kind extends PrinterReply['kind']> = Extract<PrinterReply, { kind: Kind }>

/**
 * Finds out who is at the other end of a new connection and how it stands.
 *
 * One thing is asked after the other, so that no answer can be taken for another's. Half a line or half a format that an
 * earlier connection left behind is ended first, since it would swallow what follows. Rejects with `printer-silent` when the
 * printer does not say how it stands, `printer-closed` on an abort, or with the reason of a loss.
 */
export async function identifyPrinter(
  connection: PrinterConnection,
  timers: Timers,
  answerTimeoutMs: number,
  signal: AbortSignal
): Promise<Identification> {
  const questions = createQuestions(connection, timers, answerTimeoutMs, signal)
  try {
    let told: HostIdentification | null = null
    let errors: ErrorStatus | null = null
    const note = (other: PrinterReply): void => {
      if (other.kind === 'identification') told = other.identification
      if (other.kind === 'errors') errors = other.errors
    }
    let reply = await questions.ask('\r\n~HI~HQES~HS', 'status', note)
    if (reply?.status.partialFormat) reply = await questions.ask('~JX~HS', 'status', note)
    if (reply?.status.partialFormat) reply = await questions.ask('~JA~HS', 'status', note)
    if (!reply) throw silent(answerTimeoutMs)
    const uniqueId = await questions.ask(`\r\n${getVariable('device.unique_id')}`, 'variable')
    const labels = uniqueId && (await questions.ask(getVariable(TOTAL_LABEL_COUNT), 'variable'))
    return {
      identity: identityOf(told, uniqueId?.value ?? null),
      status: reply.status,
      hostStatus: reply.strings,
      errors,
      labels: parseCount(labels?.value ?? '') ?? null
    }
  } finally {
    questions.stop()
  }
}

export interface Questions {
  /** The first reply of a kind after the question; absent when it does not come in time. */
  ask<Kind extends PrinterReply['kind']>(
    question: string,
    kind: Kind,
    /** Told of what came before it. */
    onOther?: (reply: PrinterReply) => void
  ): Promise<ReplyOf<Kind> | undefined>
  stop(): void
}

export function createQuestions(
  connection: PrinterConnection,
  timers: Timers,
  answerTimeoutMs: number,
  signal: AbortSignal
): Questions {
  let ended: StationError | undefined
  let onReply = (_reply: PrinterReply): void => {}
  let onEnd = (_reason: StationError): void => {}
  const stopData = connection.onData(createReplyReader((reply) => onReply(reply)))
  const stopLost = connection.onLost(end)
  const onAbort = (): void => end(new StationError('printer-closed', 'The station stopped using the printer.'))
  if (signal.aborted) onAbort()
  else signal.addEventListener('abort', onAbort)

  function end(reason: StationError): void {
    ended ??= reason
    onEnd(reason)
  }

  return {
    ask: <Kind extends PrinterReply['kind']>(
      question: string,
      kind: Kind,
      onOther = (_reply: PrinterReply): void => {}
    ) =>
      new Promise<ReplyOf<Kind> | undefined>((resolve, reject) => {
        if (ended) {
          reject(ended)
          return
        }
        const callOff = timers.after(answerTimeoutMs, () => resolve(undefined))
        onEnd = (reason) => {
          callOff()
          reject(reason)
        }
        onReply = (reply) => {
          if (reply.kind !== kind) {
            onOther(reply)
            return
          }
          callOff()
          resolve(reply as ReplyOf<Kind>)
        }
        connection.write(Buffer.from(question, 'latin1')).catch(end)
      }),
    stop: () => {
      stopData()
      stopLost()
      signal.removeEventListener('abort', onAbort)
    }
  }
}

function identityOf(told: HostIdentification | null, uniqueId: string | null): PrinterIdentity {
  return {
    uniqueId: uniqueId === '' ? null : uniqueId,
    model: told?.model ?? null,
    firmware: told?.firmware ?? null,
    dotsPerMm: told?.dotsPerMm ?? null
  }
}

function silent(answerTimeoutMs: number): StationError {
  return new StationError(
    'printer-silent',
    `The printer took the connection and did not say within ${answerTimeoutMs / 1_000} s how it stands. ` +
      'If another computer is printing on it, it has its turn when that one is done. Else look at the printer: paper, ' +
      'ribbon and closed head; if all is well, switch it off and on.'
  )
}
