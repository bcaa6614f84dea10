import { assertNever } from '../assert.ts'
import { readField } from '../barcode/label-field.ts'
import type { Day } from '../clock.ts'
import { formatQuantity } from '../quantity.ts'
import { variantInForce, type PieceUse } from './draft.ts'
import { FIELD_MEANINGS } from './meaning.ts'
import { filledValues, type Piece } from './taken-apart.ts'
import type { Way } from './ways.ts'

const SEPARATOR_NAMES: ReadonlyMap<string, string> = new Map([
  ['\u001d', 'GS'],
  ['\u001e', 'RS'],
  ['\u001f', 'US'],
  ['\t', 'tabs'],
  ['\n', 'line ends'],
  ['\r', 'line ends'],
  [' ', 'blanks']
])

/** A way to take labels apart, in a few words: `at ; and /`. */
export function wayInWords(way: Way): string {
  switch (way.kind) {
    case 'identifiers':
      return 'What the standard leaves open'
    case 'marked':
      return `By marks, between ${separatorName(way.separator)}`
    case 'separated':
      return `At ${Array.from(way.separators).map(separatorName).join(' and ')}`
    case 'runs':
      return 'Where letters change to digits'
    case 'columns':
      return 'At fixed places'
    default:
      return assertNever(way)
  }
}

function separatorName(separator: string): string {
  return SEPARATOR_NAMES.get(separator) ?? separator
}

/** What a piece is like on all samples: `always the same`, `6 digits`, `4 to 7 characters`. */
export function shapeInWords(piece: Piece): string {
  const values = filledValues(piece)
  const [first = ''] = values
  if (values.length > 1 && values.every((value) => value === first)) return 'the same on all'
  const lengths = values.map(({ length }) => length)
  const [least, most] = [Math.min(...lengths), Math.max(...lengths)]
  if (values.length === 0) return 'empty'
  const of = values.every((value) => /^\d+$/.test(value))
    ? 'digit'
    : values.every((value) => /^[A-Za-z]+$/.test(value))
      ? 'letter'
      : 'character'
  return `${least === most ? most : `${least} to ${most}`} ${of}${most === 1 ? '' : 's'}`
}

/** The values as they are understood: a day, a quantity, a text without what it begins with. */
export function readValues(use: PieceUse, today: Day): readonly string[] {
  const variant = variantInForce(use)
  if (variant === undefined) return []
  const definition = { title: '', meaning: FIELD_MEANINGS[use.meaning], format: variant.format }
  const read = filledValues(use.piece).map((value) => {
    const { content, value: text } = readField('', definition, value.slice(variant.lead.length), today)
    if (content.kind === 'day') return content.day
    return content.kind === 'quantity' ? formatQuantity(content.quantity) : text
  })
  return [...new Set(read)]
}
