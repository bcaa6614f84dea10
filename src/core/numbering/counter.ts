import { assert } from '../assert.ts'

/** How a counter is written: `decimal` as `{#####}`, `base32` as `{X#####}`. */
export type CounterDigits = 'decimal' | 'base32'

/** The digits in order of value. The 32 leave out I, L, O and U, which are misread as 1, 1, 0 and V. */
export const COUNTER_ALPHABETS: Readonly<Record<CounterDigits, string>> = {
  decimal: '0123456789',
  base32: '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
}

/** The widest counters whose every value is a whole number that a double and SQLite hold exactly. */
export const MAX_COUNTER_WIDTH: Readonly<Record<CounterDigits, number>> = { decimal: 15, base32: 10 }

/** How many numbers a counter gives: from 1 to the last that its width has room for. */
export function counterCapacity(digits: CounterDigits, width: number): number {
  return COUNTER_ALPHABETS[digits].length ** width - 1
}

/** A counter's value from 1, filled up with zeros to its width. */
export function formatCounter(digits: CounterDigits, width: number, value: number): string {
  assert(
    Number.isSafeInteger(value) && value >= 1 && value <= counterCapacity(digits, width),
    `a counter of width ${width} cannot show ${value}`
  )
  if (digits === 'decimal') return String(value).padStart(width, '0')
  const alphabet = COUNTER_ALPHABETS[digits]
  let text = ''
  for (let rest = value; rest > 0; rest = Math.floor(rest / 32)) text = alphabet.charAt(rest % 32) + text
  return text.padStart(width, '0')
}
