/** The keys of the number pad. `back` takes the last one back. */
export type PadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'back'

export const PAD_KEYS: readonly PadKey[] = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '.', '0', 'back']

/** What the display holds after a key; a key that no quantity could go on with changes nothing. */
export function pressPad(text: string, key: PadKey): string {
  if (key === 'back') return text.slice(0, -1)
  const next = key === '.' ? `${text === '' ? '0' : text}.` : text === '0' ? key : `${text}${key}`
  return /^\d{1,9}(\.\d{0,6})?$/.test(next) ? next : text
}
