import { LAYOUTS } from '../../../src/main/devices/scanner/layouts/layouts.ts'
import type { LayoutId } from '../../../src/main/devices/scanner/layouts/layouts.ts'
import type { XStroke } from './keyboard.ts'
import { strokesOf } from './keys.ts'
import type { Chord } from './keys.ts'

/** A keyboard scanner that is set to the keyboard of a country, and types a sign for each separator. */
export interface CountryScanner {
  readonly layout: LayoutId
  readonly prefix: string
  readonly separators: Readonly<Record<string, string>>
  readonly gapMs: number
}

/** Signs that some keyboards have on a dead key alone: a blank after it writes them. */
const DEAD: Readonly<Record<string, string>> = { '^': '\u0302', '~': '\u0303' }

const BEFORE_MS = 200

/** One scan of a text, as such a scanner presses its keys. */
export function scanOfCountry({ layout, prefix, separators, gapMs }: CountryScanner, text: string): readonly XStroke[] {
  const sent = `${prefix}${text.replace(/[\x04\x1d\x1e]/g, (separator) => separators[separator] ?? '')}`
  const chords = [...Array.from(sent).flatMap((character) => chordsOf(layout, character)), { keys: ['Enter'] }]
  return strokesOf(
    chords,
    chords.map((_, index) => (index === 0 ? BEFORE_MS : gapMs))
  )
}

function chordsOf(layout: LayoutId, character: string): readonly Chord[] {
  for (const [code, [plain, shifted, third]] of LAYOUTS[layout]) {
    if (code.startsWith('Numpad')) continue
    if (character === plain) return [{ keys: [code] }]
    if (character === shifted) return [{ keys: ['ShiftLeft', code] }]
    if (character === third) return [{ keys: ['AltRight', code] }]
  }
  const accent = DEAD[character]
  if (accent === undefined) throw new Error(`The layout ${layout} has no key for ${JSON.stringify(character)}`)
  return [...chordsOf(layout, accent), { keys: ['Space'] }]
}
