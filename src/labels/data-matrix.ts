/** How a text is spelled in a Data Matrix (ISO/IEC 16022, ECC 200, square), so that its size is known beforehand. */
export interface DataMatrixPlan {
  /** What the symbol holds: ASCII. */
  readonly text: string
  /** The escape character of `^BX`: one that the text does not hold, so that nothing in it can be an escape. */
  readonly escape: string
  /** Modules on each side, without quiet zone. */
  readonly modules: number
}

export type DataMatrixProblem =
  | { readonly kind: 'not-ascii' }
  | { readonly kind: 'too-long'; readonly codewords: number; readonly most: number }
  | { readonly kind: 'no-escape-left' }

export type DataMatrixPlanning =
  { readonly ok: true; readonly plan: DataMatrixPlan } | { readonly ok: false; readonly problem: DataMatrixProblem }

/** The standard asks for 1 module on each side; 2 bear a little feed drift. */
export const DATA_MATRIX_QUIET_MODULES = 2

/** Square symbols: modules on a side, and the data codewords that they hold (ISO/IEC 16022, table 7). */
const SIZES: readonly (readonly [modules: number, codewords: number])[] = [
  [10, 3],
  [12, 5],
  [14, 8],
  [16, 12],
  [18, 18],
  [20, 22],
  [22, 30],
  [24, 36],
  [26, 44],
  [32, 62],
  [36, 86],
  [40, 114],
  [44, 144],
  [48, 174],
  [52, 204],
  [64, 280],
  [72, 368],
  [80, 456],
  [88, 576],
  [96, 696],
  [104, 816]
]

const MOST_CODEWORDS = 816

/** Tried in this order: what codes seldom hold comes first. Prefix, delimiter and hexadecimal mark of ZPL are not among them. */
const ESCAPE_CANDIDATES = `_@!|$%?;\`{}"&'<>=*#[]():+/.-zyxwvutsrqponmlkjihgfedcbaZYXWVUTSRQPONMLKJIHGFEDCBA`

/**
 * Plans the smallest square symbol that surely holds a text.
 *
 * Sure means: in the plainest encodation (ASCII: a codeword for a character or a pair of digits), which no encoder
 * falls behind, so that the size does not depend on the printer's own cleverness.
 */
export function planDataMatrix(text: string): DataMatrixPlanning {
  if (!/^[\x00-\x7f]+$/.test(text)) return { ok: false, problem: { kind: 'not-ascii' } }
  const codewords = codewordsAtMost(text)
  const size = SIZES.find(([, capacity]) => codewords <= capacity)
  if (size === undefined) return { ok: false, problem: { kind: 'too-long', codewords, most: MOST_CODEWORDS } }
  const escape = Array.from(ESCAPE_CANDIDATES).find((candidate) => !text.includes(candidate))
  if (escape === undefined) return { ok: false, problem: { kind: 'no-escape-left' } }
  return { ok: true, plan: { text, escape, modules: size[0] } }
}

/** Data codewords of a text in ASCII encodation. */
export function codewordsAtMost(asciiText: string): number {
  return asciiText.replaceAll(/\d\d/g, '#').length
}
