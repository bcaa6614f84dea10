/** Which characters of a text did not arrive in their place: what is left of it once the longest common part is taken off. */
export function lostCharacters(expected: string, arrived: string): string {
  const wanted = Array.from(expected)
  const got = Array.from(arrived)
  // kept[i][j]: how many characters wanted[i..] and got[j..] have in common, in order.
  const kept = Array.from({ length: wanted.length + 1 }, () => new Array<number>(got.length + 1).fill(0))
  const commonFrom = (i: number, j: number): number => kept[i]?.[j] ?? 0
  for (let i = wanted.length - 1; i >= 0; i -= 1) {
    const row = kept[i]
    for (let j = got.length - 1; row && j >= 0; j -= 1) {
      row[j] =
        wanted[i] === got[j] ? 1 + commonFrom(i + 1, j + 1) : Math.max(commonFrom(i + 1, j), commonFrom(i, j + 1))
    }
  }
  let lost = ''
  let j = 0
  for (let i = 0; i < wanted.length; i += 1) {
    while (j < got.length && wanted[i] !== got[j] && commonFrom(i, j + 1) === commonFrom(i, j)) j += 1
    if (j < got.length && wanted[i] === got[j]) j += 1
    else lost += wanted[i]
  }
  return lost
}
