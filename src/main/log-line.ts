import type { Instant } from '../core/clock.ts'

export interface LogEntry {
  readonly at: Instant
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  /** Fields, or whatever was thrown. */
  readonly cause: unknown
}

const SECRET_NAME = /passw|passphrase|passcode|secret|token|credential|authorization|cookie|^pin$|(private|api).?key/i
const MAX_TEXT_LENGTH = 4000
const MAX_DEPTH = 6
const MAX_ITEMS = 100

/** One line of JSON with its line feed. Anything may go in: secrets are hidden, and what is long or endless is cut. */
export function logLine({ at, level, event, cause }: LogEntry): string {
  return `${JSON.stringify({ at, level, event: readable(event, []), ...fieldsOf(cause) })}\n`
}

function fieldsOf(cause: unknown): object {
  if (cause === undefined) return {}
  const value = readable(cause, [])
  if (cause instanceof Error) return { error: value }
  // Fields keep their names, but none may pass itself off as the time, the level or the event.
  return isRecord(value) ? { fields: value } : { value }
}

/** A value that JSON can hold; `within` are the objects around it. */
function readable(value: unknown, within: readonly object[]): unknown {
  switch (typeof value) {
    case 'string':
      return value.length > MAX_TEXT_LENGTH ? `${value.slice(0, MAX_TEXT_LENGTH)}… (${value.length})` : value
    case 'bigint':
    case 'symbol':
    case 'function':
      return String(value)
    case 'object':
      return value === null ? null : readableObject(value, within)
    default:
      return value
  }
}

function readableObject(value: object, within: readonly object[]): unknown {
  if (within.includes(value)) return '(itself)'
  if (within.length >= MAX_DEPTH) return '(more)'
  const inside = [...within, value]
  if (value instanceof Error) return readableError(value, inside)
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '(no date)' : value.toISOString()
  if (value instanceof Uint8Array)
    return `(${value.length} bytes) ${Buffer.from(value.subarray(0, 64)).toString('hex')}`
  if (value instanceof Map || value instanceof Set) return readable(Array.from(value), inside)
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => readable(item, inside))
  return readableRecord(value, inside)
}

function readableError(error: Error, inside: readonly object[]): object {
  const { name, message, stack, cause } = error
  const facts = readableRecord(error, inside)
  return {
    name,
    message: readable(message, inside),
    ...facts,
    stack: readable(stack, inside),
    ...(cause === undefined ? {} : { cause: readable(cause, inside) })
  }
}

function readableRecord(value: object, inside: readonly object[]): Record<string, unknown> {
  const entries = Object.entries(value).slice(0, MAX_ITEMS)
  return Object.fromEntries(
    entries.map(([name, item]) => [name, SECRET_NAME.test(name) ? '(hidden)' : readable(item, inside)])
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
