import { layoutOf } from '../keyboard-layout.ts'

/** Germany, DIN 2137 T1, as Windows' `KBDGR` and XKB's `de` have it. */
export const GERMAN_LAYOUT = layoutOf({
  Backquote: ['\u0302', '°'],
  Digit1: ['1', '!'],
  Digit2: ['2', '"', '²'],
  Digit3: ['3', '§', '³'],
  Digit4: ['4', '$'],
  Digit5: ['5', '%'],
  Digit6: ['6', '&'],
  Digit7: ['7', '/', '{'],
  Digit8: ['8', '(', '['],
  Digit9: ['9', ')', ']'],
  Digit0: ['0', '=', '}'],
  Minus: ['ß', '?', '\\'],
  Equal: ['\u0301', '\u0300'],
  KeyQ: ['q', 'Q', '@'],
  KeyE: ['e', 'E', '€'],
  KeyY: ['z', 'Z'],
  BracketLeft: ['ü', 'Ü'],
  BracketRight: ['+', '*', '~'],
  Semicolon: ['ö', 'Ö'],
  Quote: ['ä', 'Ä'],
  Backslash: ['#', "'"],
  IntlBackslash: ['<', '>', '|'],
  KeyZ: ['y', 'Y'],
  KeyM: ['m', 'M', 'µ'],
  Comma: [',', ';'],
  Period: ['.', ':'],
  Slash: ['-', '_']
})
