/**
 * What each physical key stands for, without and with Shift.
 *
 * A wedge scanner presses keys by their place on the layout it was programmed for, whatever the computer's layout is:
 * the place is the truth, and the computer's idea of the character is not.
 */
export type KeyboardLayout = ReadonlyMap<string, readonly [plain: string, shifted: string]>

/** The layout that scanners leave the factory with. */
export const US_LAYOUT: KeyboardLayout = new Map([
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => [`Key${letter}`, [letter.toLowerCase(), letter]] as const),
  ...Array.from(')!@#$%^&*(', (shifted, digit) => [`Digit${digit}`, [`${digit}`, shifted]] as const),
  ...Array.from('0123456789', (digit) => [`Numpad${digit}`, [digit, digit]] as const),
  ['Backquote', ['`', '~']],
  ['Backslash', ['\\', '|']],
  ['BracketLeft', ['[', '{']],
  ['BracketRight', [']', '}']],
  ['Comma', [',', '<']],
  ['Equal', ['=', '+']],
  ['IntlBackslash', ['\\', '|']],
  ['Minus', ['-', '_']],
  ['Period', ['.', '>']],
  ['Quote', ["'", '"']],
  ['Semicolon', [';', ':']],
  ['Slash', ['/', '?']],
  ['Space', [' ', ' ']],
  ['NumpadAdd', ['+', '+']],
  ['NumpadDecimal', ['.', '.']],
  ['NumpadDivide', ['/', '/']],
  ['NumpadEqual', ['=', '=']],
  ['NumpadMultiply', ['*', '*']],
  ['NumpadSubtract', ['-', '-']]
])
