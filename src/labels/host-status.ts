import type { PrinterCondition } from './printer-condition.ts'

/** The answer to `~HS` (ZPL II guide, "Host Status Return"). */
export interface HostStatus {
  /** What keeps the printer from printing; empty when it is ready. */
  readonly conditions: readonly PrinterCondition[]
  readonly labelLengthDots: number
  /** Formats received whole and not begun. */
  readonly formatsWaiting: number
  readonly bufferFull: boolean
  /** Prints what it receives as hexadecimal instead of obeying. */
  readonly diagnosticsMode: boolean
  /** A format has been received in part. */
  readonly partialFormat: boolean
  readonly thermalTransfer: boolean
  /** `0` rewind, `1` peel-off, `2` tear-off, `3` cutter and so on, letters on kiosk models. */
  readonly printMode: string
  /** A label hangs at the peel bar and has not been taken. */
  readonly labelWaiting: boolean
  /** Of the format that is being printed. */
  readonly labelsRemaining: number
  readonly graphicsStored: number
}

const FIRST_FIELDS = 12
const SECOND_FIELDS = 11

/**
 * Reads an answer, with or without its framing (`device.host_status` has none).
 *
 * Absent when the first two strings are not there; the third, which some printers leave out, holds nothing of use.
 * A printer that does not answer at all is in an unknown state: the guide says that some faults silence it.
 */
export function parseHostStatus(reply: string): HostStatus | undefined {
  const strings = reply.split(/[\u0002\u0003\r\n]+/).map((text) => text.split(','))
  const first = strings.find((fields) => fields.length === FIRST_FIELDS)
  const second = strings.find((fields) => fields.length === SECOND_FIELDS)
  if (first === undefined || second === undefined) return undefined
  const [, paperOut, paused, length, waiting, full, diagnostics, partial, , corrupt, cold, hot] = first
  const [, , headOpen, ribbonOut, transfer, printMode, , labelWaiting, remaining, , graphics] = second
  const conditions: PrinterCondition[] = []
  if (isSet(paperOut)) conditions.push('paper-out')
  if (isSet(ribbonOut)) conditions.push('ribbon-out')
  if (isSet(headOpen)) conditions.push('head-open')
  if (isSet(hot)) conditions.push('head-too-hot')
  if (isSet(cold)) conditions.push('head-too-cold')
  if (isSet(corrupt)) conditions.push('settings-lost')
  if (isSet(paused)) conditions.push('paused')
  return {
    conditions,
    labelLengthDots: numberIn(length),
    formatsWaiting: numberIn(waiting),
    bufferFull: isSet(full),
    diagnosticsMode: isSet(diagnostics),
    partialFormat: isSet(partial),
    thermalTransfer: isSet(transfer),
    printMode: printMode?.trim() ?? '',
    labelWaiting: isSet(labelWaiting),
    labelsRemaining: numberIn(remaining),
    graphicsStored: numberIn(graphics)
  }
}

function isSet(field: string | undefined): boolean {
  return field?.trim() === '1'
}

/** Decimal; 0 for what is no number, as on clones that leave fields blank. */
function numberIn(field: string | undefined): number {
  return /^\d+$/.test(field?.trim() ?? '') ? Number(field) : 0
}
