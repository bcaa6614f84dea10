/** Printable ASCII in the order in which example texts prefer its characters. */
const ORDER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_./ !"#$%&\'()*+,:;<=>?@[\\]^`{|}~'

/** A set of printable ASCII characters as 95 bits: two sets are compared in three steps, however large they are. */
export type CharacterSet = readonly [number, number, number]

export function setOf(characters: string): CharacterSet {
  const words: [number, number, number] = [0, 0, 0]
  for (const character of characters) {
    const index = ORDER.indexOf(character)
    if (index < 32) words[0] |= 1 << index
    else if (index < 64) words[1] |= 1 << (index - 32)
    else words[2] |= 1 << (index - 64)
  }
  return words
}

/** What a code may begin and end with. */
export const NOT_BLANK: CharacterSet = setOf(ORDER.replace(' ', ''))

/** What a code may hold between its ends. */
export const PRINTABLE: CharacterSet = setOf(ORDER)

export function union(a: CharacterSet, b: CharacterSet): CharacterSet {
  return [a[0] | b[0], a[1] | b[1], a[2] | b[2]]
}

export function meet(a: CharacterSet, b: CharacterSet): boolean {
  return (a[0] & b[0]) !== 0 || (a[1] & b[1]) !== 0 || (a[2] & b[2]) !== 0
}

/** The characters that are in both sets, digits and capitals first. */
export function common(a: CharacterSet, b: CharacterSet): string {
  const words = [a[0] & b[0], a[1] & b[1], a[2] & b[2]]
  let characters = ''
  for (const [word, bits] of words.entries()) {
    for (let rest = bits; rest !== 0; rest &= rest - 1) characters += ORDER.charAt(word * 32 + trailingZeros(rest))
  }
  return characters
}

function trailingZeros(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}
