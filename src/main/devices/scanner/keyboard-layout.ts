/**
 * What each physical key stands for: without and with Shift, and with AltGr where the layout has a third level.
 *
 * A wedge scanner presses keys by their place on the layout it was programmed for, whatever the computer's layout is:
 * the place is the truth, and the computer's idea of the character is not. A dead key stands for the combining character
 * of its accent; `composeAccents` puts it together with what follows.
 */
export type KeyboardLayout = ReadonlyMap<string, KeyCharacters>

export type KeyCharacters = readonly [plain: string, shifted: string, altGraph?: string]

const NUMBER_PAD: readonly (readonly [string, KeyCharacters])[] = [
  ...Array.from('0123456789', (digit) => [`Numpad${digit}`, [digit, digit]] as const),
  ['NumpadAdd', ['+', '+']],
  ['NumpadDecimal', ['.', '.']],
  ['NumpadDivide', ['/', '/']],
  ['NumpadEqual', ['=', '=']],
  ['NumpadMultiply', ['*', '*']],
  ['NumpadSubtract', ['-', '-']]
]

const LETTERS: readonly (readonly [string, KeyCharacters])[] = Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  (letter) => [`Key${letter}`, [letter.toLowerCase(), letter]] as const
)

/** A layout by the keys that differ from a plain one, whose letters stand where those of a US keyboard do. */
export function layoutOf(keys: Readonly<Record<string, KeyCharacters>>): KeyboardLayout {
  return new Map([...LETTERS, ...NUMBER_PAD, ['Space', [' ', ' ']], ...Object.entries(keys)])
}

/** United States, ANSI INCITS 154: the layout that scanners leave the factory with. */
export const US_LAYOUT = layoutOf({
  ...Object.fromEntries(
    Array.from(')!@#$%^&*(', (shifted, digit) => [`Digit${digit}`, [`${digit}`, shifted]] as const)
  ),
  Backquote: ['`', '~'],
  Backslash: ['\\', '|'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Comma: [',', '<'],
  Equal: ['=', '+'],
  IntlBackslash: ['\\', '|'],
  Minus: ['-', '_'],
  Period: ['.', '>'],
  Quote: ["'", '"'],
  Semicolon: [';', ':'],
  Slash: ['/', '?']
})
