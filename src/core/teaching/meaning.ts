import type { FieldMeaning } from '../barcode/label-field.ts'

/** What a clerk may say of a piece of a label. */
export type TaughtMeaning = 'part' | 'lot' | 'serial' | 'quantity' | 'expiry' | 'made' | 'order' | 'nothing'

/** In the order of their commands, `DS:PICK:1` and on. */
export const PICKED_MEANINGS: readonly Exclude<TaughtMeaning, 'nothing'>[] = [
  'part',
  'lot',
  'serial',
  'quantity',
  'expiry',
  'made',
  'order'
]

/** `DS:PICK:8`: the same meaning, written in another way. */
export const PICK_OTHER_WAY = 8
/** `DS:PICK:9`: it is not needed. */
export const PICK_NOTHING = 9

export const MEANING_TITLES: Readonly<Record<TaughtMeaning, string>> = {
  part: 'Part number',
  lot: 'Lot',
  serial: 'Serial',
  quantity: 'Quantity',
  expiry: 'Expiry',
  made: 'Made on',
  order: 'Order',
  nothing: 'Not needed'
}

export const FIELD_MEANINGS: Readonly<Record<TaughtMeaning, FieldMeaning>> = {
  part: 'supplier-part-number',
  lot: 'supplier-lot',
  serial: 'serial',
  quantity: 'quantity',
  expiry: 'expiry',
  made: 'production-date',
  order: 'order',
  nothing: 'unknown'
}
