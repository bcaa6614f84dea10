import type { KeyStroke } from '../../src/main/devices/scanner/key-stroke.ts'
import { US_LAYOUT } from '../../src/main/devices/scanner/keyboard-layout.ts'

/** One key of a chord, as somebody or something presses it. */
export interface Key {
  readonly code: string
  readonly key: string
  readonly shift?: boolean
  readonly control?: boolean
  readonly alt?: boolean
}

const MODIFIERS = ['shift', 'control', 'alt'] as const
const MODIFIER_KEYS = {
  shift: { code: 'ShiftLeft', key: 'Shift' },
  control: { code: 'ControlLeft', key: 'Control' },
  alt: { code: 'AltLeft', key: 'Alt' }
} as const

const NAMED: ReadonlyMap<string, Key> = new Map([
  ['\r', { code: 'Enter', key: 'Enter' }],
  ['\t', { code: 'Tab', key: 'Tab' }],
  ['\x1d', { code: 'BracketRight', key: ']', control: true }],
  ['\x1e', { code: 'Digit6', key: '^', control: true, shift: true }],
  ['\x04', { code: 'KeyD', key: 'd', control: true }],
  ['\x01', { code: 'KeyA', key: 'a', control: true }],
  ['\x02', { code: 'KeyB', key: 'b', control: true }]
])

/** The key of a character on a US keyboard; control characters as Control and a key. */
export function keyOf(character: string): Key {
  const named = NAMED.get(character)
  if (named) return named
  for (const [code, [plain, shifted]] of US_LAYOUT) {
    if (code.startsWith('Numpad') || code === 'IntlBackslash') continue
    if (character === plain) return { code, key: plain }
    if (character === shifted) return { code, key: shifted, shift: true }
  }
  throw new Error(`A US keyboard has no key for ${JSON.stringify(character)}`)
}

export function strokeOf(type: KeyStroke['type'], key: Key, atMs: number): KeyStroke {
  const { shift = false, control = false, alt = false } = key
  return { type, code: key.code, key: key.key, shift, control, alt, meta: false, atMs, isAutoRepeat: false }
}

/** A key pressed and released with its modifiers around it, all within `heldMs`. */
export function press(key: Key, atMs: number, heldMs = 0): readonly KeyStroke[] {
  const held = MODIFIERS.filter((modifier) => key[modifier])
  return [
    ...held.map((modifier) => strokeOf('down', { ...MODIFIER_KEYS[modifier], [modifier]: true }, atMs)),
    strokeOf('down', key, atMs),
    strokeOf('up', key, atMs + heldMs),
    ...held.map((modifier) => strokeOf('up', MODIFIER_KEYS[modifier], atMs + heldMs))
  ]
}

/** A text as a scanner types it: each key after the same gap. */
export function scanStrokes(text: string, startMs: number, gapMs = 4): readonly KeyStroke[] {
  return Array.from(text).flatMap((character, index) => press(keyOf(character), startMs + index * gapMs))
}

/** A text as a person types it: slowly, each key let go before the next goes down. */
export function person(text: string, startMs: number, gapMs = 90): readonly KeyStroke[] {
  return Array.from(text).flatMap((character, index) => press(keyOf(character), startMs + index * gapMs, 40))
}
