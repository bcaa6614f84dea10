import type { Day } from '../clock.ts'
import { DATA_IDENTIFIERS } from './data-identifiers.ts'
import { invalid, readField, unknownField } from './label-field.ts'
import type { FieldContent, LabelField } from './label-field.ts'

/**
 * Splits a field of ANSI MH10.8.2 into identifier and value: up to three digits, a capital letter, the value.
 *
 * Some print leading zeros before the identifier; they belong to neither. Absent when the text does not begin so.
 */
export function splitDataIdentifier(text: string): { readonly identifier: string; readonly value: string } | undefined {
  const [all, identifier] = /^0{0,3}(\d{0,3}[A-Z])/.exec(text) ?? []
  return all === undefined || identifier === undefined ? undefined : { identifier, value: text.slice(all.length) }
}

/**
 * Reads one field with its data identifier; absent when it has no value, since an empty field says nothing.
 *
 * The same grammar holds for a bar code of a single field (`1PXAF4444`), but only where such a field is asked for:
 * a part number can look just like it.
 */
export function readDataField(text: string, today: Day): LabelField | undefined {
  const split = splitDataIdentifier(text.trim())
  if (split === undefined) return text.trim() === '' ? undefined : unknownField('', text)
  const { identifier, value } = split
  if (value.trim() === '') return undefined
  const definition = DATA_IDENTIFIERS.get(identifier)
  if (definition === undefined) return unknownField(identifier, value)
  const field = readField(identifier, definition, value, today)
  return identifier === '14K' ? readOrderAndLine(field) : field
}

/** `<order>+<line>` by the standard; Mouser prints the line alone. */
function readOrderAndLine(field: LabelField): LabelField {
  const plus = field.value.indexOf('+')
  if (plus < 0) return field
  const order = field.value.slice(0, plus)
  const line = field.value.slice(plus + 1)
  const isWhole = order !== '' && line !== ''
  const content: FieldContent = isWhole
    ? { kind: 'order-and-line', order, line }
    : invalid('it is no order with its line')
  return { ...field, meaning: 'order', content }
}
