import { assert } from '../core/assert.ts'

/**
 * Asks a printer for a variable (Set-Get-Do). It stands on a line of its own, never inside a format; the answer is the
 * value in double quotes.
 */
export function getVariable(name: string): string {
  assert(
    /^[a-z0-9_.]+$/.test(name),
    `variables have names like odometer.total_label_count, not ${JSON.stringify(name)}`
  )
  return `! U1 getvar "${name}"\r\n`
}

/** Labels in the printer's life, without feeds and calibration: its best evidence of a label. */
export const TOTAL_LABEL_COUNT = 'odometer.total_label_count'

/** The reading of an answer. `incomplete` may become one when more bytes come. */
export type VariableReading =
  | { readonly kind: 'value'; readonly value: string }
  /** The printer has no such variable. */
  | { readonly kind: 'unknown-variable' }
  | { readonly kind: 'incomplete' }

/** Reads an answer by its quotes alone: what follows them differs between printers. */
export function parseVariable(reply: string): VariableReading {
  const value = /"([^"]*)"/s.exec(reply)?.[1]
  if (value === undefined) return { kind: 'incomplete' }
  return value === '?' ? { kind: 'unknown-variable' } : { kind: 'value', value }
}

/** Reads a counter's value, such as `31084`; absent when it is no whole number. */
export function parseCount(value: string): number | undefined {
  return /^\s*\d{1,15}\s*$/.test(value) ? Number(value) : undefined
}
