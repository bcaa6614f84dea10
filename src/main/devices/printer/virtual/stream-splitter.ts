/** What a printer finds in the bytes that it receives, told as soon as it is whole. */
export interface StreamHandlers {
  /** From `^XA` to `^XZ`, as sent, without the immediate commands that stood in between. */
  format(bytes: Uint8Array): void
  /** An immediate command: its two letters in capitals, and the parameters of those commands that have a fixed few. */
  immediate(name: string, parameters: string): void
  /** A Set-Get-Do line, without its end of line: `! U1 getvar "odometer.total_label_count"`. */
  setGetDo(line: string): void
}

export interface StreamSplitter {
  push(bytes: Uint8Array): void
  /** Whether a format has begun and not ended. */
  partial(): boolean
  /** Forgets the format that has begun. May be called by a handler: the bytes after the command then begin anew. */
  dropPartial(): void
}

/** A format that never ends must not fill the memory: what has grown past this is forgotten, as by `~JX`. */
export const MAX_FORMAT_BYTES = 8 * 1024 * 1024

const MAX_LINE_BYTES = 1024
const STX = 0x02
const ETX = 0x03
const LF = 0x0a
const CR = 0x0d
const CARET = 0x5e
const TILDE = 0x7e
const EXCLAMATION = 0x21

/** How many bytes belong to an immediate command after its letters: new prefix or delimiter, what `~HQ` asks for. */
const PARAMETER_BYTES: Readonly<Record<string, number>> = { CC: 1, CT: 1, CD: 1, HQ: 2 }
/** Immediate commands whose parameters run on to the next command or line. */
const OPEN_ENDED = new Set([
  'DB',
  'DE',
  'DG',
  'DN',
  'DS',
  'DT',
  'DU',
  'DY',
  'JS',
  'KB',
  'NC',
  'NT',
  'RO',
  'SD',
  'TA',
  'WQ'
])

type Reading =
  | { readonly kind: 'text' }
  /** After a prefix: the letters of a command come. */
  | { readonly kind: 'name'; readonly prefix: 'format' | 'immediate'; readonly bytes: number[] }
  | { readonly kind: 'parameters'; readonly name: string; left: number; text: string }
  /** After `^CC`, `^CT` or `^CD` in a format: the next byte is the new prefix or delimiter. */
  | { readonly kind: 'new-prefix'; readonly name: string }
  | { readonly kind: 'skip' }
  | { readonly kind: 'line'; text: string }

const TEXT: Reading = { kind: 'text' }
const SKIP: Reading = { kind: 'skip' }

/**
 * Splits what a printer receives into formats, immediate commands and Set-Get-Do lines, however the bytes are cut.
 *
 * ZPL II Programming Guide: `^XA` and `^XZ` (or STX and ETX) enclose a format, and `^` commands count only inside one;
 * `~` commands act at once wherever they stand, inside a format and inside field data too; `^CC`, `^CT` and `~CC`, `~CT`
 * change the prefixes until they are changed again. A Set-Get-Do command begins on a fresh line outside a format.
 * What the guide leaves open is read in the way that is worse for the sender: `^XA` inside a format does not begin anew.
 */
export function createStreamSplitter(handlers: StreamHandlers): StreamSplitter {
  let caret = CARET
  let tilde = TILDE
  let reading: Reading = TEXT
  let format: number[] | undefined
  let freshLine = true

  function take(byte: number): void {
    switch (reading.kind) {
      case 'text':
        return takeText(byte)
      case 'name':
        return takeName(reading, byte)
      case 'parameters':
        return takeParameter(reading, byte)
      case 'new-prefix':
        setPrefix(reading.name, byte)
        format?.push(byte)
        reading = TEXT
        return
      case 'skip':
        if (byte !== caret && byte !== tilde && byte !== CR && byte !== LF) return
        reading = TEXT
        return takeText(byte)
      case 'line':
        return takeLine(reading, byte)
    }
  }

  function takeText(byte: number): void {
    if (byte === tilde) reading = { kind: 'name', prefix: 'immediate', bytes: [] }
    else if (byte === caret) reading = { kind: 'name', prefix: 'format', bytes: [] }
    else if (byte === STX && !format) format = [byte]
    else if (byte === ETX && format) end([...format, byte])
    else if (byte === EXCLAMATION && !format && freshLine) reading = { kind: 'line', text: '!' }
    else format?.push(byte)
    freshLine = byte === CR || byte === LF
  }

  function takeName(command: Extract<Reading, { kind: 'name' }>, byte: number): void {
    if (!isNameByte(byte)) {
      reading = TEXT
      if (command.prefix === 'format') format?.push(caret, ...command.bytes)
      takeText(byte)
      return
    }
    command.bytes.push(byte)
    if (command.bytes.length < 2) return
    reading = TEXT
    const name = String.fromCharCode(...command.bytes).toUpperCase()
    if (command.prefix === 'immediate') beginImmediate(name)
    else if (name === 'XA' && !format) format = [caret, ...command.bytes]
    else if (format) takeFormatCommand(format, name, command.bytes)
  }

  function takeFormatCommand(begun: number[], name: string, letters: readonly number[]): void {
    begun.push(caret, ...letters)
    if (name === 'XZ') end(begun)
    else if (isPrefixCommand(name)) reading = { kind: 'new-prefix', name }
  }

  function beginImmediate(name: string): void {
    const left = PARAMETER_BYTES[name] ?? 0
    if (left > 0) {
      reading = { kind: 'parameters', name, left, text: '' }
      return
    }
    if (OPEN_ENDED.has(name)) reading = SKIP
    handlers.immediate(name, '')
  }

  function takeParameter(command: Extract<Reading, { kind: 'parameters' }>, byte: number): void {
    command.text += String.fromCharCode(byte)
    command.left -= 1
    if (command.left > 0) return
    reading = TEXT
    if (isPrefixCommand(command.name)) setPrefix(command.name, byte)
    handlers.immediate(command.name, command.text)
  }

  function takeLine(line: Extract<Reading, { kind: 'line' }>, byte: number): void {
    if (byte !== CR && byte !== LF) {
      if (line.text.length < MAX_LINE_BYTES) line.text += String.fromCharCode(byte)
      return
    }
    reading = TEXT
    freshLine = true
    handlers.setGetDo(line.text)
  }

  function setPrefix(name: string, byte: number): void {
    if (name === 'CC') caret = byte
    else if (name === 'CT') tilde = byte
  }

  function end(bytes: readonly number[]): void {
    format = undefined
    handlers.format(new Uint8Array(bytes))
  }

  return {
    push: (bytes) => {
      for (const byte of bytes) {
        take(byte)
        if (format && format.length > MAX_FORMAT_BYTES) format = undefined
      }
    },
    partial: () => format !== undefined,
    dropPartial: () => {
      format = undefined
    }
  }
}

function isNameByte(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x40
  )
}

function isPrefixCommand(name: string): boolean {
  return name === 'CC' || name === 'CT' || name === 'CD'
}
