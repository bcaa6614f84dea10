import { layoutOf } from '../keyboard-layout.ts'

/** France, AZERTY as Windows' `KBDFR` has it: digits take Shift. */
export const FRENCH_LAYOUT = layoutOf({
  Backquote: ['²', '²'],
  Digit1: ['&', '1'],
  Digit2: ['é', '2', '\u0303'],
  Digit3: ['"', '3', '#'],
  Digit4: ["'", '4', '{'],
  Digit5: ['(', '5', '['],
  Digit6: ['-', '6', '|'],
  Digit7: ['è', '7', '\u0300'],
  Digit8: ['_', '8', '\\'],
  Digit9: ['ç', '9', '^'],
  Digit0: ['à', '0', '@'],
  Minus: [')', '°', ']'],
  Equal: ['=', '+', '}'],
  KeyQ: ['a', 'A'],
  KeyW: ['z', 'Z'],
  KeyE: ['e', 'E', '€'],
  BracketLeft: ['\u0302', '\u0308'],
  BracketRight: ['$', '£', '¤'],
  KeyA: ['q', 'Q'],
  Semicolon: ['m', 'M'],
  Quote: ['ù', '%'],
  Backslash: ['*', 'µ'],
  IntlBackslash: ['<', '>'],
  KeyZ: ['w', 'W'],
  KeyM: [',', '?'],
  Comma: [';', '.'],
  Period: [':', '/'],
  Slash: ['!', '§']
})
