import { assertNever } from '../assert.ts'
import type { LocalTime } from '../clock.ts'
import { refused, type RefusedAnswer } from '../session/answer.ts'
import { capitalised } from '../words.ts'
import type { RowStatus } from './status.ts'
import type { LastChange } from './stock-directory.ts'

/** Says of what is no longer in stock what became of it: when, by whom, where and why. Begins with `was`. */
export function whatBecameOf(
  row: { readonly status: RowStatus; readonly location: string },
  last: LastChange | undefined,
  local: LocalTime
): string {
  return `was ${becameWords(row, last, local)}. Put it aside and ask a lead.`
}

/** A scan of what is no longer there: refused by what became of it. */
export function gone(
  name: string,
  row: { readonly location: string },
  status: RowStatus,
  last: LastChange | undefined,
  local: LocalTime
): RefusedAnswer {
  const what = `${capitalised(name)} ${whatBecameOf({ status, location: row.location }, last, local)}`
  switch (status) {
    case 'consumed':
      return refused('consumed', 'Consumed', what)
    case 'scrapped':
      return refused('scrapped', 'Scrapped', what)
    case 'archived':
      return refused('archived', 'Archived', what)
    case 'missing':
      return refused(
        'missing',
        'Counted as missing',
        `${what} Since it is here, have its place counted, then scan it again.`
      )
    case 'being built':
      return refused(
        'being-built',
        'Not completed',
        `${capitalised(name)} is still being built. Complete it in its own run first, then scan it again.`
      )
    case 'installed':
      return refused('already-installed', 'Already installed', what, 'duplicate')
    case 'available':
    case 'on hold':
      return refused('not-in-stock', 'Not in stock', `Nothing of ${name} is in stock.`)
    default:
      return assertNever(status)
  }
}

/** `scrapped 2026-11-23 by kim at A-01: Dropped`. */
export function becameWords(
  row: { readonly status: RowStatus; readonly location: string },
  last: LastChange | undefined,
  local: LocalTime
): string {
  const when = last === undefined ? '' : ` ${local.dayOf(last.at)} by ${last.operator}`
  const why = last === undefined || last.reason === null ? '' : `: ${last.reason}`
  const what = last?.kind === 'returned' ? 'returned to its supplier' : participle(row.status)
  return `${what}${when} at ${row.location}${why}`
}

function participle(status: RowStatus): string {
  switch (status) {
    case 'installed':
    case 'consumed':
    case 'scrapped':
    case 'archived':
      return status
    case 'missing':
      return 'counted as missing'
    case 'being built':
      return 'not yet completed'
    case 'available':
    case 'on hold':
      return 'in stock'
    default:
      return assertNever(status)
  }
}
