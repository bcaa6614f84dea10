/** What a printer says, as soon as a piece of it is whole. */
export interface ReplyHandlers {
  /** What stood between STX and ETX. */
  frame(text: string): void
  /** What stood between double quotes, as the value of a Set-Get-Do variable does. */
  quoted(text: string): void
  /** What stood in a line of its own, outside both. */
  line(text: string): void
}

/** No reply of a printer is longer; what is, is noise. */
const MAX_REPLY_LENGTH = 16 * 1024

/**
 * Finds the replies in what a printer sends, however they are cut or glued together.
 *
 * Noise before, between and after replies is dropped. STX always begins a frame, so that a stray quote or a frame that
 * was cut off costs one reply and no more. Returns the function that takes the bytes.
 */
export function createReplyStream(handlers: ReplyHandlers): (bytes: Uint8Array) => void {
  let inside: 'nothing' | 'frame' | 'quotes' = 'nothing'
  let text = ''
  let line = ''

  function begin(what: typeof inside): void {
    inside = what
    text = ''
  }

  function end(handle: (text: string) => void): void {
    const whole = text
    begin('nothing')
    handle(whole)
  }

  function take(character: string): void {
    if (character === '\x02') begin('frame')
    else if (inside === 'nothing') takeOutside(character)
    else if (inside === 'frame' && character === '\x03') end((whole) => handlers.frame(whole))
    else if (inside === 'quotes' && character === '"') end((whole) => handlers.quoted(whole))
    else if (text.length >= MAX_REPLY_LENGTH) begin('nothing')
    else text += character
  }

  function takeOutside(character: string): void {
    if (character === '"') begin('quotes')
    if (character !== '"' && character !== '\n' && line.length < MAX_REPLY_LENGTH) {
      line += character
      return
    }
    const whole = line
    line = ''
    if (whole.length > 1) handlers.line(whole)
  }

  return (bytes) => {
    for (const byte of bytes) take(String.fromCharCode(byte))
  }
}
