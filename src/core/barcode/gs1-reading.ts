import type { Day } from '../clock.ts'
import { GS, hasControlCharacter } from './control-characters.ts'
import { readBracketed, readElementString, repairs } from './gs1.ts'
import { hasCheckDigit } from './gtin.ts'
import type { LabelField } from './label-field.ts'
import type { CertainReading, Reading } from './reading.ts'
import { undoSpelledGroups } from './separators.ts'
import { buildSupplierLabel } from './supplier-label.ts'
import type { LabelWarning } from './supplier-label.ts'

/** Reads what a symbol declares to be GS1; absent where nothing in it is a field. */
export function readDeclaredGs1(text: string, today: Day): Reading | undefined {
  const body = undoSpelledGroups(text)
  if (!hasElement(readElementString(body, today).fields)) return undefined
  const asItStands = readElements(body, today)
  const repaired = readWithStandIn(body, today)
  return oneOf(repaired === undefined ? asItStands : [repaired, ...asItStands])
}

/** Reads GS1 that no carrier declares: in brackets, as people read it, or by its look. */
export function readUndeclaredGs1(text: string, today: Day): Reading | undefined {
  return readPrinted(text, today) ?? readByLook(text, today)
}

function readPrinted(text: string, today: Day): Reading | undefined {
  const fields = readBracketed(text, today)
  if (fields === undefined) return undefined
  const label = labelOf(fields)
  if (isSurelyGs1(fields)) return label
  return fields.length > 1 && !hasControlCharacter(text) ? oneOf([label, doubtful(text)]) : undefined
}

/**
 * GS1 without its FNC1, as ill-made labels have it, and scanners that send no AIM identifier.
 *
 * It must begin with an item or a package, or hold a separator; one in front is the FNC1 itself. An item alone is 16
 * digits, which a serial may be too. Where a field is unknown or wrong, the text may be no GS1 at all: both are offered.
 */
function readByLook(text: string, today: Day): Reading | undefined {
  const body = undoSpelledGroups(text.startsWith(GS) ? text.slice(1) : text)
  const isPlain = !hasControlCharacter(text)
  if (!/^(00\d{18}|0[1-3]\d{14})/.test(body) && !text.includes(GS)) return undefined
  const { fields } = readElementString(body, today)
  const readings = readElements(body, today)
  if (isSurelyGs1(fields)) return oneOf(/^\d{16}$/.test(text) ? [...readings, { kind: 'text', text }] : readings)
  if (text.startsWith(GS) ? !fields.slice(0, 1).every(isRight) : !beginsAsGs1(body, fields)) return undefined
  if (fields.filter(({ identifier }) => identifier !== '').length < (isPlain ? 2 : 1)) return undefined
  const repaired = readWithStandIn(body, today)
  if (!isPlain) return oneOf(repaired === undefined ? readings : [repaired, ...readings])
  return oneOf([...(repaired === undefined ? readings : [repaired]), doubtful(text)])
}

/** An item or a package with a right check digit; or with a wrong one where all that follows is right. */
function beginsAsGs1(text: string, [first, ...others]: readonly LabelField[]): boolean {
  const key = /^00\d{18}/.exec(text)?.[0] ?? /^0[1-3]\d{14}/.exec(text)?.[0]
  if (key === undefined || first === undefined) return false
  return hasCheckDigit(key.slice(2)) || (others.length > 0 && others.every(isRight))
}

/** The label as it stands, and beside it those that were meant if separators should be missing. */
function readElements(text: string, today: Day): readonly CertainReading[] {
  return repairs(readElementString(text, today), today).map(({ fields, warnings }) => ({
    kind: 'supplier-label',
    label: buildSupplierLabel('gs1', fields, warnings)
  }))
}

/**
 * The label where one character that no GS1 value can hold stands for the separator, as keyboard scanners send `]`, `|`
 * and the like; absent unless all fields are then right.
 */
function readWithStandIn(text: string, today: Day): CertainReading | undefined {
  const [standIn, ...others] = new Set(text.replace(/[!"%-?A-Z_a-z\s\x1d]/g, ''))
  if (standIn === undefined || others.length > 0) return undefined
  const { fields, warnings } = readElementString(text.replaceAll(standIn, GS), today)
  if (!isSurelyGs1(fields) || new Set(fields.map(({ identifier }) => identifier)).size < fields.length) return undefined
  const message = `${standIn} seems to stand for a separator: set the scanner up under Settings, Scanners`
  return labelOf(fields, [...warnings, { kind: 'envelope', identifier: '', message }])
}

/** What no carrier declares counts only when all of it reads right, and it is an item, a package or more than one field. */
function isSurelyGs1(fields: readonly LabelField[]): boolean {
  const [first, second] = fields
  if (first === undefined || (second === undefined && !/^0[0-3]$/.test(first.identifier))) return false
  return fields.every(isRight)
}

function isRight({ meaning, content }: LabelField): boolean {
  return meaning !== 'unknown' && content.kind !== 'invalid'
}

function hasElement(fields: readonly LabelField[]): boolean {
  return fields.some(({ identifier }) => identifier !== '')
}

function labelOf(fields: readonly LabelField[], found: readonly LabelWarning[] = []): CertainReading {
  return { kind: 'supplier-label', label: buildSupplierLabel('gs1', fields, found) }
}

function doubtful(text: string): CertainReading {
  return { kind: 'text', text, looksLikeLabel: true }
}

function oneOf(readings: readonly CertainReading[]): Reading {
  const [only, ...others] = readings
  return only && others.length === 0 ? only : { kind: 'ambiguous', readings }
}
