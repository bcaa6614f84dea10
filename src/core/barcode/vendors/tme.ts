import type { Day } from '../../clock.ts'
import { readField } from '../label-field.ts'
import type { FieldDefinition, LabelField } from '../label-field.ts'
import { readDataField, splitDataIdentifier } from '../mh10.ts'
import { buildSupplierLabel } from '../supplier-label.ts'
import type { SupplierLabel } from '../supplier-label.ts'

const DEFINITIONS: ReadonlyMap<string, FieldDefinition> = new Map([
  ['QTY', { title: 'Quantity', meaning: 'quantity', format: 'quantity' }],
  ['PN', { title: "Supplier's part", meaning: 'supplier-part-number', format: 'text' }],
  ['PO', { title: "Supplier's order and line", meaning: 'supplier-order', format: 'text' }],
  ['CPO', { title: 'Order', meaning: 'order', format: 'text' }],
  ['MFR', { title: 'Maker', meaning: 'manufacturer', format: 'text' }],
  ['MPN', { title: "Maker's part", meaning: 'manufacturer-part-number', format: 'text' }],
  ['COO', { title: 'Country of origin', meaning: 'origin', format: 'text' }]
])

/**
 * Reads the QR code of TME, `QTY:1000 PN:… PO:… MFR:… MPN:… CoO:… RoHS https://www.tme.eu/…`; absent when it is none.
 *
 * Some bags have it in capitals throughout, none in small letters. Words without a key belong to the value before them.
 */
export function readTmeQrCode(text: string, today: Day): SupplierLabel | undefined {
  if (!text.startsWith('QTY:') || !text.includes(' PN:')) return undefined
  const pairs: { key: string; value: string }[] = []
  for (const word of text.split(' ')) {
    const key = /^(CoO|[A-Z]{2,3}):/.exec(word)?.[1]?.toUpperCase()
    const last = pairs.at(-1)
    if (key !== undefined && DEFINITIONS.has(key)) pairs.push({ key, value: word.slice(key.length + 1) })
    else if (/^https?:/i.test(word)) pairs.push({ key: 'URL', value: word })
    else if (/^RoHS$/i.test(word)) pairs.push({ key: 'ROHS', value: word })
    else if (last) last.value += ` ${word}`
  }
  const fields = pairs
    .filter(({ value }) => value.trim() !== '')
    .map(({ key, value }) =>
      readField(key, DEFINITIONS.get(key) ?? { title: key, meaning: 'other', format: 'text' }, value, today)
    )
  return fields.some(({ identifier }) => identifier === 'PN') ? buildSupplierLabel('tme', fields) : undefined
}

/**
 * Reads the Data Matrix of TME, fields of ANSI MH10.8.2 with blanks between and no envelope: `PWBP-302 1PMPNWBP-302 Q1
 * K19361337/1`. Absent unless part, maker's part and quantity are all there, since words alone prove nothing.
 */
export function readTmeDataMatrix(text: string, today: Day): SupplierLabel | undefined {
  const words = text.split(' ').filter((word) => word !== '')
  const identifiers = words.map((word) => splitDataIdentifier(word)?.identifier)
  if (!['P', '1P', 'Q'].every((needed) => identifiers.includes(needed))) return undefined
  const fields: LabelField[] = words.flatMap((word) => readDataField(word, today) ?? [])
  const areKnown = fields.every(
    ({ meaning, value, content }) =>
      meaning !== 'unknown' && (content.kind !== 'invalid' || (meaning === 'quantity' && /^[\d.]+$/.test(value)))
  )
  return areKnown ? buildSupplierLabel('tme', fields) : undefined
}
