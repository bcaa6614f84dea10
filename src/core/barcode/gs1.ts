import { addDays } from '../clock.ts'
import type { Day } from '../clock.ts'
import { APPLICATION_IDENTIFIERS, IDENTIFIER_LENGTHS, PREDEFINED_LENGTHS } from './application-identifiers.ts'
import { GS } from './control-characters.ts'
import { fixedLengthOf, readElement } from './gs1-value.ts'
import { unknownField } from './label-field.ts'
import type { LabelField } from './label-field.ts'
import type { LabelWarning } from './supplier-label.ts'

export interface ElementString {
  readonly fields: LabelField[]
  readonly warnings: readonly LabelWarning[]
  /** The same text with the separators put in that seem to be missing; null when none seems to be. */
  readonly repaired: string | null
}

/**
 * Reads element strings as a GS1 symbol carries them, without the leading FNC1 and with GS for each later one.
 *
 * Fields with an identifier that fixes their length need no GS after them; all others run to the next GS. A GS too much
 * is passed over. What is no field is kept as one without an identifier, with a warning.
 */
export function readElementString(text: string, today: Day): ElementString {
  const fields: LabelField[] = []
  const warnings: LabelWarning[] = []
  let repaired: string | null = null
  let at = 0
  let nextSeparator = -1
  while (at < text.length) {
    if (nextSeparator < at) nextSeparator = indexOrEnd(text, at)
    if (nextSeparator === at) {
      at++
      continue
    }
    const element = cutElement(text, at, nextSeparator)
    at = element.end
    if (element.value.trim() === '') continue
    if (element.identifier === undefined) {
      warnings.push({ kind: 'leftover', identifier: '', message: 'A part of the label is no GS1 field' })
      fields.push(unknownField('', element.value))
      continue
    }
    if (element.separatorMissing) warnings.push(separatorMissing(element.identifier))
    fields.push(readElement(element.identifier, element.value, today))
    const tail = tailOf(element.identifier, element.value, today)
    if (tail > 0) {
      warnings.push(maybeRunTogether(element.identifier, element.value.slice(-tail)))
      repaired ??= `${text.slice(0, at - tail)}${GS}${text.slice(at - tail)}`
    }
  }
  return { fields, warnings, repaired }
}

/**
 * Reads the form that people read, `(01)09506000134352(10)ABC`; absent when the text is not written so.
 *
 * Brackets may stand in a value as well: only those around an assigned identifier begin a field.
 */
export function readBracketed(text: string, today: Day): LabelField[] | undefined {
  const starts = [...text.matchAll(/\((\d{2,4})\)/g)].filter(([, identifier = '']) =>
    APPLICATION_IDENTIFIERS.has(identifier)
  )
  if (starts.length === 0 || starts[0]?.index !== 0) return undefined
  return starts.flatMap((start, index) => {
    const value = text.slice(start.index + start[0].length, starts[index + 1]?.index ?? text.length)
    return value.trim() === '' ? [] : [readElement(start[1] ?? '', value, today)]
  })
}

interface Element {
  readonly identifier: string | undefined
  readonly value: string
  readonly end: number
  readonly separatorMissing: boolean
}

function cutElement(text: string, at: number, nextSeparator: number): Element {
  const prefix = text.slice(at, at + 2)
  const length = IDENTIFIER_LENGTHS.get(prefix)
  const identifier = length === undefined ? '' : text.slice(at, at + length)
  if (length === undefined || identifier.length < length || !/^\d+$/.test(identifier)) {
    return { identifier: undefined, value: text.slice(at, nextSeparator), end: nextSeparator, separatorMissing: false }
  }
  const valueAt = at + length
  const predefined = PREDEFINED_LENGTHS.get(prefix)
  const fixed = predefined === undefined ? fixedLengthOf(identifier) : predefined - length
  const end = fixed === undefined ? nextSeparator : Math.min(valueAt + fixed, nextSeparator)
  const separatorMissing = predefined === undefined && end < nextSeparator
  return { identifier, value: text.slice(valueAt, end), end, separatorMissing }
}

function indexOrEnd(text: string, from: number): number {
  const index = text.indexOf(GS, from)
  return index < 0 ? text.length : index
}

const RUNS_TO_SEPARATOR: readonly string[] = ['10', '21']
const DATES: readonly string[] = ['11', '13', '15', '16', '17']

/**
 * How many characters at the end of a lot or a serial read as further fields: an item, or plausible dates.
 *
 * A missing separator cannot be told from a lot that happens to end so; both are then offered. Zero when there is none.
 */
function tailOf(identifier: string, value: string, today: Day): number {
  if (!RUNS_TO_SEPARATOR.includes(identifier)) return 0
  let tail = 0
  for (;;) {
    const rest = value.slice(0, value.length - tail)
    if (rest.length > 8 && DATES.includes(rest.slice(-8, -6)) && isPlausible(rest.slice(-8), today)) tail += 8
    else if (rest.length > 16 && rest.slice(-16, -14) === '01' && isItem(rest.slice(-16), today)) tail += 16
    else return tail
  }
}

function isItem(element: string, today: Day): boolean {
  return readElement('01', element.slice(2), today).content.kind === 'text'
}

/** From ten years back to fifteen ahead. */
function isPlausible(element: string, today: Day): boolean {
  const { content } = readElement(element.slice(0, 2), element.slice(2), today)
  if (content.kind !== 'day') return false
  return content.day >= addDays(today, -3653) && content.day <= addDays(today, 5479)
}

function separatorMissing(identifier: string): LabelWarning {
  return { kind: 'envelope', identifier, message: `The separator after (${identifier}) is missing` }
}

function maybeRunTogether(identifier: string, tail: string): LabelWarning {
  return {
    kind: 'run-together',
    identifier,
    message: `The value of (${identifier}) ends in ${tail}, which may be fields of their own`
  }
}
