import type { Day } from '../clock.ts'
import { parsePositiveQuantity, parseQuantity } from '../quantity.ts'
import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts'
import type { ApplicationIdentifier, Decimals } from './application-identifiers.ts'
import { hasCheckDigit } from './gtin.ts'
import { invalid, readDay, readText, unknownField } from './label-field.ts'
import type { FieldContent, LabelField } from './label-field.ts'

interface Component {
  readonly characters: 'N' | 'X' | 'Y' | 'Z' | 'D' | 'D0'
  readonly least: number
  readonly most: number
  readonly checkDigit: boolean
  readonly optional: boolean
}

const CHARACTERS = {
  N: /^\d*$/,
  D: /^\d*$/,
  D0: /^\d*$/,
  X: /^[!-"%-?A-Z_a-z]*$/,
  Y: /^[#\-/\dA-Z]*$/,
  Z: /^[-=\w]*$/
}

const COMPONENTS: ReadonlyMap<string, readonly Component[]> = new Map(
  [...APPLICATION_IDENTIFIERS.values()].map(({ format }) => [format, format.split(' ').map(parseComponent)])
)

/** Understands the value of an application identifier; an identifier that nobody has assigned is kept as it is. */
export function readElement(identifier: string, value: string, today: Day): LabelField {
  const known = APPLICATION_IDENTIFIERS.get(identifier)
  if (known === undefined) return unknownField(identifier, value)
  return { identifier, title: known.title, meaning: known.meaning, value, content: readValue(known, value, today) }
}

/** The length of a value that can have only one; absent when it varies. */
export function fixedLengthOf(identifier: string): number | undefined {
  const components = componentsOf(APPLICATION_IDENTIFIERS.get(identifier)?.format ?? '')
  if (components.length === 0 || components.some(({ least, most, optional }) => optional || least !== most))
    return undefined
  return components.reduce((length, { most }) => length + most, 0)
}

function readValue(known: ApplicationIdentifier, value: string, today: Day): FieldContent {
  const components = componentsOf(known.format)
  const problem = problemWith(components, value)
  if (problem !== undefined) return invalid(problem)
  if (known.decimals !== null) return readDecimal(known.decimals, value)
  if (known.meaning === 'quantity') return readCount(value)
  const [first] = components
  if (first?.characters === 'D') return readDay(value.slice(0, 6), 'YYMMDD', today)
  if (first?.characters === 'D0') return readMonthOrDay(known, value.slice(0, 6), today)
  return readText(value)
}

/** Without its day a date is the month's last (General Specifications 3.4): right for an end, too late for a beginning. */
function readMonthOrDay(known: ApplicationIdentifier, digits: string, today: Day): FieldContent {
  const content = readDay(digits, 'YYMMD0', today)
  if (content.kind !== 'day' || known.meaning !== 'production-date' || !digits.endsWith('00')) return content
  return { kind: 'text', text: content.day.slice(0, 7) }
}

function readCount(value: string): FieldContent {
  const reading = parsePositiveQuantity(value)
  return reading.ok ? { kind: 'quantity', quantity: reading.quantity, unit: null } : invalid('it is no count')
}

function readDecimal(decimals: Decimals, value: string): FieldContent {
  if (decimals.currencyFirst)
    return { kind: 'text', text: `${withPoint(value.slice(3), decimals.places)} ${value.slice(0, 3)}` }
  const decimal = withPoint(value, decimals.places)
  if (decimals.unit === '') return { kind: 'text', text: decimal }
  const reading = parseQuantity(decimal)
  return reading.ok
    ? { kind: 'quantity', quantity: reading.quantity, unit: decimals.unit }
    : invalid('it is no measure')
}

function withPoint(digits: string, places: number): string {
  if (places === 0) return digits.replace(/^0+(?=\d)/, '')
  const padded = digits.replace(/^0+/, '').padStart(places + 1, '0')
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`
}

function problemWith(components: readonly Component[], value: string): string | undefined {
  let at = 0
  for (const component of components) {
    const part = value.slice(at, at + component.most)
    if (part === '' && component.optional) continue
    if (part.length < component.least) return 'it is too short'
    if (!CHARACTERS[component.characters].test(part)) {
      return component.characters === 'X' ? 'it holds characters that GS1 does not allow' : 'it is not digits alone'
    }
    if (component.checkDigit && !hasCheckDigit(part)) return 'its check digit is wrong'
    at += part.length
  }
  return at < value.length ? 'it is too long; a separator may be missing after it' : undefined
}

function componentsOf(format: string): readonly Component[] {
  return COMPONENTS.get(format) ?? []
}

function parseComponent(text: string): Component {
  const optional = text.startsWith('[')
  const bare = optional ? text.slice(1, -1) : text
  if (bare === 'D' || bare === 'D0') return { characters: bare, least: 6, most: 6, checkDigit: false, optional }
  const checkDigit = bare.endsWith('*')
  const length = checkDigit ? bare.slice(1, -1) : bare.slice(1)
  const most = Number(length.replace('..', ''))
  const least = length.startsWith('..') ? 1 : most
  return { characters: bare.charAt(0) as 'N' | 'X' | 'Y' | 'Z', least, most, checkDigit, optional }
}
