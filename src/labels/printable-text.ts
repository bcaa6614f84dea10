/** A text as the printers' scalable font can show it. */
export interface PrintableText {
  readonly text: string
  /** Whether characters had to be replaced: the label then shows something else than what was given. */
  readonly replaced: boolean
  /** Whether the text was longer than any label shows; it then ends in the ellipsis. */
  readonly shortened: boolean
}

/** Says that a text goes on: three full stops, since every font has them. */
export const ELLIPSIS = '...'

/** No label shows more characters of one fact; the rest of a longer text is not even looked at. */
const MOST_CHARACTERS = 400

/** Beyond Latin-1: what code page 1252 has, which font 0 of every printer prints (`^CI27`). */
const BEYOND_LATIN_1 = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ')

/** What is often met in descriptions of parts and has a clear spelling in the font's characters. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['Ω', 'Ohm'],
  ['μ', 'µ'],
  ['∅', 'Ø'],
  ['⌀', 'Ø'],
  ['≤', '<='],
  ['≥', '>='],
  ['≈', '~'],
  ['≠', '!='],
  ['−', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['‒', '-'],
  ['―', '—'],
  ['′', "'"],
  ['″', '"'],
  ['⁄', '/'],
  ['→', '->'],
  ['←', '<-'],
  ['∞', 'inf'],
  ['√', 'sqrt'],
  ['Δ', 'Delta'],
  ['Ł', 'L'],
  ['ł', 'l'],
  ['Đ', 'D'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['ẞ', 'SS']
])

const REPLACEMENT = '?'

/**
 * What font 0 prints of any text.
 *
 * Its sure repertoire is code page 1252. White space becomes one blank, invisible format characters (direction marks,
 * joiners) go, a letter with a foreign accent becomes its base letter, a few signs are spelled out (Ω is `Ohm`), and
 * what remains, control characters too, becomes a `?`: something was there, and the symbol or the screen has it.
 */
export function printableText(text: string): PrintableText {
  const shortened = text.length > MOST_CHARACTERS
  const looked = shortened ? text.slice(0, MOST_CHARACTERS) : text
  const ending = shortened ? ELLIPSIS : ''
  if (/^[\x20-\x7e]*$/.test(looked)) return { text: looked.trim() + ending, replaced: false, shortened }
  let printable = ''
  let replaced = false
  for (const character of looked.normalize('NFC')) {
    const shown = printableCharacter(character)
    if (shown !== character && shown !== ' ') replaced = true
    printable += shown
  }
  return { text: printable.replaceAll(/ {2,}/g, ' ').trim() + ending, replaced, shortened }
}

function printableCharacter(character: string): string {
  if (/[\x20-\x7e\u00a1-\u00ac\u00ae-\u00ff]/.test(character) || BEYOND_LATIN_1.has(character)) return character
  if (/\s/u.test(character)) return ' '
  if (/\p{Cf}/u.test(character)) return ''
  const spelling = SPELLINGS.get(character)
  if (spelling !== undefined) return spelling
  const parts = Array.from(character.normalize('NFKD')).filter((part) => !/\p{M}/u.test(part))
  if (parts.join('') === character || parts.length === 0) return REPLACEMENT
  return parts.map((part) => printableCharacter(part)).join('')
}
