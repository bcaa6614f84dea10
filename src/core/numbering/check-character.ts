/** What a check character can be, in order of value. */
export const CHECK_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The remainder before the first character (ISO/IEC 7064, hybrid systems, MOD 37,36). */
export const CHECK_START = 36

/**
 * What a character counts for: digits and letters from 0 to 35, a small letter as its capital. Hyphens, blanks and
 * every other character do not count, so a number may be written with them.
 */
export function checkValue(character: string): number | undefined {
  const value = CHECK_ALPHABET.indexOf(character.toUpperCase())
  return value < 0 ? undefined : value
}

/** The remainder, 1 to 36, after one more counted character. */
export function checkStep(remainder: number, value: number): number {
  return (((remainder + value) % 36 || 36) * 2) % 37
}

/** Whether a check character of this value is the right one after that remainder. */
export function checkHolds(remainder: number, value: number): boolean {
  return (remainder + value) % 36 === 1
}

/**
 * The check character over the letters and digits of a text, by ISO/IEC 7064 MOD 37,36.
 *
 * It finds every single wrong letter or digit, and every two neighbours that changed places except, at one remainder
 * in 36, two that follow each other in the alphabet (36 of 22,680 cases). A capital for its small letter is not found.
 */
export function checkCharacterOf(text: string): string {
  let remainder = CHECK_START
  for (const character of text) {
    const value = checkValue(character)
    if (value !== undefined) remainder = checkStep(remainder, value)
  }
  return CHECK_ALPHABET.charAt((37 - remainder) % 36)
}
