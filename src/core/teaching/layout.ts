import type {
  FieldCharacters,
  MarkedField,
  TaughtField,
  TaughtLayout,
  TaughtPart
} from '../barcode/taught/taught-format.ts'
import { variantInForce, type Draft, type PieceUse } from './draft.ts'
import { FIELD_MEANINGS, MEANING_TITLES } from './meaning.ts'
import { filledValues } from './taken-apart.ts'

/** The layout that reads labels as the draft says; absent before there is one. */
export function layoutOf({ way, parts, uses }: Draft): TaughtLayout | undefined {
  switch (way?.kind) {
    case undefined:
      return undefined
    case 'identifiers':
      return { kind: 'identifiers', fields: markedFields(uses) }
    case 'marked':
      return { kind: 'marked', separator: way.separator, fields: markedFields(uses) }
    case 'separated':
      return { kind: 'sequence', separators: way.separators, parts: sequenceOf(parts, uses, () => ({ length: null })) }
    case 'runs':
      return {
        kind: 'sequence',
        parts: sequenceOf(parts, uses, (use) => ({ length: null, characters: runOf(use) }))
      }
    case 'columns':
      return {
        kind: 'sequence',
        parts: sequenceOf(parts, uses, ({ piece }) => ({ length: piece.values[0]?.length ?? 0 }))
      }
  }
}

interface Bounds {
  readonly length: number | null
  readonly characters?: FieldCharacters
}

function sequenceOf(
  parts: Draft['parts'],
  uses: readonly PieceUse[],
  boundsOf: (use: PieceUse) => Bounds
): readonly TaughtPart[] {
  const sequence: TaughtPart[] = []
  const addText = (text: string): void => {
    const before = sequence.at(-1)
    if (before?.kind === 'text') sequence[sequence.length - 1] = { kind: 'text', text: before.text + text }
    else if (text !== '') sequence.push({ kind: 'text', text })
  }
  let unused = 0
  for (const part of parts) {
    const use = part.kind === 'piece' ? uses.find(({ piece }) => piece === part) : undefined
    if (part.kind === 'text') addText(part.text)
    else if (use !== undefined) {
      const variant = variantInForce(use)
      if (variant?.isConstant) {
        addText(part.values[0] ?? '')
        continue
      }
      const { length, characters } = boundsOf(use)
      addText(variant?.lead ?? '')
      if (use.meaning === 'nothing') unused += 1
      const title = use.meaning === 'nothing' ? `Not needed ${unused}` : MEANING_TITLES[use.meaning]
      const field = { ...fieldOf(use, title), ...(characters === undefined ? {} : { characters }) }
      sequence.push({ kind: 'field', field, length: length === null ? null : length - (variant?.lead.length ?? 0) })
    }
  }
  return sequence
}

/** Pieces that nobody needs are kept all the same, as what nobody has taught. */
function markedFields(uses: readonly PieceUse[]): readonly MarkedField[] {
  return uses.flatMap((use) => {
    if (use.meaning === 'nothing') return []
    return [
      { mark: use.piece.mark + (variantInForce(use)?.lead ?? ''), field: fieldOf(use, MEANING_TITLES[use.meaning]) }
    ]
  })
}

/** A count and a date are digits; what else a supplier calls its parts and lots next year, nobody knows. */
function fieldOf(use: PieceUse, title: string): TaughtField {
  const format = variantInForce(use)?.format ?? 'text'
  const isDate = use.meaning === 'expiry' || use.meaning === 'made'
  return { title, meaning: FIELD_MEANINGS[use.meaning], format, characters: isDate ? 'digits' : 'any' }
}

/** Pieces between changes of letters and digits hold one of them. */
function runOf(use: PieceUse): FieldCharacters {
  return filledValues(use.piece).every((value) => /^\d+$/.test(value)) ? 'digits' : 'letters'
}
