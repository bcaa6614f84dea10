import { assert } from '../../core/assert.ts'
import type { Day } from '../../core/clock.ts'
import type { NumberContext } from '../../core/numbering/bind.ts'
import { parsePattern } from '../../core/numbering/parse-pattern.ts'
import type { Pattern } from '../../core/numbering/pattern.ts'
import {
  createNumberWriter,
  periodOf,
  previewNumbers as previewNumbersOf,
  runOutRefusal,
  seriesOf
} from '../../core/numbering/series.ts'
import type { NumberPreview } from '../../core/receiving/directory.ts'
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
  day: Day,
  count: number,
  isTaken: (number: string) => boolean
): DrawnNumbers {
  const pattern = patternOf(patternText)
  const series = seriesOf(pattern, context)
  if (!series.ok) return { ok: false, reason: series.reason }
  const period = periodOf(pattern, day)
  const write = createNumberWriter(series.pattern, day)
  const numbers: string[] = []
  let counter = nextCounter(db, series.series, period)
  while (numbers.length < count) {
    const rendered = write(counter)
    if (!rendered.ok) return { ok: false, reason: runOutRefusal(pattern, numbers.length).reason }
    if (!isTaken(rendered.number)) numbers.push(rendered.number)
    counter += 1
  }
  return { ok: true, numbers, series: series.series, period, next: counter }
}

/** Up to so many numbers are gone through one by one to preview them: a screen asks with each scan. */
const MOST_GONE_THROUGH = 500

/** `next` is where the counter would stand after the batch. */
export type BatchPreview =
  | { readonly ok: true; readonly first: string; readonly last: string; readonly next: number }
  | { readonly ok: false; readonly reason: string }

/**
 * The first and the last of what {@link drawNumbers} would draw. Uses nothing up.
 *
 * The last of a larger batch is told as if nobody bore a number in between, which only a serial from outside could do.
 */
export function previewBatch(
  db: ReadableDb,
  patternText: string,
  context: NumberContext,
  day: Day,
  count: number,
  isTaken: (number: string) => boolean
): BatchPreview {
  const drawn = drawNumbers(db, patternText, context, day, count > MOST_GONE_THROUGH ? 1 : count, isTaken)
  if (!drawn.ok) return drawn
  const [first] = drawn.numbers
  const last = drawn.numbers.at(-1)
  assert(first !== undefined && last !== undefined, 'at least one number was drawn')
  if (drawn.numbers.length === count) return { ok: true, first, last, next: drawn.next }
  const batch = previewNumbersOf(patternOf(patternText), context, day, drawn.next - 1, count)
  if (!batch.ok) return { ok: false, reason: batch.reason }
  return { ok: true, first: batch.first, last: batch.last, next: drawn.next - 1 + count }
}

/** {@link previewBatch}, for who does not ask where the counter would stand. */
export function previewNumbers(...question: Parameters<typeof previewBatch>): NumberPreview {
  const batch = previewBatch(...question)
  return batch.ok ? { ok: true, first: batch.first, last: batch.last } : batch
}

export function useNumbers(db: WritableDb, drawn: Extract<DrawnNumbers, { ok: true }>): void {
  advanceCounter(db, drawn.series, drawn.period, drawn.next)
}

function patternOf(text: string): Pattern {
  const parsed = parsePattern(text)
  if (!parsed.ok) throw new Error(`A stored pattern is not one: ${text}`)
  return parsed.pattern
}
