import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { StationError } from '../../core/errors.ts'

/** A text file as it was read. */
export interface SourceText {
  /** Without a byte order mark. */
  readonly text: string
  /** SHA-256 of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string
}

/** Far more than any file of parts or orders; beyond it a file was chosen by mistake. */
const MAX_BYTES = 64 * 1024 * 1024

const HOW_TO_SAVE = 'Save it as CSV in UTF-8, or as JSON, and import it again.'

/** Reads a file as UTF-8 text, with or without a byte order mark. Throws `StationError` where it is not that. */
export function readSource(file: string): SourceText {
  const bytes = readBytes(file)
  if (bytes.length === 0) throw unreadable(file, 'it is empty. Check that it was saved, and import it again.')
  return { text: decode(file, bytes), sha256: createHash('sha256').update(bytes).digest('hex') }
}

function readBytes(file: string): Buffer {
  try {
    const stats = statSync(file)
    if (stats.isDirectory()) throw unreadable(file, 'it is a folder. Name a file in it.')
    if (!stats.isFile()) throw unreadable(file, 'it is no ordinary file. Copy its content to one first.')
    if (stats.size > MAX_BYTES) {
      const limit = MAX_BYTES / 1024 / 1024
      throw unreadable(file, `it has more than ${limit} MB. Divide it, and import the parts one after another.`)
    }
    return readFileSync(file)
  } catch (error) {
    if (error instanceof StationError) throw error
    throw unreadable(file, explain(error), error)
  }
}

function decode(file: string, bytes: Buffer): string {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03) {
    throw unreadable(file, `it is a workbook of a spreadsheet program. ${HOW_TO_SAVE}`)
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw unreadable(file, `it is written in UTF-16. ${HOW_TO_SAVE}`)
  }
  if (bytes.includes(0)) throw unreadable(file, `it is no text file. ${HOW_TO_SAVE}`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const { line, byte } = firstStrayByte(bytes)
    const shown = `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`
    const why = `line ${line} holds a byte (${shown}) that is not UTF-8, as in files of older spreadsheet programs`
    throw unreadable(file, `${why}. ${HOW_TO_SAVE}`, error)
  }
}

/** Where text that is not UTF-8 first fails to be, looking line by line. */
function firstStrayByte(bytes: Buffer): { readonly line: number; readonly byte: number } {
  let start = 0
  for (let line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start)
    const content = bytes.subarray(start, end < 0 ? undefined : end)
    const length = content.toString('utf8').indexOf('\ufffd')
    if (length >= 0) {
      const valid = Buffer.byteLength(content.toString('utf8').slice(0, length))
      return { line, byte: content[valid] ?? 0 }
    }
    if (end < 0) break
    start = end + 1
  }
  return { line: 1, byte: bytes[0] ?? 0 }
}

function explain(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file. Check its name and folder.'
  if (code === 'EACCES' || code === 'EPERM') return 'this user may not read it. Give this user the right to.'
  return `${error instanceof Error ? error.message : String(error)}. Check the file and its drive.`
}

function unreadable(file: string, why: string, cause?: unknown): StationError {
  return new StationError('file-unreadable', `${file} cannot be read: ${why}`, cause === undefined ? {} : { cause })
}
