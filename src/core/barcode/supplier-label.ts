import type { Day } from '../clock.ts'
import { formatQuantity } from '../quantity.ts'
import type { Quantity } from '../quantity.ts'
import { shown } from '../words.ts'
import type { FieldMeaning, LabelField } from './label-field.ts'

/** The format that a supplier's label is written in. */
export type LabelSource =
  | 'iso15434-05'
  | 'iso15434-06'
  | 'iso15434-12'
  | 'iso15434'
  | 'gs1'
  | 'digital-link'
  | 'lcsc'
  | 'tme'
  /** A format that a clerk has taught the station. */
  | 'taught'
  /** A bar code of one field with its data identifier. */
  | 'single-field'

/** A value and the identifier of the field that it comes from. */
export interface Sourced<T> {
  readonly value: T
  readonly identifier: string
}

export interface PartNumberCandidate extends Sourced<string> {
  readonly meaning: FieldMeaning
}

/**
 * What a clerk may want to know about a label that was read.
 *
 * `envelope`: the frame around the fields is damaged, which many suppliers print; the fields are whole. `invalid`: a
 * value is not what its identifier asks for and is not used. `conflict`: two fields give different values for one
 * thing, so neither is used. `repeated`: an identifier is there more than once. `run-together`: a separator may be
 * missing inside a value. `leftover`: something on the label is no field.
 */
export interface LabelWarning {
  readonly kind: 'envelope' | 'invalid' | 'conflict' | 'repeated' | 'run-together' | 'leftover'
  /** Empty where no field is meant. */
  readonly identifier: string
  /** What the field is about; absent where no field is meant. */
  readonly meaning?: FieldMeaning
  /** Suppliers print it so on purpose: nobody needs to hear of it. */
  readonly isUsual?: true
  /** A sentence for a clerk, without its full stop. */
  readonly message: string
}

/**
 * What a supplier's label says, the same in shape for all formats.
 *
 * Null and an empty list mean that the label does not say, never that there is none: a scan blanks nothing.
 */
export interface SupplierLabel {
  readonly source: LabelSource
  /** The taught format that it was read by, or whose meanings it has besides its own. */
  readonly format?: string
  /** All fields in the order of the label, those without a known meaning too. */
  readonly fields: readonly LabelField[]
  /** In the order to be tried: the customer's number, the supplier's, the maker's, the GTIN (14 digits). */
  readonly partNumbers: readonly PartNumberCandidate[]
  readonly serials: readonly Sourced<string>[]
  /** The lot that the customer has assigned. */
  readonly lot: Sourced<string> | null
  readonly supplierLot: Sourced<string> | null
  readonly quantity: Sourced<Quantity> | null
  /** The unit printed with the quantity, or for it. */
  readonly unit: Sourced<string> | null
  readonly expiry: Sourced<Day> | null
  readonly bestBefore: Sourced<Day> | null
  readonly productionDate: Sourced<Day> | null
  readonly dateCodes: readonly Sourced<string>[]
  /** The customer's order numbers. */
  readonly orders: readonly Sourced<string>[]
  readonly orderLine: Sourced<string> | null
  /** Numbers of the package or pallet, the same on each scan of it. */
  readonly packages: readonly Sourced<string>[]
  readonly origin: Sourced<string> | null
  readonly warnings: readonly LabelWarning[]
}

const PART_NUMBERS: readonly FieldMeaning[] = [
  'part-number',
  'supplier-part-number',
  'manufacturer-part-number',
  'gtin'
]

