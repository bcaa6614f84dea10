import type { Day } from '../../clock.ts'
import { readField, unknownField } from '../label-field.ts'
import type { LabelField } from '../label-field.ts'
import { buildSupplierLabel } from '../supplier-label.ts'
import type { SupplierLabel } from '../supplier-label.ts'
import { layoutProblem } from './taught-format.ts'
import type { TaughtField, TaughtFormat, TaughtLayout, TaughtPart } from './taught-format.ts'

/**
 * Reads a text as a label of a format that was taught; absent when it is none.
 *
 * All of the text must fit the layout and each value its field: half a fit is no fit. A field runs to the first place
 * where the text that follows it stands, so that one text has one reading.
 */
export function readTaught(format: TaughtFormat, text: string, today: Day): SupplierLabel | undefined {
  const { layout } = format
  if (layoutProblem(layout) !== undefined) return undefined
  const fields = readLayout(layout, text, today)
  const known = fields?.filter(({ meaning }) => meaning !== 'unknown') ?? []
  if (fields === undefined || known.length === 0) return undefined
  return known.some(({ content }) => content.kind === 'invalid') ? undefined : buildSupplierLabel('taught', fields)
}

function readLayout(layout: TaughtLayout, text: string, today: Day): LabelField[] | undefined {
  return layout.kind === 'sequence' ? readSequence(layout.parts, text, today) : readMarked(layout, text, today)
}

function readSequence(parts: readonly TaughtPart[], text: string, today: Day): LabelField[] | undefined {
  const fields: LabelField[] = []
  let at = 0
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') {
      if (!text.startsWith(part.text, at)) return undefined
      at += part.text.length
      continue
    }
    const end = endOfField(part.length, parts[index + 1], text, at)
    if (end === undefined) return undefined
    const value = text.slice(at, end)
    if (!hasCharacters(part.field, value)) return undefined
    if (value.trim() !== '') fields.push(readField(part.field.title, part.field, value, today))
    at = end
  }
  return at === text.length ? fields : undefined
}

function endOfField(length: number | null, next: TaughtPart | undefined, text: string, at: number): number | undefined {
  if (length !== null) return at + length <= text.length ? at + length : undefined
  if (next === undefined) return text.length
  const end = next.kind === 'text' ? text.indexOf(next.text, at) : -1
  return end < 0 ? undefined : end
}

/** Pieces with a mark that nobody has taught are kept; those with one must be there once each at most. */
function readMarked(
  { separator, fields }: Extract<TaughtLayout, { kind: 'marked' }>,
  text: string,
  today: Day
): LabelField[] | undefined {
  const read: LabelField[] = []
  for (const piece of text.split(separator)) {
    const marked = fields.find(({ mark }) => piece.startsWith(mark))
    const value = marked === undefined ? piece : piece.slice(marked.mark.length)
    if (value.trim() === '') continue
    if (marked === undefined) read.push(unknownField('', value))
    else if (hasCharacters(marked.field, value)) {
      if (read.some(({ identifier }) => identifier === marked.field.title)) return undefined
      read.push(readField(marked.field.title, marked.field, value, today))
    } else return undefined
  }
  return read
}

function hasCharacters({ characters }: TaughtField, value: string): boolean {
  switch (characters) {
    case 'digits':
      return /^\d*$/.test(value)
    case 'letters-and-digits':
      return /^[\dA-Za-z]*$/.test(value)
    case 'any':
      return true
  }
}
