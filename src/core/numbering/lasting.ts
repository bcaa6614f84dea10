import { assertNever } from '../assert.ts'
import { addDays, type Day } from '../clock.ts'
import type { Restart } from './calendar.ts'
import { contextTokensOf, type ContextToken, type Pattern } from './pattern.ts'
import { runsOutAfter } from './run-out.ts'
import { restartOfPattern } from './series.ts'

/** How many numbers were used in the last days, today among them. */
export interface NumberUse {
  readonly used: number
  /** Whole days, one or more. */
  readonly days: number
}

/** How long the numbers of a pattern last. */
export type Lasting =
  /** Each order, or supplier, has a counter of its own. */
  | { readonly kind: 'each'; readonly tokens: readonly ContextToken[]; readonly restart: Restart }
  /** None was used lately. */
  | { readonly kind: 'unused'; readonly use: NumberUse; readonly restart: Restart }
  | { readonly kind: 'ever'; readonly use: NumberUse; readonly restart: Restart }
  /** Longer than anybody plans. */
  | { readonly kind: 'beyond'; readonly use: NumberUse }
  /** The day on which the last number is used. */
  | { readonly kind: 'until'; readonly use: NumberUse; readonly day: Day; readonly restart: Restart }

const YEARS_PLANNED = 100
const DAYS_PLANNED = 36_525

/**
 * How long numbers last when as many are used each day as lately.
 *
 * @param pattern with all bound that is known before an order comes
 * @param next the counter of the number that is given next
 */
export function lastingOf(pattern: Pattern, today: Day, next: number, use: NumberUse): Lasting {
  const restart = restartOfPattern(pattern)
  const tokens = contextTokensOf(pattern)
  if (tokens.length > 0) return { kind: 'each', tokens, restart }
  if (use.used === 0) return { kind: 'unused', use, restart }
  const days = runsOutAfter(pattern, today, next, use.used / use.days)
  if (days === undefined) return { kind: 'ever', use, restart }
  return days > DAYS_PLANNED ? { kind: 'beyond', use } : { kind: 'until', use, day: addDays(today, days), restart }
}

/** A sentence that stands by itself. */
export function lastingInWords(lasting: Lasting, today: Day): string {
  switch (lasting.kind) {
    case 'each': {
      const anew = lasting.restart === 'never' ? '' : `, anew ${EACH[lasting.restart]}`
      return `Each ${lasting.tokens.map((token) => TOKEN_WORDS[token]).join(' and ')} counts from 1${anew}.`
    }
    case 'unused': {
      const anew = lasting.restart === 'never' ? '' : ` It starts anew ${EACH[lasting.restart]}.`
      return `None was used in ${lastDays(lasting.use)}, so nobody can say when it runs out.${anew}`
    }
    case 'ever':
      return lasting.restart === 'never'
        ? `${rateInWords(lasting.use)}, never runs out.`
        : `${rateInWords(lasting.use)}, never runs out: it starts anew ${EACH[lasting.restart]}.`
    case 'beyond':
      return `${rateInWords(lasting.use)}, lasts more than ${YEARS_PLANNED} years.`
    case 'until': {
      const anew = lasting.restart === 'never' ? '' : `, though it starts anew ${EACH[lasting.restart]}`
      const until = lasting.day === today ? 'runs out today' : `lasts until ${lasting.day}`
      return `${rateInWords(lasting.use)}, ${until}${anew}.`
    }
    default:
      return assertNever(lasting)
  }
}

const EACH: Readonly<Record<Exclude<Restart, 'never'>, string>> = {
  yearly: 'each year',
  monthly: 'each month',
  weekly: 'each week',
  daily: 'each day'
}

/** A number made in a run has the run for its order. */
const TOKEN_WORDS: Readonly<Record<ContextToken, string>> = {
  PN: 'part',
  REV: 'revision',
  ORDER: 'order or run',
  SUPPLIER: 'supplier',
  SITE: 'site',
  STATION: 'station'
}

/** `At 40 a day, as in the last 30 days`; where it is less than one a day, `At 3 in the last 30 days`. */
function rateInWords(use: NumberUse): string {
  const perDay = use.used / use.days
  if (perDay < 1) return `At ${use.used} in ${lastDays(use)}`
  const shown = perDay < 10 ? Number(perDay.toFixed(1)) : Math.round(perDay)
  return `At ${shown} a day, as in ${lastDays(use)}`
}

function lastDays({ days }: NumberUse): string {
  return days === 1 ? 'the last day' : `the last ${days} days`
}
