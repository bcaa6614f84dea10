import type { Day } from '../clock.ts'
import { describeQuantityProblem, parsePositiveQuantity } from '../quantity.ts'
import type { Quantity } from '../quantity.ts'
import { hasControlCharacter } from './control-characters.ts'
import { readDate } from './dates.ts'
import type { DateFormat } from './dates.ts'

/** What a field of a supplier's label is about, whatever standard or habit it is written in. */
export type FieldMeaning =
  | 'part-number'
  | 'supplier-part-number'
  | 'manufacturer-part-number'
  | 'gtin'
  | 'revision'
  | 'serial'
  | 'lot'
  | 'supplier-lot'
  | 'quantity'
  | 'unit'
  | 'expiry'
  | 'best-before'
  | 'production-date'
  | 'date-code'
  | 'order'
  | 'order-line'
  | 'supplier-order'
  | 'packing-list'
  | 'package'
  | 'supplier'
  | 'manufacturer'
  | 'origin'
  | 'other'
  | 'unknown'

/** What the value of a field says once it is understood. */
export type FieldContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quantity'; readonly quantity: Quantity; readonly unit: string | null }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'order-and-line'; readonly order: string; readonly line: string }
  /** `isUsual`: suppliers print it so on purpose, and it only means that the label does not say. */
  | { readonly kind: 'invalid'; readonly reason: string; readonly isUsual?: true }

export interface LabelField {
  /** As in its standard, `1T` or `3103`; the key of a vendor's format; empty where the label gives none. */
  readonly identifier: string
  readonly title: string
  readonly meaning: FieldMeaning
  /** As it stands on the label, without outer blanks. */
  readonly value: string
  readonly content: FieldContent
}

/**
 * How a value is written; a date by the order of its digits, a country in the two letters of ISO 3166. A point in a
 * `quantity` may part thousands, in a `decimal` only decimals.
 */
export type FieldFormat = 'text' | 'quantity' | 'decimal' | 'quantity-and-unit' | 'country' | DateFormat

export interface FieldDefinition {
  readonly title: string
  readonly meaning: FieldMeaning
  readonly format: FieldFormat
}

/** Understands the value of a field by its definition. `today` tells the century of short years. */
export function readField(identifier: string, definition: FieldDefinition, value: string, today: Day): LabelField {
  const trimmed = value.trim()
  const content = readContent(definition, trimmed, today)
  return { identifier, title: definition.title, meaning: definition.meaning, value: trimmed, content }
}

/** A field that is kept and shown, though nobody knows what it means. */
export function unknownField(identifier: string, value: string): LabelField {
  const trimmed = value.trim()
  return { identifier, title: '', meaning: 'unknown', value: trimmed, content: readText(trimmed) }
}

export function invalid(reason: string): FieldContent {
  return { kind: 'invalid', reason }
}

export function readText(text: string): FieldContent {
  return hasControlCharacter(text) ? invalid('it holds signs that cannot be printed') : { kind: 'text', text }
}

export function readDay(digits: string, format: DateFormat, today: Day): FieldContent {
  const reading = readDate(digits, format, today)
  switch (reading.kind) {
    case 'day':
      return reading
    case 'month':
      return { kind: 'day', day: reading.lastDay }
    case 'invalid':
      return invalid(`it is no date of ${DATE_WORDS[format]}`)
  }
}

const DATE_WORDS: Readonly<Record<DateFormat, string>> = {
  YYMMDD: 'year, month and day',
  YYMMD0: 'year, month and day',
  DDMMYY: 'day, month and year',
  MMDDYY: 'month, day and year',
  YYYYMMDD: 'year, month and day',
  DDMMYYYY: 'day, month and year',
  YYDDD: 'year and day of the year'
}

function readContent(definition: FieldDefinition, value: string, today: Day): FieldContent {
  if (/^N\/T$/i.test(value) && NOT_TRACEABLE.includes(definition.meaning))
    return { kind: 'invalid', reason: 'the supplier does not trace it', isUsual: true }
  switch (definition.format) {
    case 'text':
      return readText(value)
    case 'country':
      return /^[A-Za-z]{2}$/.test(value) ? readText(value) : invalid('a country has two letters')
    case 'quantity':
      return mayBeThousands(value) ? invalid('its point may part thousands or decimals') : readQuantity(value, null)
    case 'decimal':
      return readQuantity(value, null)
    case 'quantity-and-unit':
      return readQuantityAndUnit(value)
    default:
      return readDay(value, definition.format, today)
  }
}

/** EIGP 114 prints `N/T` where a date or a lot is not traced. */
const NOT_TRACEABLE: readonly FieldMeaning[] = [
  'lot',
  'supplier-lot',
  'production-date',
  'date-code',
  'expiry',
  'best-before'
]

/** `1.000` is a thousand to many who print it; the standards want digits alone. */
function mayBeThousands(value: string): boolean {
  return /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(value)
}

/**
 * A number and the code of a unit, `10.5LB` (ANSI MH10.8.2, 7Q). Some codes begin with a digit, so that of `12M` nobody
 * can say where the number ends.
 */
function readQuantityAndUnit(value: string): FieldContent {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?) ?([A-Za-z][A-Za-z\d]{0,2})$/.exec(value) ?? []
  if (unit === '') return invalid('it is no number with its unit behind')
  if (unit.length === 1 && value.endsWith(`${digits}${unit}`) && /\d[1-9]$/.test(digits))
    return invalid('its unit cannot be told from its number')
  return readQuantity(digits, unit)
}

function readQuantity(digits: string, unit: string | null): FieldContent {
  const reading = parsePositiveQuantity(digits)
  if (!reading.ok) return invalid(describeQuantityProblem(reading.problem))
  return { kind: 'quantity', quantity: reading.quantity, unit }
}
