import { SEPARATORS } from '../../../core/barcode/calibration-symbol.ts'
import type { SeparatorName } from '../../../core/barcode/calibration-symbol.ts'
import type { KeyForCharacter } from './layouts/layouts.ts'

/** What a scanner sends in place of a separator: a text such as `|`, or `key:` and the code of a key that writes nothing. */
export type SeparatorSettings = { readonly [Name in SeparatorName]?: string | undefined }

const KEY = /^key:([A-Za-z]+\d*)$/

/** The keys that stand for separators. */
export function separatorKeys(settings: SeparatorSettings = {}): readonly KeyForCharacter[] {
  return SEPARATORS.flatMap(({ name, character }) => {
    const code = KEY.exec(settings[name] ?? '')?.[1]
    return code === undefined ? [] : [{ code, character }]
  })
}

/** The texts that stand for separators, the longest first: one may begin like another. */
export function separatorTexts(
  settings: SeparatorSettings = {}
): readonly (readonly [text: string, character: string])[] {
  return SEPARATORS.flatMap(({ name, character }): (readonly [string, string])[] => {
    const text = settings[name]
    return text === undefined || KEY.test(text) ? [] : [[text, character]]
  }).sort(([a], [b]) => b.length - a.length)
}
