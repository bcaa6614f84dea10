import type { Day } from '../clock.ts'
import { readField, unknownField } from './label-field.ts'
import type { FieldDefinition, FieldFormat, FieldMeaning, LabelField } from './label-field.ts'

type Row = readonly [identifier: string, meaning: FieldMeaning, title: string, format?: FieldFormat]

/** Text element identifiers of ATA Spec 2000 chapter 9, as aerospace suppliers print them in format 12. */
const ROWS: readonly Row[] = [
  ['CAG', 'manufacturer', 'CAGE code'],
  ['DUN', 'manufacturer', 'DUNS number'],
  ['EUC', 'manufacturer', 'Enterprise'],
  ['EXP', 'expiry', 'Expiry', 'YYYYMMDD'],
  ['DMF', 'production-date', 'Date of manufacture', 'YYYYMMDD'],
  ['LOT', 'supplier-lot', "Supplier's lot"],
  ['MFR', 'manufacturer', 'Maker'],
  ['PDT', 'other', 'Description'],
  ['PNO', 'other', 'Part, as first made'],
  ['PNR', 'part-number', 'Part'],
  ['QTY', 'quantity', 'Quantity', 'quantity'],
  ['SEQ', 'serial', 'Serial within the part'],
  ['SER', 'serial', 'Serial'],
  ['SPL', 'supplier', 'Supplier'],
  ['UCN', 'serial', 'Unique component'],
  ['UID', 'other', 'Unique item'],
  ['USN', 'other', 'Unique serial'],
  ['UST', 'other', 'Unique serial of the supplier']
]

const DEFINITIONS: ReadonlyMap<string, FieldDefinition> = new Map(
  ROWS.map(([identifier, meaning, title, format = 'text']) => [identifier, { title, meaning, format }])
)

/** Reads the fields of format 12: three capital letters, a blank, the value. */
export function readTextElements(texts: readonly string[], today: Day): LabelField[] {
  return texts.flatMap((text) => {
    const trimmed = text.trim()
    const identifier = /^[A-Z]{3}(?= )/.exec(trimmed)?.[0]
    if (identifier === undefined) return trimmed === '' || /^[A-Z]{3}$/.test(trimmed) ? [] : [unknownField('', trimmed)]
    const value = trimmed.slice(identifier.length)
    const definition = DEFINITIONS.get(identifier)
    return [
      definition === undefined ? unknownField(identifier, value) : readField(identifier, definition, value, today)
    ]
  })
}
