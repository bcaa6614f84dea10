import type { Day } from '../clock.ts'
import { APPLICATION_IDENTIFIERS } from './application-identifiers.ts'
import { GS } from './control-characters.ts'
import { cutElements } from './gs1-element.ts'
import { doubtfulTail, tailAt } from './gs1-tails.ts'
import { readElement } from './gs1-value.ts'
import { shown } from '../words.ts'
import { unknownField } from './label-field.ts'
import type { LabelField } from './label-field.ts'
import type { LabelWarning } from './supplier-label.ts'

/** More fields than any label has: what is beyond is noise, and not searched for lost separators. */
const MOST_ELEMENTS = 60

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
 *
 * @param hasLost separators are missing on this label, so that more of them may be
 */
export function readElementString(text: string, today: Day, hasLost = false): ElementString {
  const elements = cutElements(text)
  const there = new Set(elements.flatMap(({ identifier }) => identifier ?? []))
  const fields: LabelField[] = []
  const warnings: LabelWarning[] = []
  let repaired: string | null = null
  for (const element of elements) {
    const { identifier, value, end } = element
    if (identifier === undefined) {
      warnings.push({
        kind: 'leftover',
        identifier: '',
        message: `${shown(value)} on the label is no GS1 field and is not used`
      })
      fields.push(unknownField('', value))
      continue
    }
    if (element.separatorMissing) warnings.push(separatorMissing(identifier))
    const field = readElement(identifier, value, today)
    fields.push(field)
    if (elements.length > MOST_ELEMENTS) continue
    const at = tailAt(element, there, today)
    const tail = at === undefined ? doubtfulTail(element, there, hasLost) : value.slice(at)
    if (tail !== undefined) warnings.push(maybeRunTogether(field, tail))
    if (at !== undefined)
      repaired ??= `${text.slice(0, end - value.length + at)}${GS}${text.slice(end - value.length + at)}`
  }
  return { fields, warnings, repaired }
}

/** More readings than this nobody can choose from. */
const MOST_REPAIRS = 3

/** An element string as it stands, and then with one more of the separators put in that seem to be missing. */
export function repairs(asItStands: ElementString, today: Day): readonly ElementString[] {
  const all = [asItStands]
  for (let { repaired } = asItStands; repaired !== null && all.length <= MOST_REPAIRS;) {
    const elements = readElementString(repaired, today, true)
    all.push(elements)
    repaired = elements.repaired
  }
  return all
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
    const value = text.slice(start.index + start[0].length, starts[index + 1]?.index ?? text.length).trim()
    return value === '' ? [] : [readElement(start[1] ?? '', value, today)]
  })
}

function separatorMissing(identifier: string): LabelWarning {
  return { kind: 'envelope', identifier, message: `The separator after (${identifier}) is missing` }
}

function maybeRunTogether({ identifier, title, meaning, value }: LabelField, tail: string): LabelWarning {
  const message = `${title} ${shown(value)} ends in ${shown(tail)}, which may be a field of its own: compare it with what is printed`
  return { kind: 'run-together', identifier, meaning, message }
}
