/**
 * An exact quantity in a part's unit, as a whole number of millionths. Never a fraction of one: `1.5` is `1_500_000`.
 *
 * Every quantity stays within ±{@link MAX_QUANTITY}, far inside the whole numbers that a double holds exactly.
 */
export type Quantity = number & { readonly __brand: 'Quantity' }

const SCALE = 1_000_000

/** 999,999,999.999999 in a part's unit: the largest quantity that the station takes. */
export const MAX_QUANTITY = 999_999_999_999_999 as Quantity

export const ZERO = 0 as Quantity
export const ONE = SCALE as Quantity

export type QuantityProblem = 'not-a-number' | 'too-many-decimals' | 'too-large' | 'not-positive'

export type QuantityReading =
  { readonly ok: true; readonly quantity: Quantity } | { readonly ok: false; readonly problem: QuantityProblem }

/** Reads a decimal such as `12`, `0.5` or `0012.500`: a point, no sign but `-`, no exponent, no grouping. */
export function parseQuantity(text: string): QuantityReading {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim())
  if (!match) return { ok: false, problem: 'not-a-number' }
  const [, sign = '', whole = '', decimals = ''] = match
  const significant = decimals.replace(/0+$/, '')
  if (significant.length > 6) return { ok: false, problem: 'too-many-decimals' }
  const digits = whole.replace(/^0+/, '')
  if (digits.length > 9) return { ok: false, problem: 'too-large' }
  const value = Number(digits || '0') * SCALE + Number(significant.padEnd(6, '0'))
  return { ok: true, quantity: (sign && value !== 0 ? -value : value) as Quantity }
}

/** Reads a quantity of something that is really there: more than nothing. */
export function parsePositiveQuantity(text: string): QuantityReading {
  const reading = parseQuantity(text)
  if (reading.ok && reading.quantity <= 0) return { ok: false, problem: 'not-positive' }
  return reading
}

/** The shortest exact decimal: `1.5`, `12`, `-0.000001`. */
export function formatQuantity(quantity: Quantity): string {
  const magnitude = Math.abs(quantity)
  const whole = Math.floor(magnitude / SCALE)
  const decimals = String(magnitude % SCALE)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${quantity < 0 ? '-' : ''}${whole}${decimals ? `.${decimals}` : ''}`
}

/** `2.5 m`. */
export function withUnit(quantity: Quantity, { unit }: { readonly unit: string }): string {
  return `${formatQuantity(quantity)} ${unit}`
}

export function quantityOf(wholeUnits: number): Quantity {
  return checked(wholeUnits * SCALE)
}

/** The number of whole units; absent when the quantity has a fraction. */
export function wholeUnits(quantity: Quantity): number | undefined {
  return quantity % SCALE === 0 ? quantity / SCALE : undefined
}

export function add(a: Quantity, b: Quantity): Quantity {
  return checked(a + b)
}

export function subtract(a: Quantity, b: Quantity): Quantity {
  return checked(a - b)
}

export function sum(quantities: Iterable<Quantity>): Quantity {
  let total = ZERO
  for (const quantity of quantities) total = add(total, quantity)
  return total
}

export function describeQuantityProblem(problem: QuantityProblem): string {
  switch (problem) {
    case 'not-a-number':
      return 'a quantity is written in digits, with a point for decimals'
    case 'too-many-decimals':
      return 'a quantity has at most 6 decimals'
    case 'too-large':
      return 'a quantity is at most 999999999.999999'
    case 'not-positive':
      return 'a quantity is more than 0'
  }
}

function checked(value: number): Quantity {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Quantity out of range: ${value} millionths`)
  return value as Quantity
}
