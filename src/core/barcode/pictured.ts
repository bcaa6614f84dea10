/**
 * A scanned text whole, each control character as its own picture: `␝` for GS, `␞` for RS, `␄` for EOT (Unicode, block
 * Control Pictures). Those of Latin-1 have none, and stand as `<85>`.
 */
export function pictured(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (character) => {
    const code = character.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '␡' : `<${code.toString(16).toUpperCase()}>`
  })
}

/** The names of the control characters of ASCII, by their codes. */
export const CONTROL_NAMES: readonly string[] =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' '
  )
