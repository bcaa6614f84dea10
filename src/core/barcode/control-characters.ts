/** Ends the message of ISO/IEC 15434. */
export const EOT = '\u0004'
/** Stands between fields: in ISO/IEC 15434, and for FNC1 inside a GS1 symbol. */
export const GS = '\u001d'
/** Stands between the envelopes of ISO/IEC 15434. */
export const RS = '\u001e'

/** Whether a text holds a control character of ASCII or Latin-1 (C0, DEL, C1). */
export function hasControlCharacter(text: string): boolean {
  return /[\u0000-\u001f\u007f-\u009f]/.test(text)
}
