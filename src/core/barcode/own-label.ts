import { assert } from '../assert.ts'
import { codeProblem } from '../code.ts'
import { formatQuantity, parseQuantity } from '../quantity.ts'
import type { Quantity } from '../quantity.ts'
import { EOT, GS, RS } from './control-characters.ts'

/** What the symbol of one of the station's own unit or lot labels holds. */
export interface OwnLabel {
  readonly partNumber: string
  readonly serial: string | null
  readonly lot: string | null
  readonly quantity: Quantity | null
  /** The label's own number, such as `DS00000042`: `DS` and 8 or more digits. */
  readonly label: string
  /** 1 on the first print, one more on each reprint. */
  readonly copy: number
}

interface Field {
  readonly identifier: string
  readonly value: string
}

const LABEL = /^DS\d{8,14}$/
const LABEL_AND_COPY = /^(DS\d{8,14})\.([1-9]\d{0,8})$/
const IDENTIFIERS: readonly string[] = ['P', 'S', '1T', 'Q', 'Z']

/**
 * The text of an own label's symbol: ISO/IEC 15434 format 06 with ANSI MH10.8.2 data identifiers.
 *
 * Fields are `P` part, `S` serial, `1T` lot, `Q` quantity and `Z` label and copy; those that are null are left out.
 * All texts must be codes (`codeProblem`), since a separator inside one would forge another field.
 */
export function encodeOwnLabel(label: OwnLabel): string {
  const fields = [`P${label.partNumber}`]
  if (label.serial !== null) fields.push(`S${label.serial}`)
  if (label.lot !== null) fields.push(`1T${label.lot}`)
  if (label.quantity !== null) fields.push(`Q${formatQuantity(label.quantity)}`)
  fields.push(`Z${label.label}.${label.copy}`)
  for (const code of [label.partNumber, label.serial, label.lot]) {
    assert(code === null || codeProblem(code) === undefined, `a label holds codes alone, not ${JSON.stringify(code)}`)
  }
  assert(label.quantity === null || label.quantity >= 0, 'a label never holds less than nothing')
  assert(LABEL.test(label.label), `a label's number is DS and 8 to 14 digits, not ${JSON.stringify(label.label)}`)
  assert(Number.isInteger(label.copy) && label.copy >= 1 && label.copy <= 999_999_999, 'copies are counted from 1')
  return `[)>${RS}06${GS}${fields.join(GS)}${RS}${EOT}`
}

/**
 * Reads the fields of a format 06 envelope as an own label; absent when the station cannot have written them.
 *
 * Others use `Z` for their own purposes too: a label is own only when `Z` is a label number with its copy, the part is
 * there, and no field is twice there or unlike what {@link encodeOwnLabel} writes.
 */
export function readOwnLabel(fields: readonly Field[]): OwnLabel | undefined {
  const values = new Map<string, string>()
  for (const { identifier, value } of fields) {
    if (!IDENTIFIERS.includes(identifier)) continue
    if (values.has(identifier)) return undefined
    values.set(identifier, value)
  }
  const [, label, copy] = LABEL_AND_COPY.exec(values.get('Z') ?? '') ?? []
  const partNumber = values.get('P')
  if (label === undefined || copy === undefined || partNumber === undefined) return undefined
  const serial = values.get('S') ?? null
  const lot = values.get('1T') ?? null
  if ([partNumber, serial, lot].some((code) => code !== null && codeProblem(code) !== undefined)) return undefined
  const quantity = readQuantity(values.get('Q'))
  if (quantity === undefined) return undefined
  return { partNumber, serial, lot, quantity, label, copy: Number(copy) }
}

function readQuantity(text: string | undefined): Quantity | null | undefined {
  if (text === undefined) return null
  const reading = parseQuantity(text)
  return reading.ok && reading.quantity >= 0 ? reading.quantity : undefined
}
