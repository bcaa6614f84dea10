import type { Day } from '../clock.ts'
import { GS } from './control-characters.ts'
import { readElementString } from './gs1.ts'
import { fieldsOf, openMessage } from './iso15434.ts'
import type { Envelope } from './iso15434.ts'
import { unknownField } from './label-field.ts'
import type { LabelField } from './label-field.ts'
import { readDataField, splitDataIdentifier } from './mh10.ts'
import { readOwnLabel } from './own-label.ts'
import type { OwnLabel } from './own-label.ts'
import { separated } from './run-together.ts'
import { buildSupplierLabel } from './supplier-label.ts'
import type { LabelSource, LabelWarning, SupplierLabel } from './supplier-label.ts'
import { readTextElements } from './text-elements.ts'

export type MessageReading =
  | { readonly kind: 'own-label'; readonly label: OwnLabel }
  | { readonly kind: 'supplier-label'; readonly label: SupplierLabel }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** A separator may be missing: as it stands, and as it was meant if one is. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly MessageReading[] }

const SOURCES: Readonly<Record<string, LabelSource>> = {
  '05': 'iso15434-05',
  '06': 'iso15434-06',
  '12': 'iso15434-12'
}

/** Reads an ISO/IEC 15434 message as a label, own or a supplier's; absent when the text is no such message. */
export function readMessage(text: string, today: Day): MessageReading | undefined {
  const message = openMessage(text)
  if (message === undefined) return readBroken(text)
  if (text.includes('[)>', text.indexOf('[)>') + 1)) {
    return unreadable('Two labels came in one scan: scan each by itself')
  }
  const [first] = message.envelopes
  if (first === undefined)
    return unreadable(
      'The label names no format after [)>, so its separators cannot be told: set the scanner to send control characters'
    )
  const reason = message.envelopes.map(reasonToRefuse).find((each) => each !== undefined)
  if (reason !== undefined) return unreadable(reason)

  const own = readOwn(first)
  if (own !== undefined) return own
  const contents = message.envelopes.map((envelope) => readEnvelope(envelope, today))
  if (contents.every(({ fields }) => fields.length === 0)) {
    return unreadable('The label has a frame and nothing in it')
  }
  const damage = message.damage.map((each): LabelWarning => ({
    kind: 'envelope',
    identifier: '',
    message: `Frame of the label: ${each}`
  }))
  const source = SOURCES[first.format] ?? 'iso15434'
  const labelOf = (read: readonly EnvelopeContent[]): MessageReading => ({
    kind: 'supplier-label',
    label: buildSupplierLabel(
      source,
      read.flatMap(({ fields }) => fields),
      [...damage, ...read.flatMap(({ warnings }) => warnings)]
    )
  })
  const readings = withSeparators(contents).map(labelOf)
  const [only, ...others] = readings
  return only && others.length === 0 ? only : { kind: 'ambiguous', readings }
}

/** More readings than this nobody can choose from. */
const MOST_READINGS = 4

/** What stands there, and then what was meant if separators are missing. */
function withSeparators(contents: readonly EnvelopeContent[]): readonly (readonly EnvelopeContent[])[] {
  const all = [contents]
  for (let last = contents; all.length < MOST_READINGS && last.some(({ separated }) => separated !== undefined);) {
    last = last.map((each) => each.separated?.() ?? each)
    all.push(last)
  }
  return all
}

/** A message whose beginning was lost must not pass for a serial or a lot. */
function readBroken(text: string): MessageReading | undefined {
  if (/^>?\[\)/.test(text)) return unreadable('The beginning of the label was damaged on the way')
  if (text.includes('[)>')) return unreadable('Something stands before the label, and may be another code')
  return undefined
}

interface EnvelopeContent {
  readonly fields: readonly LabelField[]
  readonly warnings: readonly LabelWarning[]
  /** Where separators seem to be missing: what was meant if they are. */
  readonly separated?: () => EnvelopeContent
}

function readEnvelope(envelope: Envelope, today: Day): EnvelopeContent {
  switch (envelope.format) {
    case '05':
      return readElements(envelope.body.startsWith(GS) ? envelope.body.slice(1) : envelope.body, today)
    case '06':
      return readDataFields(fieldsOf(envelope.body), today)
    case '12':
      return { fields: readTextElements(fieldsOf(envelope.body), today), warnings: [] }
    default:
      return {
        fields: fieldsOf(envelope.body)
          .filter((value) => value.trim() !== '')
          .map((value) => unknownField(`format ${envelope.format}`, value)),
        warnings: []
      }
  }
}

function readElements(text: string, today: Day, hasLost = false): EnvelopeContent {
  const { fields, warnings, repaired } = readElementString(text, today, hasLost)
  if (repaired === null) return { fields, warnings }
  return { fields, warnings, separated: () => readElements(repaired, today, true) }
}

function readDataFields(texts: readonly string[], today: Day): EnvelopeContent {
  const fields = texts.flatMap((text) => readDataField(text, today) ?? [])
  const apart = separated(texts, today)
  if (apart === undefined) return { fields, warnings: [] }
  const message =
    'A lot or a serial on the label ends in what may be fields of their own: compare it with what is printed'
  return {
    fields,
    warnings: [{ kind: 'run-together', identifier: '', message }],
    separated: () => ({ fields: apart.flatMap((text) => readDataField(text, today) ?? []), warnings: [] })
  }
}

/** An own label that was read only in part must not pass for a supplier's: its serial is ours already. */
function readOwn(envelope: Envelope): MessageReading | undefined {
  if (envelope.format !== '06') return undefined
  const fields = fieldsOf(envelope.body).flatMap((text) => splitDataIdentifier(text) ?? [])
  const label = readOwnLabel(fields)
  if (label !== undefined) return { kind: 'own-label', label }
  if (!fields.some(({ identifier, value }) => identifier === 'Z' && /^DS\d/.test(value))) return undefined
  return unreadable('This looks like a label of the station that was not read whole')
}

function reasonToRefuse({ format, body }: Envelope): string | undefined {
  if (format !== '06' && format !== '12') return undefined
  if (!body.includes(GS) && body.trim() !== '') {
    return 'The scanner drops or replaces the separators, so that the fields run together: set it to send control characters'
  }
  const letters = fieldsOf(body).map((field) => /^\d{0,3}([A-Za-z])/.exec(field)?.[1] ?? '')
  if (
    format === '06' &&
    letters.some((letter) => letter >= 'a') &&
    !letters.some((letter) => letter >= 'A' && letter <= 'Z')
  ) {
    return 'The letters come in the wrong case: switch Caps Lock off, or set the scanner to keep the case'
  }
  return undefined
}

function unreadable(reason: string): MessageReading {
  return { kind: 'unreadable', reason }
}
