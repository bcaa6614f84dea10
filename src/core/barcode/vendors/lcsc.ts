import type { Day } from '../../clock.ts'
import { readField, unknownField } from '../label-field.ts'
import type { FieldDefinition } from '../label-field.ts'
import { buildSupplierLabel } from '../supplier-label.ts'
import type { SupplierLabel } from '../supplier-label.ts'

const DEFINITIONS: ReadonlyMap<string, FieldDefinition> = new Map([
  ['pbn', { title: 'Pick batch', meaning: 'other', format: 'text' }],
  ['on', { title: "Supplier's order", meaning: 'supplier-order', format: 'text' }],
  ['pc', { title: "Supplier's part", meaning: 'supplier-part-number', format: 'text' }],
  ['pm', { title: "Maker's part", meaning: 'manufacturer-part-number', format: 'text' }],
  ['qty', { title: 'Quantity', meaning: 'quantity', format: 'quantity' }],
  ['mc', { title: 'Part', meaning: 'part-number', format: 'text' }],
  ['cc', { title: 'Count code', meaning: 'other', format: 'text' }],
  ['pdi', { title: 'Pick detail', meaning: 'other', format: 'text' }],
  ['wc', { title: 'Warehouse', meaning: 'other', format: 'text' }]
])

/**
 * Reads the QR code on a bag of LCSC, `{pbn:…,on:…,pc:C22437266,pm:…,qty:3,…}`; absent when the text is none.
 *
 * It looks like JSON and is not: keys and values have no quotes, and a value may hold a comma. Empty values and `null`
 * say nothing. Keys in capitals come from a keyboard with Caps Lock on, whose values would be wrong as well.
 */
export function readLcsc(text: string, today: Day): SupplierLabel | undefined {
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined
  const pairs: { key: string; value: string }[] = []
  for (const piece of text.slice(1, -1).split(',')) {
    const key = /^\s*([a-z]{1,8}):/.exec(piece)
    const last = pairs.at(-1)
    if (key) pairs.push({ key: key[1] ?? '', value: piece.slice(key[0].length) })
    else if (last) last.value += `,${piece}`
  }
  const fields = pairs
    .filter(({ value }) => value.trim() !== '' && value.trim() !== 'null')
    .map(({ key, value }) => {
      const definition = DEFINITIONS.get(key)
      return definition === undefined ? unknownField(key, value) : readField(key, definition, value, today)
    })
  const has = (key: string) => fields.some(({ identifier }) => identifier === key)
  return has('pc') && (has('pm') || has('pbn')) ? buildSupplierLabel('lcsc', fields) : undefined
}
