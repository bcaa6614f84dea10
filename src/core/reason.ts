/** A reason that is kept in the history has so many characters, without spaces around it. */
const MIN_REASON_LENGTH = 3
export const MAX_REASON_LENGTH = 500

/** Whether a text says why something was done. */
export function saysWhy(text: string): boolean {
  return text.trim().length >= MIN_REASON_LENGTH
}
