/** Which characters of a text did not arrive in their place: what is left of it once the longest common part is taken off. */
export function lostCharacters(expected: string, arrived: string): string {
  const wanted = Array.from(expected)
  const got = Array.from(arrived)
  const common = commonLengths(wanted, got)
  let lost = ''
  let at = 0
  for (const [index, character] of wanted.entries()) {
    const found = got.findIndex((other, place) => place >= at && other === character && keeps(index, place))
    if (found < 0) lost += character
    else at = found + 1
  }
  return lost

  /** Taking the two for each other leaves the longest common rest. */
  function keeps(index: number, place: number): boolean {
    return 1 + lengthAt(common, index + 1, place + 1) === lengthAt(common, index, at)
  }
}

/** How many characters the rests of two texts have in common, in order, from each pair of places on. */
function commonLengths(wanted: readonly string[], got: readonly string[]): readonly (readonly number[])[] {
  const lengths: number[][] = []
  for (let i = wanted.length - 1; i >= 0; i -= 1) {
    const below = lengths[0] ?? []
    const row: number[] = []
    for (let j = got.length - 1; j >= 0; j -= 1) {
      const isSame = wanted[i] === got[j]
      // Both rows are built from their ends: what stands at j + 1 is the first of what was put in so far.
      row.unshift(isSame ? 1 + (below[j + 1] ?? 0) : Math.max(below[j] ?? 0, row[0] ?? 0))
    }
    lengths.unshift(row)
  }
  return lengths
}

function lengthAt(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0
}
