import type { DateFormat } from '../barcode/dates.ts'
import type { FieldFormat } from '../barcode/label-field.ts'
import type { Day } from '../clock.ts'
import { parsePositiveQuantity } from '../quantity.ts'
import type { TaughtMeaning } from './meaning.ts'
import { DATE_FORMATS, dayIn, isNear } from './plausible-date.ts'
import { classOf } from './runs.ts'
import { filledValues, type Piece } from './taken-apart.ts'

/** One way to read a piece as what it was said to be. */
export interface Variant {
  /** What every piece begins with and is no part of the value: `C` of `C88X`. */
  readonly lead: string
  readonly format: FieldFormat
  /** It stands on every label just so, and tells the label from others. */
  readonly isConstant: boolean
}

/** How a piece can be what it is said to be, the likeliest first. None where it cannot be. */
export function variantsOf(piece: Piece, meaning: TaughtMeaning, today: Day): readonly Variant[] {
  const values = filledValues(piece)
  if (values.length === 0) return []
  switch (meaning) {
    case 'nothing':
      return constancies(piece)
    case 'quantity':
      return leadsOf(values)
        .filter((lead) => values.every((value) => parsePositiveQuantity(value.slice(lead.length).trim()).ok))
        .map((lead) => ({ lead, format: 'quantity', isConstant: false }))
    case 'expiry':
    case 'made':
      return leadsOf(values).flatMap((lead) =>
        datesIn(
          values.map((value) => value.slice(lead.length).trim()),
          meaning,
          today
        ).map((format): Variant => ({ lead, format, isConstant: false }))
      )
    default:
      return leadsOf(values).map((lead) => ({ lead, format: 'text', isConstant: false }))
  }
}

/**
 * What never changed may change one day, and then the label is not known any more. Letters alone are most often the
 * supplier's or the label's name; digits are a date, an order or a part that happened to be the same.
 */
function constancies({ mark, values }: Piece): readonly Variant[] {
  const free: Variant = { lead: '', format: 'text', isConstant: false }
  const [first, ...others] = values
  if (mark !== '' || first === null || first === undefined || others.length === 0) return [free]
  if (others.some((value) => value !== first)) return [free]
  const constant: Variant = { ...free, isConstant: true }
  return /\d/.test(first) ? [free, constant] : [constant, free]
}

const MAX_LEADS = 3

/** What all values begin with, as far as it can be something else than the value: nothing first. */
function leadsOf(values: readonly string[]): readonly string[] {
  const common = commonBeginning(values)
  const leads = ['']
  for (let at = 1; at <= common.length && leads.length <= MAX_LEADS; at += 1) {
    const isWhole = values.some((value) => value.slice(at).trim() === '')
    if (isWhole) break
    const [before, after] = [classOf(common.charAt(at - 1)), classOf(values[0]?.charAt(at) ?? '')]
    if (before === 'other' ? after !== 'other' : before === 'letter' && after === 'digit')
      leads.push(common.slice(0, at))
  }
  return leads
}

function commonBeginning([first = '', ...others]: readonly string[]): string {
  let length = first.length
  for (const other of others) {
    while (!other.startsWith(first.slice(0, length))) length -= 1
  }
  return first.slice(0, length)
}

/** Goods run out after today and were made before it: the format in which most values say so comes first. */
export function datesIn(values: readonly string[], meaning: 'expiry' | 'made', today: Day): readonly DateFormat[] {
  const readings = DATE_FORMATS.map((format) => ({ format, days: values.map((value) => dayIn(value, format, today)) }))
  const readable = readings.filter(({ days }) => days.every((day) => day !== undefined))
  const formats = readable.filter(
    ({ format }) => format !== 'YYMMD0' || !readable.some((other) => other.format === 'YYMMDD')
  )
  const likely = (days: readonly (Day | undefined)[]): number =>
    days.filter(
      (day) => day !== undefined && isNear(day, today) && (meaning === 'expiry' ? day >= today : day <= today)
    ).length
  return formats.toSorted((one, other) => likely(other.days) - likely(one.days)).map(({ format }) => format)
}
