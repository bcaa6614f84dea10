/**
 * What a symbology identifier says about the content of a symbol.
 *
 * `gs1`: element strings, the leading FNC1 being said by the identifier alone. `ean`: a GTIN. `ean-add-on`: a GTIN-13
 * with 2 or 5 more digits. `scanner-reply`: not a symbol at all. `any`: look at the content.
 */
export type CarrierContent = 'gs1' | 'ean' | 'ean-add-on' | 'scanner-reply' | 'any'

/** Identifiers of ISO/IEC 15424 whose content is fixed; `]Z6` is what Honeywell's scanners answer commands with. */
const CONTENT = new Map<string, CarrierContent>([
  [']C1', 'gs1'],
  [']d2', 'gs1'],
  [']d5', 'gs1'],
  [']Q3', 'gs1'],
  [']Q4', 'gs1'],
  [']e0', 'gs1'],
  [']J1', 'gs1'],
  [']z1', 'gs1'],
  [']E0', 'ean'],
  [']E3', 'ean-add-on'],
  [']E4', 'ean'],
  [']Z6', 'scanner-reply']
])

export function contentOf(aim: string | null): CarrierContent {
  return (aim === null ? undefined : CONTENT.get(aim)) ?? 'any'
}

/**
 * Takes an AIM identifier (`]`, a letter for the symbology, a modifier) off the front of a scan.
 *
 * A letter without a meaning in ISO/IEC 15424 is no identifier: the text then stays whole.
 */
export function splitAim(text: string): { readonly aim: string | null; readonly text: string } {
  const aim = /^\][A-UXZc-ehopsz][0-9A-Za-z]/.exec(text)?.[0]
  return aim === undefined ? { aim: null, text } : { aim, text: text.slice(aim.length) }
}
