import { composeAccents } from './accents.ts'
import { codePage437Character, windows1252Character } from './code-pages.ts'
import type { KeyStroke } from './key-stroke.ts'
import { US_LAYOUT } from './keyboard-layout.ts'
import type { KeyboardLayout } from './keyboard-layout.ts'
import { isHeldModifier, isModifierKey } from './modifiers.ts'

/** What a key that goes down means when a scanner presses it. */
export type KeyMeaning =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'alt-digit'; readonly digit: string }
  | { readonly kind: 'end'; readonly key: 'enter' | 'tab' }
  | { readonly kind: 'modifier' }
  | { readonly kind: 'other' }

/**
 * Keys that scanners press for control characters: F8 and the arrow down for GS, the arrow left for RS (function codes of
 * Hand Held Products' 3060), and Escape for itself.
 */
const CONTROL_KEYS: ReadonlyMap<string, string> = new Map([
  ['F8', '\x1d'],
  ['ArrowDown', '\x1d'],
  ['ArrowLeft', '\x1e'],
  ['Escape', '\x1b']
])

/** What a key writes with Control whose accent stands alone otherwise. */
const DEAD_CIRCUMFLEX = '\u0302'

const LOCK = /^(Caps|Num|Scroll)Lock$/

/** Control and a key give the ASCII control character of its upper case: Control and `]` is GS, 0x1D. */
const CONTROL_BITS = 0x1f

export function meaningOf(stroke: KeyStroke, layout: KeyboardLayout): KeyMeaning {
  const { code, key, shift, control, alt, meta } = stroke
  if (isHeldModifier(code) || LOCK.test(code) || (code === '' && isModifierKey(key))) return { kind: 'modifier' }
  if (meta) return { kind: 'other' }
  if (code === 'Enter' || code === 'NumpadEnter') return { kind: 'end', key: 'enter' }
  if (code === 'Tab') return { kind: 'end', key: 'tab' }
  const third = stroke.altGraph || (control && alt) ? layout.get(code)?.[2] : undefined
  if (third !== undefined) return { kind: 'text', text: third }
  if (control && alt) return isCharacter(key) ? { kind: 'text', text: key } : { kind: 'other' }
  if (control) return controlMeaning(code, layout)
  if (alt) return altMeaning(code)
  const characters = layout.get(code)
  if (characters) return { kind: 'text', text: characters[shift ? 1 : 0] }
  const controlCharacter = CONTROL_KEYS.get(code)
  if (controlCharacter !== undefined) return { kind: 'text', text: controlCharacter }
  // A character that was sent without a key, as by a program that types for a scanner.
  return code === '' && isCharacter(key) ? { kind: 'text', text: key } : { kind: 'other' }
}

/** By the scanner's own layout, else by the US one: Control and the key of `]` is GS on scanners of all countries. */
function controlMeaning(code: string, layout: KeyboardLayout): KeyMeaning {
  const [plain, shifted] = layout.get(code) ?? []
  const [plainUs, shiftedUs] = US_LAYOUT.get(code) ?? []
  for (const written of [plain, shifted, plainUs, shiftedUs]) {
    const character = written === DEAD_CIRCUMFLEX ? '^' : written
    if (character === undefined || !/^[@-_a-z]$/.test(character)) continue
    const text = String.fromCharCode(character.toUpperCase().charCodeAt(0) & CONTROL_BITS)
    if (text === '\r' || text === '\n') return { kind: 'end', key: 'enter' }
    return text === '\t' ? { kind: 'end', key: 'tab' } : { kind: 'text', text }
  }
  return { kind: 'other' }
}

function altMeaning(code: string): KeyMeaning {
  const [, digit] = /^(?:Numpad|Digit)(\d)$/.exec(code) ?? []
  return digit === undefined ? { kind: 'other' } : { kind: 'alt-digit', digit }
}

/** One character of a burst, and how it was sent. Where a key writes nothing, such as an arrow, the text is empty. */
export interface SentCharacter {
  readonly text: string
  readonly by: 'key' | 'control' | 'alt-number'
  /** The key that wrote it; of a number typed while Alt is held, its last digit. */
  readonly code: string
  readonly atMs: number
}

/** The text of a burst of strokes. */
export function textOf(strokes: readonly KeyStroke[], layout: KeyboardLayout): string {
  const characters = sentCharacters(strokes, layout)
  return composeAccents(characters.map(({ text }) => text).join(''))
}

/**
 * What a burst of strokes writes, character by character; dead keys are not yet put together with what follows.
 *
 * Digits typed while Alt is held give the character of that number when Alt goes up (or where the strokes end): with
 * a leading zero by Windows-1252, without by code page 437, and below 32 the control character itself.
 */
export function sentCharacters(strokes: readonly KeyStroke[], layout: KeyboardLayout): readonly SentCharacter[] {
  const sent: SentCharacter[] = []
  let number: { digits: string; code: string; atMs: number } | undefined

  function endNumber(): void {
    if (number) sent.push({ text: altCharacter(number.digits), by: 'alt-number', code: number.code, atMs: number.atMs })
    number = undefined
  }

  for (const stroke of strokes) {
    // Alt's going up may not be told, after a stroke that was held back; then its next going down ends the number.
    if (stroke.code.startsWith('Alt')) endNumber()
    if (stroke.type === 'up') continue
    const { code, atMs } = stroke
    const meaning = meaningOf(stroke, layout)
    if (meaning.kind === 'alt-digit') {
      number = { digits: `${number?.digits ?? ''}${meaning.digit}`, code, atMs }
      continue
    }
    if (meaning.kind === 'modifier') continue
    endNumber()
    sent.push({ text: textOfMeaning(meaning), by: stroke.control ? 'control' : 'key', code, atMs })
  }
  endNumber()
  return sent
}

function textOfMeaning(meaning: KeyMeaning): string {
  if (meaning.kind === 'text') return meaning.text
  if (meaning.kind !== 'end') return ''
  return meaning.key === 'tab' ? '\t' : '\r'
}

function altCharacter(digits: string): string {
  const value = Number(digits) & 0xff
  if (value < 0x80) return String.fromCharCode(value)
  return digits.startsWith('0') ? windows1252Character(value) : codePage437Character(value)
}

function isCharacter(key: string): boolean {
  return Array.from(key).length === 1
}
