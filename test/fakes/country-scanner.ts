import type { KeyStroke } from '../../src/main/devices/scanner/key-stroke.ts'
import type { KeyboardLayout } from '../../src/main/devices/scanner/keyboard-layout.ts'
import { LAYOUTS } from '../../src/main/devices/scanner/layouts/layouts.ts'
import type { LayoutId } from '../../src/main/devices/scanner/layouts/layouts.ts'
import { press, strokeOf } from './typist.ts'
import type { Key } from './typist.ts'

/** How a keyboard scanner sends control characters. */
export type ControlStyle =
  | { readonly kind: 'control' }
  | { readonly kind: 'alt-number' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'text'; readonly texts: Readonly<Record<string, string>> }
  | { readonly kind: 'keys'; readonly codes: Readonly<Record<string, string>> }

/** A keyboard scanner as its firmware is set. */
export interface CountryScanner {
  readonly layout: LayoutId | KeyboardLayout
  readonly letterCase?: 'kept' | 'swapped' | 'upper' | 'lower'
  readonly controls?: ControlStyle
  readonly prefix?: string
  readonly suffix?: string
  readonly gapMs?: number
  /** How AltGr looks: as Windows tells it, or as Linux does with and without a third level of its own. */
  readonly altGraph?: 'windows' | 'level3' | 'plain-alt'
  /** Writes everything as numbers with Alt held. */
  readonly isAltMode?: boolean
}

const CONTROL_KEYS: Readonly<Record<string, Key>> = {
  '\x1d': { code: 'BracketRight', key: ']', control: true },
  '\x1e': { code: 'Digit6', key: '^', control: true, shift: true },
  '\x1b': { code: 'Escape', key: 'Escape' }
}

/** Control characters below 0x1B are Control and a letter, where the scanner's keyboard has it. */
function controlLetter(layout: CountryScanner['layout'], character: string): Key {
  const letter = String.fromCharCode(character.charCodeAt(0) + 0x60)
  const keys = typeof layout === 'string' ? LAYOUTS[layout] : layout
  const code = [...keys.keys()].find((place) => keys.get(place)?.[0] === letter)
  if (code === undefined) throw new Error(`No key for ${JSON.stringify(character)}`)
  return { code, key: letter, control: true }
}

/** The strokes of one scan, as they come to the station. */
export function scannedBy(scanner: CountryScanner, data: string, startMs = 0): readonly KeyStroke[] {
  const { letterCase = 'kept', prefix = '', suffix = '\r', gapMs = 4 } = scanner
  const sent = `${prefix}${inCase(data, letterCase)}${suffix}`
  let atMs = startMs
  return Array.from(sent).flatMap((character) => {
    const strokes = strokesOf(scanner, character, atMs)
    atMs += gapMs
    return strokes
  })
}

function strokesOf(scanner: CountryScanner, character: string, atMs: number): readonly KeyStroke[] {
  if (character === '\r') return press({ code: 'Enter', key: 'Enter' }, atMs)
  if (character === '\t') return press({ code: 'Tab', key: 'Tab' }, atMs)
  if (character < ' ') return controlStrokes(scanner, character, atMs)
  return scanner.isAltMode ? altNumber(character, atMs) : characterStrokes(scanner, character, atMs)
}

function controlStrokes(scanner: CountryScanner, character: string, atMs: number): readonly KeyStroke[] {
  const style = scanner.controls ?? { kind: 'control' }
  switch (style.kind) {
    case 'lost':
      return []
    case 'alt-number':
      return altNumber(character, atMs)
    case 'text':
      return Array.from(style.texts[character] ?? '').flatMap((each) => strokesOf(scanner, each, atMs))
    case 'keys':
      return press({ code: style.codes[character] ?? 'F12', key: style.codes[character] ?? 'F12' }, atMs)
    case 'control':
      return press(CONTROL_KEYS[character] ?? controlLetter(scanner.layout, character), atMs)
  }
}

function altNumber(character: string, atMs: number): readonly KeyStroke[] {
  const digits = `0${String(character.charCodeAt(0)).padStart(3, '0')}`
  return [
    strokeOf('down', { code: 'AltLeft', key: 'Alt', alt: true }, atMs),
    ...Array.from(digits).flatMap((digit) => {
      const key = { code: `Numpad${digit}`, key: digit, alt: true }
      return [strokeOf('down', key, atMs), strokeOf('up', key, atMs)]
    }),
    strokeOf('up', { code: 'AltLeft', key: 'Alt' }, atMs)
  ]
}

/** Characters that some keyboards have as a dead key alone: a blank after it writes them. */
const DEAD_KEYS: Readonly<Record<string, string>> = { '^': '\u0302', '~': '\u0303' }

function characterStrokes(
  { layout, altGraph = 'windows' }: CountryScanner,
  character: string,
  atMs: number
): readonly KeyStroke[] {
  const keys = typeof layout === 'string' ? LAYOUTS[layout] : layout
  for (const [code, [plain, shifted, third]] of keys) {
    if (code.startsWith('Numpad')) continue
    if (character === plain) return press({ code, key: character }, atMs)
    if (character === shifted) return press({ code, key: character, shift: true }, atMs)
    if (character === third) return withAltGraph(code, character, altGraph, atMs)
  }
  const accent = DEAD_KEYS[character]
  if (accent !== undefined) {
    const scanner = { layout, altGraph }
    return [...characterStrokes(scanner, accent, atMs), ...press({ code: 'Space', key: ' ' }, atMs)]
  }
  throw new Error(`The layout has no key for ${JSON.stringify(character)}`)
}

function withAltGraph(code: string, character: string, style: string, atMs: number): readonly KeyStroke[] {
  const altRight = { code: 'AltRight', key: style === 'plain-alt' ? 'Alt' : 'AltGraph' }
  switch (style) {
    case 'windows':
      return [
        strokeOf('down', { code: 'ControlLeft', key: 'Control', control: true }, atMs),
        strokeOf('down', { ...altRight, control: true, alt: true }, atMs),
        strokeOf('down', { code, key: character, control: true, alt: true }, atMs)
      ]
    case 'plain-alt':
      return [
        strokeOf('down', { ...altRight, alt: true }, atMs),
        strokeOf('down', { code, key: character, alt: true }, atMs)
      ]
    default:
      return [strokeOf('down', altRight, atMs), strokeOf('down', { code, key: character }, atMs)]
  }
}

function inCase(text: string, letterCase: string): string {
  switch (letterCase) {
    case 'upper':
      return text.toUpperCase()
    case 'lower':
      return text.toLowerCase()
    case 'swapped':
      return Array.from(text, (letter) =>
        letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()
      ).join('')
    default:
      return text
  }
}
