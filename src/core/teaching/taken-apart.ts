/** A label taken apart, the same way for all samples: what stands between the pieces, and the pieces. */
export type LabelPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'piece'
      /** What the piece begins with on every label, where it is told by that; empty where by its place. */
      readonly mark: string
      /** What stands there, for each sample; null where a sample has no such piece. */
      readonly values: readonly (string | null)[]
    }

export type Piece = Extract<LabelPart, { kind: 'piece' }>

export function piecesOf(parts: readonly LabelPart[]): readonly Piece[] {
  return parts.flatMap((part) => (part.kind === 'piece' ? [part] : []))
}

/** What stands in a piece, where anything does. */
export function filledValues({ values }: Piece): readonly string[] {
  return values.filter((value) => value !== null && value.trim() !== '') as readonly string[]
}

/**
 * The parts of samples that were split alike: each token of the first with those at the same place in the others.
 *
 * A piece that is empty on every sample is none.
 */
export function alignedParts(
  tokensOfSamples: readonly (readonly { readonly isText: boolean; readonly text: string }[])[]
): readonly LabelPart[] {
  const [first = []] = tokensOfSamples
  const parts: LabelPart[] = []
  for (const [index, { isText }] of first.entries()) {
    const texts = tokensOfSamples.map((tokens) => tokens[index]?.text ?? '')
    const before = parts.at(-1)
    if (!isText && texts.every((text) => text === '')) continue
    if (!isText) parts.push({ kind: 'piece', mark: '', values: texts })
    else if (before?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: before.text + (texts[0] ?? '') }
    else parts.push({ kind: 'text', text: texts[0] ?? '' })
  }
  return parts
}
