import type { FieldFormat, FieldMeaning } from '../label-field.ts'

/**
 * A supplier's own format that a clerk has taught the station by its labels: plain data, to be stored, exported and
 * tested against the samples that it was taught by.
 */
export interface TaughtFormat {
  /** As the clerk calls it: `Nordwerk carton`. */
  readonly name: string
  readonly layout: TaughtLayout
}

/**
 * How the text of such a label is put together.
 *
 * `sequence`: always the same parts, one after the other; no field holds one of its `separators`. `marked`: fields in
 * any order with the same separator between them, each told by the mark that it begins with. `identifiers`: a label of a
 * standard, with what its identifiers mean that the standard leaves open: the mark is the identifier.
 */
export type TaughtLayout =
  | { readonly kind: 'sequence'; readonly parts: readonly TaughtPart[]; readonly separators?: string | undefined }
  | { readonly kind: 'marked'; readonly separator: string; readonly fields: readonly MarkedField[] }
  | { readonly kind: 'identifiers'; readonly fields: readonly MarkedField[] }

/**
 * `text` stands on every label. A field has its `length`; where that is null it runs to the text that follows it, or to
 * the first character that it cannot hold and the field after it begins with.
 */
export type TaughtPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: TaughtField; readonly length: number | null }

export interface MarkedField {
  readonly mark: string
  readonly field: TaughtField
}

export interface TaughtField {
  /** As the clerk calls it; it is also the identifier that the value is said to come from. */
  readonly title: string
  readonly meaning: FieldMeaning
  readonly format: FieldFormat
  readonly characters: FieldCharacters
}

export const FIELD_CHARACTERS = ['digits', 'letters', 'letters-and-digits', 'any'] as const

export type FieldCharacters = (typeof FIELD_CHARACTERS)[number]

const HELD: Readonly<Record<FieldCharacters, RegExp>> = {
  digits: /^\d*$/,
  letters: /^[A-Za-z]*$/,
  'letters-and-digits': /^[\dA-Za-z]*$/,
  any: /^/
}

export function holdsOnly(characters: FieldCharacters, value: string): boolean {
  return HELD[characters].test(value)
}

/** Whether no character can be in both fields, so that one ends where the other begins. */
function areApart(one: FieldCharacters, other: FieldCharacters): boolean {
  return (one === 'digits' && other === 'letters') || (one === 'letters' && other === 'digits')
}

/** Why a layout cannot be used, in a sentence without its full stop; absent when it can. */
export function layoutProblem(layout: TaughtLayout): string | undefined {
  const titles = fieldsOf(layout).map(({ title }) => title)
  if (titles.length === 0) return 'The format has no field'
  if (titles.some((title) => title.trim() === '')) return 'Each field needs a name'
  if (new Set(titles).size < titles.length) return 'Two fields have the same name'
  switch (layout.kind) {
    case 'sequence':
      return sequenceProblem(layout.parts)
    case 'marked':
      return layout.separator === '' ? 'Nothing stands between the fields' : markProblem(layout.fields)
    case 'identifiers':
      return identifierProblem(layout.fields)
  }
}

export function fieldsOf(layout: TaughtLayout): readonly TaughtField[] {
  return layout.kind === 'sequence'
    ? layout.parts.flatMap((part) => (part.kind === 'field' ? [part.field] : []))
    : layout.fields.map(({ field }) => field)
}

/** Where a field ends must be certain, and a text that is no label of this format must be told from one. */
function sequenceProblem(parts: readonly TaughtPart[]): string | undefined {
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text' && part.text === '') return 'A text that is always there cannot be empty'
    if (part.kind === 'field' && part.length !== null && !(Number.isInteger(part.length) && part.length > 0)) {
      return 'The length of a field is a whole number of characters'
    }
    const next = parts[index + 1]
    if (
      part.kind === 'field' &&
      part.length === null &&
      next?.kind === 'field' &&
      !areApart(part.field.characters, next.field.characters)
    ) {
      return `Nothing says where ${part.field.title} ends and ${next.field.title} begins`
    }
  }
  const isTold =
    parts.length >= ALTERNATIONS ||
    parts.some(({ kind }) => kind === 'text') ||
    parts.every((part) => 'length' in part && part.length)
  return isTold ? undefined : 'Any text would do: the format needs a text that is always there, or a fixed length'
}

/** So many changes between letters and digits are told from any other text well enough. */
const ALTERNATIONS = 3

function identifierProblem(fields: readonly MarkedField[]): string | undefined {
  const marks = fields.map(({ mark }) => mark)
  if (marks.includes('')) return 'Each field needs its identifier'
  return new Set(marks).size < marks.length ? 'Two fields have the same identifier' : undefined
}

function markProblem(fields: readonly MarkedField[]): string | undefined {
  // In order, whatever begins with a mark comes right behind it.
  const marks = fields.map(({ mark }) => mark).toSorted()
  if (marks.includes('')) return 'Each field needs the mark that it begins with'
  if (marks.some((mark, index) => marks[index + 1]?.startsWith(mark))) {
    return 'The mark of one field begins with the mark of another'
  }
  return undefined
}
