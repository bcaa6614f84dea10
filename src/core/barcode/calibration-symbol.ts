import { EOT, GS, RS } from './control-characters.ts'

/**
 * The marks around a calibration symbol.
 *
 * Eight different letters that US, German, French and Czech keyboards all have on the same key, so that they survive a
 * scanner set to another layout than it is read with. The first is in capitals, the last is its mirror in small
 * letters: that tells what becomes of case, and shows through any keyboard at all, since eight keys that come again
 * backwards are seen whatever they write.
 */
export const FIRST_MARK = 'DKSCLBRT'
export const LAST_MARK = 'trblcskd'

/**
 * What has to come out right: the letters whose keys differ between keyboards, in both cases, all digits, and what labels
 * use of the other characters.
 */
export const PROBE = `yzYZaqAQwWmM0123456789-/.:_+[]()>#@;,=%&*$?!<\\|{}`

/** What stands before and after each separator: double letters that are nowhere else and on the same keys everywhere. */
export const FENCES = ['FF', 'HH', 'JJ', 'XX'] as const

export const SEPARATORS = [
  { name: 'gs', character: GS },
  { name: 'rs', character: RS },
  { name: 'eot', character: EOT }
] as const

export type SeparatorName = (typeof SEPARATORS)[number]['name']

/** Which edition of the symbol's content it is: another one would have another first digit. */
const EDITION = '1'

/** The digits that tell one symbol from another. */
export const NONCE = /^\d{4}$/

/** What the calibration symbol says. The nonce has four digits and differs from symbol to symbol. */
export function encodeCalibration(nonce: string): string {
  const [first, second, third, last] = FENCES
  return `${FIRST_MARK}${EDITION}${nonce}${PROBE}${first}${GS}${second}${RS}${third}${EOT}${last}${LAST_MARK}`
}

/** So much may come before the first mark and after the last: prefix and suffix of the scanner, and its AIM identifier. */
const MAX_LEAD = 24
const MAX_TAIL = 12

/** No calibration symbol is shorter between its marks, even when half of its characters are lost. */
const LEAST_BETWEEN = 20

/**
 * Whether a text is a scan of the calibration symbol, however the scanner was set: of any keyboard, in any case, with
 * its separators lost. `damaged`: one of the marks is missing.
 */
export function recogniseCalibration(text: string): 'whole' | 'damaged' | undefined {
  if (text.length < FIRST_MARK.length) return undefined
  const folded = text.toLowerCase()
  const first = folded.indexOf(FIRST_MARK.toLowerCase())
  const last = folded.lastIndexOf(LAST_MARK)
  if (first >= 0 && last > first) return 'whole'
  if (first >= 0 || last >= 0) return 'damaged'
  return hasMirroredMarks(Array.from(folded, onItsKey).join('')) ? 'whole' : undefined
}

const WITH_SHIFT = '~!@#$%^&*()_+{}|:"<>?'
const WITHOUT_SHIFT = "`1234567890-=[]\\;',./"

/** Each key by what it writes without Shift: the capitals of one keyboard may be the signs of another. */
function onItsKey(character: string): string {
  const at = WITH_SHIFT.indexOf(character)
  return at < 0 ? character : WITHOUT_SHIFT.charAt(at)
}

/** Eight different characters near the beginning that come again backwards near the end. */
function hasMirroredMarks(text: string): boolean {
  const size = FIRST_MARK.length
  if (text.length < 2 * size + LEAST_BETWEEN) return false
  const tail = text.slice(-(size + MAX_TAIL))
  for (let at = 0; at <= MAX_LEAD; at += 1) {
    const mark = text.slice(at, at + size)
    if (mark.length < size || new Set(mark).size < size) continue
    const mirrored = tail.indexOf(Array.from(mark).toReversed().join(''))
    if (mirrored >= 0 && text.length - tail.length + mirrored - at >= size + LEAST_BETWEEN) return true
  }
  return false
}
