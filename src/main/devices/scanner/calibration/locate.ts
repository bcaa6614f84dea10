import { composeAccents } from '../accents.ts'
import { FENCES, FIRST_MARK, LAST_MARK, NONCE } from '../../../../core/barcode/calibration-symbol.ts'

/** One character that arrived, and how. */
export interface Piece {
  readonly text: string
  readonly by: 'byte' | 'key' | 'control' | 'alt-number'
  /** The key that it came by. */
  readonly code: string
}

/** The parts of a scanned calibration symbol. */
export interface LocatedSymbol {
  readonly lead: readonly Piece[]
  readonly firstMark: string
  readonly nonce: string | null
  readonly probe: readonly Piece[]
  /** What arrived in the places of GS, RS and EOT. */
  readonly separators: readonly [readonly Piece[], readonly Piece[], readonly Piece[]]
  readonly lastMark: string
  readonly tail: readonly Piece[]
}

const DIGITS_BEFORE_PROBE = 5

/** Finds the parts between the marks, in whatever case they came; absent where the marks or the fences did not come. */
export function locateSymbol(pieces: readonly Piece[]): LocatedSymbol | undefined {
  const first = find(pieces, FIRST_MARK, 0)
  const last = findLast(pieces, LAST_MARK, pieces.length)
  if (first === undefined || last === undefined || last < first) return undefined
  const bodyAt = first + FIRST_MARK.length
  const [ff, hh, jj, xx] = FENCES
  const fourth = findLast(pieces, xx, last)
  const third = fourth && findLast(pieces, jj, fourth)
  const second = third && findLast(pieces, hh, third)
  const begin = second && findLast(pieces, ff, second)
  if (fourth === undefined || third === undefined || second === undefined || begin === undefined) return undefined
  const digits = textOfPieces(pieces.slice(bodyAt, bodyAt + DIGITS_BEFORE_PROBE))
  const nonce = digits.slice(1)
  return {
    lead: pieces.slice(0, first),
    firstMark: textOfPieces(pieces.slice(first, bodyAt)),
    nonce: NONCE.test(nonce) ? nonce : null,
    probe: pieces.slice(bodyAt + DIGITS_BEFORE_PROBE, begin),
    separators: [
      pieces.slice(begin + ff.length, second),
      pieces.slice(second + hh.length, third),
      pieces.slice(third + jj.length, fourth)
    ],
    lastMark: textOfPieces(pieces.slice(last, last + LAST_MARK.length)),
    tail: pieces.slice(last + LAST_MARK.length)
  }
}

/** Dead keys are put together with what follows them. */
export function textOfPieces(pieces: readonly Piece[]): string {
  return composeAccents(pieces.map(({ text }) => text).join(''))
}

function find(pieces: readonly Piece[], wanted: string, from: number): number | undefined {
  for (let at = from; at + wanted.length <= pieces.length; at += 1) if (isAt(pieces, wanted, at)) return at
  return undefined
}

/** The last place before `end` where it stands whole. */
function findLast(pieces: readonly Piece[], wanted: string, end: number): number | undefined {
  for (let at = end - wanted.length; at >= 0; at -= 1) if (isAt(pieces, wanted, at)) return at
  return undefined
}

function isAt(pieces: readonly Piece[], wanted: string, at: number): boolean {
  return Array.from(wanted).every(
    (character, index) => pieces[at + index]?.text.toLowerCase() === character.toLowerCase()
  )
}
