/** A PIN is digits alone, so that it can be typed with gloves on a pad of ten keys. */
export const MIN_PIN_LENGTH = 4
export const MAX_PIN_LENGTH = 12

/** Why a text cannot be a PIN, in a sentence; absent when it can. */
export function pinProblem(text: string): string | undefined {
  if (!/^\d*$/.test(text)) return 'A PIN is made of digits alone.'
  if (text.length < MIN_PIN_LENGTH || text.length > MAX_PIN_LENGTH) {
    return `A PIN has ${MIN_PIN_LENGTH} to ${MAX_PIN_LENGTH} digits.`
  }
  if (/^(\d)\1*$/.test(text)) return 'A PIN of one digit over and over is seen at a glance: choose another.'
  return undefined
}