/** Draws together what the fields of a label say. `found` are warnings about the label as a whole. */
export function buildSupplierLabel(
  source: LabelSource,
  fields: readonly LabelField[],
  found: readonly LabelWarning[] = []
): SupplierLabel {
  const warnings: LabelWarning[] = [...found, ...warnAboutFields(fields)]
  const single = <T>(meaning: FieldMeaning, take: Take<T>): Sourced<T> | null => {
    const values = distinct(pick(fields, take))
    const [first, second] = values
    if (second === undefined) return first ?? null
    warnings.push(conflictOf(meaning, values))
    return null
  }
  const list = (meaning: FieldMeaning) => distinct(pick(fields, textOf(meaning)))
  const quantity = single('quantity', quantityOf)
  const unit = single('unit', unitOf)
  return {
    source,
    fields,
    partNumbers: distinct(PART_NUMBERS.flatMap((meaning) => list(meaning).map((number) => ({ ...number, meaning })))),
    serials: list('serial'),
    lot: single('lot', textOf('lot')),
    supplierLot: single('supplier-lot', textOf('supplier-lot')),
    // 10 feet and 10 metres are the same number and not the same quantity.
    quantity: distinct(pick(fields, unitOf)).length > 1 ? null : quantity,
    unit: quantity && unit,
    expiry: single('expiry', dayOf('expiry')),
    bestBefore: single('best-before', dayOf('best-before')),
    productionDate: single('production-date', dayOf('production-date')),
    dateCodes: list('date-code'),
    orders: distinct(pick(fields, orderOf)),
    orderLine: single('order-line', orderLineOf),
    packages: list('package'),
    origin: single('origin', textOf('origin')),
    warnings
  }
}

type Take<T> = (field: LabelField) => T | undefined

function pick<T>(fields: readonly LabelField[], take: Take<T>): Sourced<T>[] {
  return fields.flatMap((field) => {
    const value = take(field)
    return value === undefined ? [] : [{ value, identifier: field.identifier }]
  })
}

function distinct<S extends Sourced<unknown>>(values: readonly S[]): S[] {
  const seen = new Map<string, S>()
  for (const value of values) {
    const key = JSON.stringify(value.value)
    if (!seen.has(key)) seen.set(key, value)
  }
  return [...seen.values()]
}

function warnAboutFields(fields: readonly LabelField[]): LabelWarning[] {
  const warnings: LabelWarning[] = []
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { identifier, title, meaning, value, content } of fields) {
    const name = `${identifier} ${title}`.trim()
    if (content.kind === 'invalid') {
      const message = `${title} ${shown(value)} on the label is not used: ${content.reason}`
      const usual = content.isUsual === undefined ? {} : { isUsual: content.isUsual }
      warnings.push({ kind: 'invalid', identifier, meaning, message: message.trim(), ...usual })
    }
    if (seen.has(identifier) && identifier !== '' && !repeated.has(identifier)) {
      repeated.add(identifier)
      warnings.push({ kind: 'repeated', identifier, message: `${name} is on the label more than once` })
    }
    seen.add(identifier)
  }
  return warnings
}

const SINGLE_THINGS: Readonly<Partial<Record<FieldMeaning, string>>> = {
  lot: 'lot of ours',
  'supplier-lot': 'lot',
  'order-line': 'order line',
  'best-before': 'best-before date',
  'production-date': 'production date'
}

function conflictOf(meaning: FieldMeaning, values: readonly Sourced<unknown>[]): LabelWarning {
  const said = values.map(({ value }) =>
    typeof value === 'number' ? formatQuantity(value as Quantity) : String(value)
  )
  const message = `The label gives more than one ${SINGLE_THINGS[meaning] ?? meaning}, ${said.map(shown).join(' and ')}: none of them is used`
  return { kind: 'conflict', identifier: values[0]?.identifier ?? '', meaning, message }
}

function textOf(meaning: FieldMeaning): Take<string> {
  return (field) => (field.meaning === meaning && field.content.kind === 'text' ? field.content.text : undefined)
}

function dayOf(meaning: FieldMeaning): Take<Day> {
  return (field) => (field.meaning === meaning && field.content.kind === 'day' ? field.content.day : undefined)
}

function quantityOf({ meaning, content }: LabelField): Quantity | undefined {
  return meaning === 'quantity' && content.kind === 'quantity' ? content.quantity : undefined
}

function unitOf({ meaning, content }: LabelField): string | undefined {
  if (meaning === 'unit' && content.kind === 'text') return content.text
  return meaning === 'quantity' && content.kind === 'quantity' ? (content.unit ?? undefined) : undefined
}

function orderOf(field: LabelField): string | undefined {
  return field.content.kind === 'order-and-line' ? field.content.order : textOf('order')(field)
}

function orderLineOf(field: LabelField): string | undefined {
  return field.content.kind === 'order-and-line' ? field.content.line : textOf('order-line')(field)
}
