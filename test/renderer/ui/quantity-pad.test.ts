import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuantity } from '../../../src/core/quantity.ts'
import { PAD_KEYS, pressPad } from '../../../src/renderer/src/ui/quantity-pad.ts'
import type { PadKey } from '../../../src/renderer/src/ui/quantity-pad.ts'

describe('the number pad', () => {
  it.each<[string, readonly PadKey[], string]>([
    ['digits', ['1', '2'], '12'],
    ['a leading zero away', ['0', '7'], '7'],
    ['a zero before a point', ['.', '5'], '0.5'],
    ['one point', ['1', '.', '5', '.', '2'], '1.52'],
    ['the last key back', ['1', '2', 'back'], '1'],
    ['nothing back from nothing', ['back'], '']
  ])('takes %s', (_what, keys, shown) => {
    expect(press(keys)).toBe(shown)
  })

  it('never shows what could not become a quantity', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PAD_KEYS), { maxLength: 30 }), (keys) => {
        const shown = press(keys)
        return shown === '' || parseQuantity(shown.endsWith('.') ? `${shown}0` : shown).ok
      })
    )
  })
})

function press(keys: readonly PadKey[]): string {
  return keys.reduce(pressPad, '')
}
