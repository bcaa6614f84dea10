import type { Day } from '../clock.ts'
import type { Quantity } from '../quantity.ts'
import type { FieldContent, FieldMeaning, LabelField } from './label-field.ts'

/** The format that a supplier's label is written in. */
export type LabelSource =
  'iso15434-05' | 'iso15434-06' | 'iso15434-12' | 'iso15434' | 'gs1' | 'digital-link' | 'lcsc' | 'tme'

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
  readonly message: string
}

/**
 * What a supplier's label says, the same in shape for all formats.
 *
 * Null and an empty list mean that the label does not say, never that there is none: a scan blanks nothing.
 */
export interface SupplierLabel {
  readonly source: LabelSource
  /** All fields in the order of the label, those without a known meaning too. */
  readonly fields: readonly LabelField[]
  /** In the order to be tried: the customer's number, the supplier's, the maker's, the GTIN (14 digits). */
  readonly partNumbers: readonly PartNumberCandidate[]
  readonly serials: readonly Sourced<string>[]
  /** The lot that the customer has assigned. */
  readonly lot: Sourced<string> | null
  readonly supplierLot: Sourced<string> | null
  readonly quantity: Sourced<Quantity> | null
  /** The unit printed with the quantity. */
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
  const single = <T>(meaning: FieldMeaning, take: (content: FieldContent) => T | undefined): Sourced<T> | null => {
    const values = distinct(pick(fields, meaning, take))
    const [first, second] = values
    if (second === undefined) return first ?? null
    warnings.push(conflictOf(meaning, values))
    return null
  }
  const list = (meaning: FieldMeaning) => distinct(pick(fields, meaning, textOf))
  const quantity = single('quantity', quantityIn)
  const unit = single('quantity', unitIn)
  return {
    source,
    fields,
    partNumbers: PART_NUMBERS.flatMap((meaning) => list(meaning).map((number) => ({ ...number, meaning }))),
    serials: list('serial'),
    lot: single('lot', textOf),
    supplierLot: single('supplier-lot', textOf),
    quantity: unitsDiffer(fields) ? null : quantity,
    unit: quantity && unit,
    expiry: single('expiry', dayIn),
    bestBefore: single('best-before', dayIn),
    productionDate: single('production-date', dayIn),
    dateCodes: list('date-code'),
    orders: list('order'),
    orderLine: single('order-line', textOf),
    packages: list('package'),
    origin: single('origin', textOf),
    warnings
  }
}

function pick<T>(
  fields: readonly LabelField[],
  meaning: FieldMeaning,
  take: (content: FieldContent) => T | undefined
): Sourced<T>[] {
  return fields.flatMap((field) => {
    const value = field.meaning === meaning ? take(field.content) : undefined
    return value === undefined ? [] : [{ value, identifier: field.identifier }]
  })
}

function distinct<T>(values: readonly Sourced<T>[]): Sourced<T>[] {
  const seen = new Map<string, Sourced<T>>()
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
  for (const { identifier, title, content } of fields) {
    const name = `${identifier} ${title}`.trim()
    if (content.kind === 'invalid')
      warnings.push({ kind: 'invalid', identifier, message: `${name}: ${content.reason}` })
    if (seen.has(identifier) && identifier !== '' && !repeated.has(identifier)) {
      repeated.add(identifier)
      warnings.push({ kind: 'repeated', identifier, message: `${name} is on the label more than once` })
    }
    seen.add(identifier)
  }
  return warnings
}

function conflictOf(meaning: FieldMeaning, values: readonly Sourced<unknown>[]): LabelWarning {
  const identifiers = values.map(({ identifier }) => identifier)
  return {
    kind: 'conflict',
    identifier: identifiers[0] ?? '',
    message: `The label gives more than one ${meaning.replaceAll('-', ' ')} (${identifiers.join(', ')}): choose one`
  }
}

function textOf(content: FieldContent): string | undefined {
  return content.kind === 'text' ? content.text : undefined
}

function dayIn(content: FieldContent): Day | undefined {
  return content.kind === 'day' ? content.day : undefined
}

function quantityIn(content: FieldContent): Quantity | undefined {
  return content.kind === 'quantity' ? content.quantity : undefined
}

function unitIn(content: FieldContent): string | undefined {
  return (content.kind === 'quantity' ? content.unit : null) ?? undefined
}

/** 10 feet and 10 metres are the same number and not the same quantity. */
function unitsDiffer(fields: readonly LabelField[]): boolean {
  return distinct(pick(fields, 'quantity', unitIn)).length > 1
}
