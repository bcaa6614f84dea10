/** One key going down or up, as the computer's keyboard layout and the keyboard itself tell it. */
export interface KeyStroke {
  readonly type: 'down' | 'up'
  /** The physical key by its place on a US keyboard, such as `KeyA` (UI Events `code`). */
  readonly code: string
  /** What the computer's layout makes of it, such as `a` or `Enter` (UI Events `key`). */
  readonly key: string
  readonly shift: boolean
  readonly control: boolean
  readonly alt: boolean
  readonly meta: boolean
  /** When the stroke reached the station, in milliseconds of a clock that never jumps. */
  readonly atMs: number
  readonly isAutoRepeat: boolean
  /** How long it may have waited until it was told, at most; absent where nothing kept the station busy. */
  readonly waitedMs?: number
  /** Whether it is made with AltGr, for the third character of its key; `createAltGraphMarker` finds it out. */
  readonly altGraph?: boolean
  /** Whether the computer's Caps Lock is on. */
  readonly capsLock?: boolean
}

/** Electron's `Input` of `before-input-event`, as far as it is used. */
export interface ElectronKeyInput {
  readonly type: string
  readonly code: string
  readonly key: string
  readonly shift: boolean
  readonly control: boolean
  readonly alt: boolean
  readonly meta: boolean
  readonly isAutoRepeat: boolean
  readonly modifiers?: readonly string[]
}

/** What Electron's `webContents.sendInputEvent` takes. */
export interface ElectronKeyEvent {
  readonly type: 'keyDown' | 'keyUp' | 'char'
  readonly keyCode: string
  readonly modifiers: ('shift' | 'control' | 'alt' | 'meta')[]
}

export function keyStrokeOf(input: ElectronKeyInput, atMs: number): KeyStroke {
  const { code, key, shift, control, alt, meta, isAutoRepeat } = input
  const type = input.type === 'keyUp' ? 'up' : 'down'
  const stroke: KeyStroke = { type, code, key, shift, control, alt, meta, atMs, isAutoRepeat }
  const hasCapsLock = input.modifiers?.some((modifier) => modifier.toLowerCase() === 'capslock')
  return hasCapsLock ? { ...stroke, capsLock: true } : stroke
}

/**
 * The events that play a stroke back.
 *
 * A `keyDown` alone writes nothing into a field: a character needs a `char` event after it. The key is named by its
 * physical place, the character by what the computer's layout made of it.
 */
export function replayEventsOf(stroke: KeyStroke): readonly ElectronKeyEvent[] {
  const keyCode = keyCodeOf(stroke)
  if (keyCode === undefined) return []
  const modifiers = modifiersOf(stroke)
  if (stroke.type === 'up') return [{ type: 'keyUp', keyCode, modifiers }]
  const character = characterOf(stroke)
  const down: ElectronKeyEvent = { type: 'keyDown', keyCode, modifiers }
  if (character === undefined) return [down]
  const written: ElectronKeyEvent = { type: 'char', keyCode: character, modifiers }
  // Chromium does not tell the going up of a key that was held back, and it is the going up that presses a button.
  if (stroke.code === 'Space') return [down, written, { type: 'keyUp', keyCode, modifiers }]
  return [down, written]
}

const NAMED_KEYS = new Map([
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
  ['ArrowUp', 'Up'],
  ['Backspace', 'Backspace'],
  ['CapsLock', 'Capslock'],
  ['Delete', 'Delete'],
  ['End', 'End'],
  ['Enter', 'Enter'],
  ['Escape', 'Escape'],
  ['Home', 'Home'],
  ['Insert', 'Insert'],
  ['NumLock', 'Numlock'],
  ['PageDown', 'PageDown'],
  ['PageUp', 'PageUp'],
  ['ScrollLock', 'Scrolllock'],
  ['Tab', 'Tab'],
  ['Shift', 'Shift'],
  ['Control', 'Control'],
  ['Alt', 'Alt'],
  ['Meta', 'Meta']
])

const NUMPAD_KEYS = new Map([
  ['NumpadAdd', 'numadd'],
  ['NumpadDecimal', 'numdec'],
  ['NumpadDivide', 'numdiv'],
  ['NumpadMultiply', 'nummult'],
  ['NumpadSubtract', 'numsub']
])

const PUNCTUATION_KEYS = new Map([
  ['Backquote', '`'],
  ['Backslash', '\\'],
  ['BracketLeft', '['],
  ['BracketRight', ']'],
  ['Comma', ','],
  ['Equal', '='],
  ['IntlBackslash', '\\'],
  ['Minus', '-'],
  ['Period', '.'],
  ['Quote', "'"],
  ['Semicolon', ';'],
  ['Slash', '/'],
  ['Space', 'Space']
])

/** Electron's name of the key; absent for a key that it has no name for, or that an input method has dealt with. */
function keyCodeOf({ code, key }: KeyStroke): string | undefined {
  const named = NAMED_KEYS.get(key)
  if (named !== undefined) return named
  if (/^F\d{1,2}$/.test(key)) return key
  if (key === 'Process' || key === 'Dead') return undefined
  const [, letter] = /^(?:Key|Digit)([A-Z0-9])$/.exec(code) ?? []
  if (letter !== undefined) return letter
  const [, numpadDigit] = /^Numpad(\d)$/.exec(code) ?? []
  if (numpadDigit !== undefined) return `num${numpadDigit}`
  return PUNCTUATION_KEYS.get(code) ?? NUMPAD_KEYS.get(code) ?? (isCharacter(key) ? key : undefined)
}

function characterOf(stroke: KeyStroke): string | undefined {
  if (stroke.key === 'Enter' || stroke.key === 'Tab') return stroke.key
  const isShortcut = stroke.meta || stroke.control !== stroke.alt || (stroke.control && !isAltGrCharacter(stroke))
  return isCharacter(stroke.key) && !isShortcut ? stroke.key : undefined
}

/** Windows tells AltGr as Control and Alt together; what it writes is then never what the key alone writes. */
function isAltGrCharacter({ code, key }: KeyStroke): boolean {
  return !code.endsWith(key.toUpperCase())
}

function isCharacter(key: string): boolean {
  return Array.from(key).length === 1
}

function modifiersOf({ shift, control, alt, meta }: KeyStroke): ElectronKeyEvent['modifiers'] {
  return [
    ...(shift ? (['shift'] as const) : []),
    ...(control ? (['control'] as const) : []),
    ...(alt ? (['alt'] as const) : []),
    ...(meta ? (['meta'] as const) : [])
  ]
}
