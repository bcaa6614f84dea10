import type { Day } from '../clock.ts'
import type { TaughtMeaning } from './meaning.ts'
import { dayIn, isPlausibleDate } from './plausible-date.ts'
import { filledValues, type Piece } from './taken-apart.ts'
import { datesIn, variantsOf } from './variants.ts'

/** What the station knows of a text, to guess by. */
export interface Hints {
  isPart(text: string): boolean
  isOrder(text: string): boolean
}

/** How suppliers call their fields: identifiers of MH10.8.2, and words of several languages. */
const WORDS: readonly (readonly [RegExp, TaughtMeaning])[] = [
  [/^(\d{0,2}P|P\/?N|PNO|PART|ITEM|SKU|MAT|MATERIAL|ART|ARTIKEL|ARTICLE|REF|MPN)$/, 'part'],
  [/^(1?T|LOT|L|CH|CHARGE|BATCH|LOS|SARZA|LOTE)$/, 'lot'],
  [/^(S|S\/?N|SN|SER|SERIAL|SNR|SERIE)$/, 'serial'],
  [/^(Q|QTY|MENGE|ST|STK|PCS|CNT|QUANTITY|ANZ|QTE|KS)$/, 'quantity'],
  [/^(14D|15D|EXP|EXPIRY|MHD|VERF|USEBY|BBE|DLUO)$/, 'expiry'],
  [/^(16D|17D|MFG|MFD|DMF|PROD|DATE|DATUM|DOM)$/, 'made'],
  [/^(K|PO|ORDER|BEST|BESTELLUNG|AUFTRAG|CMD)$/, 'order']
]

/** A count or a weight that a box can hold. */
const COUNT = /^\d{1,6}(?:\.\d{1,6})?$/

/** What a piece is likely to be; `nothing` where nothing speaks for anything. */
export function guessMeaning(piece: Piece, hints: Hints, today: Day): TaughtMeaning {
  const values = filledValues(piece)
  const word = piece.mark.toUpperCase().replace(/[^A-Z0-9/]/g, '')
  const byMark = WORDS.find(([words]) => words.test(word))?.[1]
  if (byMark !== undefined && variantsOf(piece, byMark, today).length > 0) return byMark
  if (values.length === 0) return 'nothing'
  if (values.every((value) => hints.isPart(value))) return 'part'
  if (values.every((value) => hints.isOrder(value))) return 'order'
  if (values.every((value) => isPlausibleDate(value, today))) return guessDate(values, today)
  return 'nothing'
}

/** Whether a piece may well be a quantity. */
export function looksLikeCount(piece: Piece, today: Day): boolean {
  const values = filledValues(piece)
  return (
    values.length > 0 && values.every((value) => COUNT.test(value)) && variantsOf(piece, 'quantity', today).length > 0
  )
}

/** Dates that are each written in a way of their own are none that a format can read. */
function guessDate(values: readonly string[], today: Day): TaughtMeaning {
  const [likeliest] = datesIn(values, 'made', today)
  if (likeliest === undefined) return 'nothing'
  const isPast = (day: Day | undefined): boolean => day !== undefined && day <= today
  return values.every((value) => isPast(dayIn(value, likeliest, today))) ? 'made' : 'expiry'
}
