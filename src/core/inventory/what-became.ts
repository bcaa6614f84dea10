import { assertNever } from '../assert.ts'
import type { RowStatus } from './status.ts'
import type { LastChange } from './stock-directory.ts'

/** Says of what is no longer in stock what became of it: when, by whom, where and why. Begins with `was`. */
export function whatBecameOf(
  row: { readonly status: RowStatus; readonly location: string },
  last: LastChange | undefined
): string {
  return `was ${becameWords(row, last)}. Put it aside and ask a lead.`
}

/** `scrapped 2026-11-23 by kim at A-01: Dropped`. */
export function becameWords(
  row: { readonly status: RowStatus; readonly location: string },
  last: LastChange | undefined
): string {
  const when = last === undefined ? '' : ` ${last.at.slice(0, 10)} by ${last.operator}`
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
