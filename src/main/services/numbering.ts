import type { Instant } from '../../core/clock.ts'
import type { NumberContext } from '../../core/numbering/bind.ts'
import { parsePattern } from '../../core/numbering/parse-pattern.ts'
import type { Pattern } from '../../core/numbering/pattern.ts'
import { periodOf, renderNumber, seriesOf } from '../../core/numbering/series.ts'
import type { ReadableDb, WritableDb } from '../store/database.ts'
import { advanceCounter, nextCounter } from '../store/number-series.ts'

/** Numbers that a series would give next, with where its counter would then stand. */
export type DrawnNumbers =
  | {
      readonly ok: true
      readonly numbers: readonly string[]
      readonly series: string
      readonly period: string
      readonly next: number
    }
  | { readonly ok: false; readonly reason: string }

/**
 * The next numbers of a pattern that nobody bears yet. Uses nothing up: {@link useNumbers} does, in the transaction
 * that creates what bears them.
 *
 * A number that is taken already, such as a supplier's serial that looks like ours, is passed over.
 */
export function drawNumbers(
  db: ReadableDb,
  patternText: string,
  context: NumberContext,
  at: Instant,
  count: number,
  isTaken: (number: string) => boolean
): DrawnNumbers {
  const pattern = patternOf(patternText)
  const series = seriesOf(pattern, context)
  if (!series.ok) return { ok: false, reason: series.reason }
  const period = periodOf(pattern, at)
  const numbers: string[] = []
  let counter = nextCounter(db, series.series, period)
  while (numbers.length < count) {
    const rendered = renderNumber(pattern, context, at, counter)
    if (!rendered.ok) return { ok: false, reason: rendered.reason }
    if (!isTaken(rendered.number)) numbers.push(rendered.number)
    counter += 1
  }
  return { ok: true, numbers, series: series.series, period, next: counter }
}

export function useNumbers(db: WritableDb, drawn: Extract<DrawnNumbers, { ok: true }>): void {
  advanceCounter(db, drawn.series, drawn.period, drawn.next)
}

function patternOf(text: string): Pattern {
  const parsed = parsePattern(text)
  if (!parsed.ok) throw new Error(`A stored pattern is not one: ${text}`)
  return parsed.pattern
}
