import { formatQuantity } from '../../../core/quantity.ts'
import type { Quantity } from '../../../core/quantity.ts'

const THIN_SPACE = '\u2009'

/** A quantity for reading: its exact decimal, with whole digits in groups of three, as in `12 500.25`. */
export function groupedQuantity(quantity: Quantity): string {
  const [whole = '', decimals] = formatQuantity(quantity).split('.')
  const grouped = groupDigits(whole)
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

/** A count of things, in groups of three digits. */
export function groupedCount(count: number): string {
  return groupDigits(String(count))
}

function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE)
}
