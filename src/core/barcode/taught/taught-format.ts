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
 * `sequence`: always the same parts, one after the other. `marked`: fields in any order with the same separator between
 * them, each told by the mark that it begins with.
 */
export type TaughtLayout =
  | { readonly kind: 'sequence'; readonly parts: readonly TaughtPart[] }
  | { readonly kind: 'marked'; readonly separator: string; readonly fields: readonly MarkedField[] }

/** `text` stands on every label. A field has its `length`, or runs to the text that follows it where that is null. */
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
  readonly characters: 'digits' | 'letters-and-digits' | 'any'
}

/** Why a layout cannot be used, in a sentence without its full stop; absent when it can. */
export function layoutProblem(layout: TaughtLayout): string | undefined {
  const titles = fieldsOf(layout).map(({ title }) => title)
  if (titles.length === 0) return 'The format has no field'
  if (titles.some((title) => title.trim() === '')) return 'Each field needs a name'
  if (new Set(titles).size < titles.length) return 'Two fields have the same name'
  return layout.kind === 'sequence' ? sequenceProblem(layout.parts) : markedProblem(layout)
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
    if (part.kind === 'field' && part.length === null && next?.kind === 'field') {
      return `Nothing says where ${part.field.title} ends and ${next.field.title} begins`
    }
  }
  const isTold = parts.some(({ kind }) => kind === 'text') || parts.every((part) => 'length' in part && part.length)
  return isTold ? undefined : 'Any text would do: the format needs a text that is always there, or a fixed length'
}

function markedProblem({ separator, fields }: Extract<TaughtLayout, { kind: 'marked' }>): string | undefined {
  if (separator === '') return 'Nothing stands between the fields'
  const marks = fields.map(({ mark }) => mark)
  if (marks.includes('')) return 'Each field needs the mark that it begins with'
  if (marks.some((mark, index) => marks.some((other, at) => at !== index && other.startsWith(mark)))) {
    return 'The mark of one field begins with the mark of another'
  }
  return undefined
}
