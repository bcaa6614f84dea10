import { assertNever } from '../assert.ts'
import type { Day } from '../clock.ts'
import { bindPattern, type BindingProblem, type NumberContext } from './bind.ts'
import { dateText, meansWeekYear, periodOf as periodOfDay, restartOf, type Restart } from './calendar.ts'
import { checkCharacterOf } from './check-character.ts'
import { counterCapacity, formatCounter } from './counter.ts'
import {
  contextTokensOf,
  dateTokensOf,
  formatPattern,
  type ContextToken,
  type Pattern,
  type PatternElement
} from './pattern.ts'

/** Why a number cannot be made here and now. */
export type NumberProblem =
  | BindingProblem
  | { readonly kind: 'missing-context'; readonly tokens: readonly ContextToken[] }
  | { readonly kind: 'run-out'; readonly capacity: number; readonly remaining: number }

/** `reason` says the problem in words, with what to do about it. */
export interface NumberRefusal {
  readonly ok: false
  readonly problem: NumberProblem
  readonly reason: string
}

export type SeriesReading = { readonly ok: true; readonly series: string; readonly pattern: Pattern } | NumberRefusal

export type Rendered = { readonly ok: true; readonly number: string } | NumberRefusal

/**
 * The key under which a pattern's counter is kept: the pattern with its context bound, which is a pattern itself.
 *
 * Two parts with the same `SN-{#####}` share one counter; `{PN}-{####}` counts for each part. In one series, a period
 * and a counter's value make one number, and no two make the same.
 */
export function seriesOf(pattern: Pattern, context: NumberContext): SeriesReading {
  const binding = bindPattern(pattern, context)
  if (!binding.ok) return binding
  const tokens = contextTokensOf(binding.pattern)
  if (tokens.length > 0) return refused(pattern, { kind: 'missing-context', tokens })
  return { ok: true, series: formatPattern(binding.pattern), pattern: binding.pattern }
}

/** How often a pattern's counter begins again at 1: as often as its date tokens allow without repeating a number. */
export function restartOfPattern(pattern: Pattern): Restart {
  return restartOf(dateTokensOf(pattern))
}

/**
 * The period of a pattern's counter on a day. Each period has a counter of its own, so that a clock that jumps back
 * goes on in the old period and repeats nothing.
 */
export function periodOf(pattern: Pattern, day: Day): string {
  return periodOfDay(restartOfPattern(pattern), day)
}

/** How many numbers a pattern gives in one period. */
export function capacityOf(pattern: Pattern): number {
  return counterCapacity(pattern.counter.digits, pattern.counter.width)
}

/** The number for a counter's value, a whole number from 1. It is always a legal code. */
export function renderNumber(pattern: Pattern, context: NumberContext, day: Day, value: number): Rendered {
  const series = seriesOf(pattern, context)
  return series.ok ? createNumberWriter(series.pattern, day)(value) : series
}

/**
 * Writes the numbers of a series on one day, for one counter value after the other: {@link renderNumber} for many.
 *
 * @param pattern a series' own pattern, whose context is bound
 */
export function createNumberWriter(pattern: Pattern, day: Day): (value: number) => Rendered {
  const capacity = capacityOf(pattern)
  const write = createTextWriter(pattern, day)
  return (value) =>
    value > capacity
      ? refused(pattern, { kind: 'run-out', capacity, remaining: 0 })
      : { ok: true, number: write(value) }
}

/** Says of a batch that its period has no more than `remaining` numbers for it. */
export function runOutRefusal(pattern: Pattern, remaining: number): NumberRefusal {
  return refused(pattern, { kind: 'run-out', capacity: capacityOf(pattern), remaining })
}

export type Preview =
  | {
      readonly ok: true
      readonly first: string
      readonly last: string
      /** How many numbers the period has left after these. */
      readonly remaining: number
      /** How many numbers a period has in all. */
      readonly capacity: number
    }
  | NumberRefusal

/** The first and the last of the next `count` numbers, one or more. Uses nothing up. */
export function previewNumbers(
  pattern: Pattern,
  context: NumberContext,
  day: Day,
  next: number,
  count: number
): Preview {
  const series = seriesOf(pattern, context)
  if (!series.ok) return series
  const capacity = capacityOf(pattern)
  const lastValue = next + count - 1
  if (lastValue > capacity) {
    return runOutRefusal(pattern, Math.max(0, capacity - next + 1))
  }
  const write = createTextWriter(series.pattern, day)
  return {
    ok: true,
    first: write(next),
    last: write(lastValue),
    remaining: capacity - lastValue,
    capacity
  }
}

/** What stays the same from number to number is worked out once. */
function createTextWriter(pattern: Pattern, day: Day): (value: number) => string {
  const weekYear = meansWeekYear(dateTokensOf(pattern))
  const pieces = pattern.elements.map((element) => pieceOf(element, day, weekYear))
  return (value) => {
    const texts = pieces.map((piece) => (typeof piece === 'function' ? piece(value) : piece))
    const check = texts.indexOf(undefined)
    if (check >= 0) texts[check] = checkCharacterOf(texts.join(''))
    return texts.join('')
  }
}

/** A text, or how it is made of the counter. Undefined for the check character, which depends on all the others. */
function pieceOf(
  element: PatternElement,
  day: Day,
  weekYear: boolean
): string | ((value: number) => string) | undefined {
  switch (element.kind) {
    case 'literal':
      return element.text
    case 'context':
      throw new Error(`{${element.token}} is not bound, which a series always is`)
    case 'date':
      return dateText(element.token, day, weekYear)
    case 'counter':
      return (value) => formatCounter(element.digits, element.width, value)
    case 'check':
      return undefined
    default:
      return assertNever(element)
  }
}

function refused(pattern: Pattern, problem: Exclude<NumberProblem, BindingProblem>): NumberRefusal {
  return { ok: false, problem, reason: describe(pattern, problem) }
}

function describe(pattern: Pattern, problem: Exclude<NumberProblem, BindingProblem>): string {
  switch (problem.kind) {
    case 'missing-context': {
      const tokens = problem.tokens.map((token) => `{${token}}`).join(' and ')
      return `The pattern ${formatPattern(pattern)} has ${tokens}, and nothing is known for that here. Take it out of the pattern, or supply it.`
    }
    case 'run-out': {
      const left =
        problem.remaining === 0
          ? 'none is left'
          : `only ${problem.remaining} ${problem.remaining === 1 ? 'is' : 'are'} left`
      return `The pattern ${formatPattern(pattern)} gives ${problem.capacity} numbers ${periodWords(pattern)}, and ${left}. Give the part a wider counter.`
    }
    default:
      return assertNever(problem)
  }
}

function periodWords(pattern: Pattern): string {
  const restart = restartOfPattern(pattern)
  switch (restart) {
    case 'never':
      return 'in all'
    case 'yearly':
      return 'a year'
    case 'monthly':
      return 'a month'
    case 'weekly':
      return 'a week'
    case 'daily':
      return 'a day'
    default:
      return assertNever(restart)
  }
}
