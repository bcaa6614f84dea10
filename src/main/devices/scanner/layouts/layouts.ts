import { CZECH_LAYOUT } from './czech.ts'
import { FRENCH_LAYOUT } from './french.ts'
import { GERMAN_LAYOUT } from './german.ts'
import { US_LAYOUT } from '../keyboard-layout.ts'
import type { KeyboardLayout } from '../keyboard-layout.ts'

/** The keyboards that a scanner may be set to, the likeliest first. To add one, add its file, a line here and its name. */
export const LAYOUTS = { us: US_LAYOUT, de: GERMAN_LAYOUT, fr: FRENCH_LAYOUT, cz: CZECH_LAYOUT } as const

export type LayoutId = keyof typeof LAYOUTS

export const LAYOUT_IDS = Object.keys(LAYOUTS) as readonly LayoutId[]

export const LAYOUT_WORDS: Readonly<Record<LayoutId, string>> = {
  us: 'US',
  de: 'German',
  fr: 'French',
  cz: 'Czech'
}

/** A key that the scanner presses for a control character that it has no other key for. */
export interface KeyForCharacter {
  readonly code: string
  readonly character: string
}

/** A layout as one scanner uses it: with capitals and small letters changed about, and keys that stand for separators. */
export function scannersLayout(id: LayoutId, isCaseSwapped: boolean, keys: readonly KeyForCharacter[]): KeyboardLayout {
  const characters = Array.from(LAYOUTS[id], ([code, of]) => {
    const [plain, shifted, altGraph] = of
    const isLetter = plain.toUpperCase() === shifted && plain !== shifted
    if (!isCaseSwapped || !isLetter) return [code, of] as const
    return [code, altGraph === undefined ? ([shifted, plain] as const) : ([shifted, plain, altGraph] as const)] as const
  })
  return new Map([
    ...characters,
    ...keys.map(({ code, character }) => [code, [character, character, character]] as const)
  ])
}
