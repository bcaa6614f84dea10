import { parseErrorStatus, type ErrorStatus } from '../../../labels/error-status.ts'
import { parseHostIdentification, type HostIdentification } from '../../../labels/host-identification.ts'
import { parseHostStatus, type HostStatus } from '../../../labels/host-status.ts'
import { parseVariable } from '../../../labels/set-get-do.ts'
import { createReplyStream } from './reply-stream.ts'

/** What a printer answered. */
export type PrinterReply =
  | { readonly kind: 'identification'; readonly identification: HostIdentification }
  /** `strings` as sent, without their framing. */
  | { readonly kind: 'status'; readonly status: HostStatus; readonly strings: readonly string[] }
  /** What it says of its own errors and warnings. */
  | { readonly kind: 'errors'; readonly errors: ErrorStatus }
  /** Null for a variable that the printer does not have. */
  | { readonly kind: 'variable'; readonly value: string | null }
  /** What it said unasked. */
  | { readonly kind: 'alert'; readonly text: string }

/** As captured from printers: class, condition, on newer ones the time, and the printer's name. */
const ALERT = /^(?:ERROR CONDITION|ERROR CLEARED|ALERT CLEARED|ALERT|LABEL READY|LABEL TAKEN):.*\[[^\]]*\]$/

const FIRST_STRING_FIELDS = 12
/** No printer has fewer dots in a millimetre. The strings of a host status have a flag in the same place. */
const LEAST_DOTS_PER_MM = 6

/**
 * Reads the replies in what a printer sends, and drops what is none. Returns the function that takes the bytes.
 *
 * A host status is whole with its second string: the third says nothing about printing, and some printers leave it out.
 */
export function createReplyReader(onReply: (reply: PrinterReply) => void): (bytes: Uint8Array) => void {
  let first: string | undefined

  function takeFrame(text: string): void {
    const errors = parseErrorStatus(text)
    if (errors) {
      onReply({ kind: 'errors', errors })
      return
    }
    const identification = parseHostIdentification(text)
    if (identification && identification.dotsPerMm >= LEAST_DOTS_PER_MM) {
      onReply({ kind: 'identification', identification })
    } else if (text.split(',').length === FIRST_STRING_FIELDS) {
      first = text
    } else if (first !== undefined) {
      takeSecondString(first, text)
    }
  }

  function takeSecondString(firstString: string, text: string): void {
    const status = parseHostStatus(`${firstString}\r\n${text}`)
    first = undefined
    if (status) onReply({ kind: 'status', status, strings: [firstString, text] })
  }

  function takeQuoted(text: string): void {
    const reading = parseVariable(`"${text}"`)
    onReply({ kind: 'variable', value: reading.kind === 'value' ? reading.value : null })
  }

  function takeLine(text: string): void {
    const line = text.trim()
    if (ALERT.test(line)) onReply({ kind: 'alert', text: line })
  }

  return createReplyStream({ frame: takeFrame, quoted: takeQuoted, line: takeLine })
}
