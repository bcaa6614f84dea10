import type { Day } from '../../clock.ts'
import { readField, unknownField } from '../label-field.ts'
import type { LabelField } from '../label-field.ts'
import { buildSupplierLabel } from '../supplier-label.ts'
import type { SupplierLabel } from '../supplier-label.ts'
import { holdsOnly, layoutProblem } from './taught-format.ts'
import type { TaughtField, TaughtFormat, TaughtLayout, TaughtPart } from './taught-format.ts'

/**
 * Reads a text as a label of a format that was taught; absent when it is none.
 *
 * All of the text must fit the layout and each value its field: half a fit is no fit. A field runs to the first place
 * where the text that follows it stands, so that one text has one reading.
 */
export function readTaught(format: TaughtFormat, text: string, today: Day): SupplierLabel | undefined {
  const { name, layout } = format
  if (!canBeUsed(layout)) return undefined
  const read = (field: TaughtField, value: string): LabelField => readTaughtField(name, field, value, today)
  const fields = readLayout(layout, text, read)
  const known = fields?.filter(({ meaning }) => meaning !== 'unknown') ?? []
  if (fields === undefined || known.length === 0) return undefined
  if (known.some(({ content }) => content.kind === 'invalid')) return undefined
  return { ...buildSupplierLabel('taught', fields), format: name }
}

const usable = new WeakMap<TaughtLayout, boolean>()

/** A layout never changes, and is looked through once, however many texts are read by it. */
function canBeUsed(layout: TaughtLayout): boolean {
  const known = usable.get(layout)
  if (known !== undefined) return known
  const canBe = layoutProblem(layout) === undefined
  usable.set(layout, canBe)
  return canBe
}

/** The value says that it comes from this field of this format. Whoever taught it has seen what its point means. */
export function readTaughtField(format: string, field: TaughtField, value: string, today: Day): LabelField {
  const definition = field.format === 'quantity' ? { ...field, format: 'decimal' as const } : field
  return readField(`${format}: ${field.title}`, definition, value, today)
}

type Read = (field: TaughtField, value: string) => LabelField

function readLayout(layout: TaughtLayout, text: string, read: Read): LabelField[] | undefined {
  switch (layout.kind) {
    case 'sequence':
      return readSequence(layout, text, read)
    case 'marked':
      return readMarked(layout, text, read)
    case 'identifiers':
      return undefined
  }
}

function readSequence(
  { parts, separators = '' }: Extract<TaughtLayout, { kind: 'sequence' }>,
  text: string,
  read: Read
): LabelField[] | undefined {
  const fields: LabelField[] = []
  const isSeparated = (value: string): boolean => Array.from(separators).some((separator) => value.includes(separator))
  let at = 0
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') {
      if (!text.startsWith(part.text, at)) return undefined
      at += part.text.length
      continue
    }
    const end = endOfField(part, parts[index + 1], text, at)
    if (end === undefined) return undefined
    const value = text.slice(at, end)
    if (!holdsOnly(part.field.characters, value) || isSeparated(value)) return undefined
    if (value.trim() !== '') fields.push(read(part.field, value))
    at = end
  }
  return at === text.length ? fields : undefined
}

function endOfField(
  { length, field }: Extract<TaughtPart, { kind: 'field' }>,
  next: TaughtPart | undefined,
  text: string,
  at: number
): number | undefined {
  if (length !== null) return at + length <= text.length ? at + length : undefined
  if (next === undefined) return text.length
  const end = next.kind === 'text' ? text.indexOf(next.text, at) : endOfRun(field, text, at)
  return end < 0 ? undefined : end
}

/** One character at least: a run of none would be any text. */
function endOfRun({ characters }: TaughtField, text: string, at: number): number {
  let end = at
  while (end < text.length && holdsOnly(characters, text.charAt(end))) end += 1
  return end === at ? -1 : end
}

/** Pieces with a mark that nobody has taught are kept; those with one must be there once each at most. */
function readMarked(
  { separator, fields }: Extract<TaughtLayout, { kind: 'marked' }>,
  text: string,
  read: Read
): LabelField[] | undefined {
  const found: LabelField[] = []
  const seen = new Set<string>()
  for (const piece of text.split(separator)) {
    const marked = fields.find(({ mark }) => piece.startsWith(mark))
    const value = marked === undefined ? piece : piece.slice(marked.mark.length)
    if (value.trim() === '') continue
    if (marked === undefined) found.push(unknownField('', value))
    else {
      if (seen.has(marked.mark) || !holdsOnly(marked.field.characters, value)) return undefined
      seen.add(marked.mark)
      found.push(read(marked.field, value))
    }
  }
  return found
}
