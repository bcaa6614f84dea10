/** A Global Trade Item Number, always as 14 digits with a right check digit, so that two can be compared. */
export type Gtin = string & { readonly __brand: 'Gtin' }

/** Reads a GTIN-8, -12, -13 or -14; absent when it has another length or a wrong check digit. */
export function parseGtin(text: string): Gtin | undefined {
  if (!/^(\d{8}|\d{12,14})$/.test(text) || !hasCheckDigit(text)) return undefined
  return text.padStart(14, '0') as Gtin
}

/**
 * Reads the 8 digits of a UPC-E, which some scanners send as they stand; absent when they are none.
 *
 * Number system 0 or 1, six digits, the check digit of the UPC-A that they are short for (General Specifications 5.2.2.4.2).
 */
export function parseUpcE(text: string): Gtin | undefined {
  const [, system, a = '', b = '', c = '', d = '', e = '', last = '', check] =
    /^([01])(\d)(\d)(\d)(\d)(\d)(\d)(\d)$/.exec(text) ?? []
  if (system === undefined || check === undefined) return undefined
  switch (last) {
    case '0':
    case '1':
    case '2':
      return parseGtin(`${system}${a}${b}${last}0000${c}${d}${e}${check}`)
    case '3':
      return parseGtin(`${system}${a}${b}${c}00000${d}${e}${check}`)
    case '4':
      return parseGtin(`${system}${a}${b}${c}${d}00000${e}${check}`)
    default:
      return parseGtin(`${system}${a}${b}${c}${d}${e}0000${last}${check}`)
  }
}

/** The check digit of GS1 for the digits before it (GS1 General Specifications 7.9.1): weights 3, 1, 3 … from the right. */
export function checkDigitOf(digits: string): string {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const weight = (digits.length - index) % 2 === 1 ? 3 : 1
    sum += Number(digits.charAt(index)) * weight
  }
  return String((10 - (sum % 10)) % 10)
}

/** Whether the last of some digits is the check digit of the others. */
export function hasCheckDigit(digits: string): boolean {
  return checkDigitOf(digits.slice(0, -1)) === digits.slice(-1)
}
