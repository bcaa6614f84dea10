/** A Global Trade Item Number, always as 14 digits with a right check digit, so that two can be compared. */
export type Gtin = string & { readonly __brand: 'Gtin' }

/** Reads a GTIN-8, -12, -13 or -14; absent when it has another length or a wrong check digit. */
export function parseGtin(text: string): Gtin | undefined {
  if (!/^(\d{8}|\d{12,14})$/.test(text) || !hasCheckDigit(text)) return undefined
  return text.padStart(14, '0') as Gtin
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
