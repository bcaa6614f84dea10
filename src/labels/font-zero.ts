/**
 * Widths of font 0, the printers' scalable font (CG Triumvirate Bold Condensed), when width and height are equal.
 *
 * The printers do not publish them. These are upper bounds, in hundredths of the height, over what look-alikes of the
 * font and its measured prints show, so that a text that fits by this table fits on paper.
 */
const ADVANCES: readonly (readonly [hundredths: number, characters: string])[] = [
  [31, " '/:;Ifijlt‘’‚"],
  [36, '!(),.[]`r¹²³·'],
  [48, 'Jcksvxyz°•'],
  [53, '"#$*0123456789?EFLTZ^_abdeghnopqu{|}\\µßøþð£§€“”„'],
  [60, 'ABCKPSVXY×÷±–'],
  [65, 'DGHNOQRUØÐÞ'],
  [72, '&w'],
  [82, 'Mmæœ'],
  [90, 'WÆŒ'],
  [95, '%@'],
  [100, '+-=<>~']
]

/** Of what the table does not name: signs such as `™`, `½` and `‰`. */
const WIDEST = 118

const advanceOf: ReadonlyMap<string, number> = new Map(
  ADVANCES.flatMap(([hundredths, characters]) =>
    Array.from(characters, (character) => [character, hundredths] as const)
  )
)

/** Parts of the height above and below the baseline that a line of text takes; accents of capitals reach into the leading. */
export const FONT_ZERO_ASCENT = 0.82
export const FONT_ZERO_DESCENT = 0.25

/** The smallest font 0 of the printers (`^A0`). */
export const FONT_ZERO_SMALLEST_DOTS = 10

/** How wide a text is at most, in hundredths of its height. */
function widthInHundredths(text: string): number {
  let width = 0
  for (const character of text) width += advanceOfCharacter(character)
  return width
}

/** How wide a text of this height is at most. */
export function textWidthDots(text: string, heightDots: number): number {
  return Math.ceil((widthInHundredths(text) * heightDots) / 100)
}

/** As many characters from the start of a text as surely fit. */
export function charactersThatFit(text: string, heightDots: number, widthDots: number): number {
  const room = (widthDots * 100) / heightDots
  let width = 0
  let count = 0
  for (const character of text) {
    width += advanceOfCharacter(character)
    if (width > room) return count
    count += character.length
  }
  return count
}

function advanceOfCharacter(character: string): number {
  return advanceOf.get(character) ?? advanceOf.get(character.normalize('NFD').charAt(0)) ?? WIDEST
}
