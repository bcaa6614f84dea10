import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printableText } from '../../src/labels/printable-text.ts'

describe('text for the printers’ own font', () => {
  it.each([
    { given: 'Dosing pump  24 V', shown: 'Dosing pump  24 V', replaced: false },
    { given: '  two words ', shown: 'two words', replaced: false },
    { given: 'Größe ½" – 5 µm ± 2 °C', shown: 'Größe ½" – 5 µm ± 2 °C', replaced: false },
    { given: 'Gro\u0308ße', shown: 'Größe', replaced: false },
    { given: '10 kΩ', shown: '10 kOhm', replaced: true },
    { given: '5 \u03bcF', shown: '5 µF', replaced: true },
    { given: 'Dvořák, Łódź', shown: 'Dvorák, Lódz', replaced: true },
    { given: '≤ 5 ″', shown: '<= 5 "', replaced: true },
    { given: 'A\tB\r\n C', shown: 'A B C', replaced: false },
    { given: '\u202eABC\u200f\u00ad', shown: 'ABC', replaced: true },
    { given: 'A\x1bB\x00C', shown: 'A?B?C', replaced: true },
    { given: '中文', shown: '??', replaced: true },
    { given: '📦', shown: '?', replaced: true },
    { given: 'ﬁ x²', shown: 'fi x²', replaced: true },
    { given: '＾ＸＺ', shown: '^XZ', replaced: true },
    { given: '\ud800A', shown: '?A', replaced: true }
  ])('shows $given as $shown', ({ given, shown, replaced }) => {
    expect(printableText(given)).toEqual({ text: shown, replaced, shortened: false })
  })

  it('ends a text that no label shows in three points and does not look at the rest of it', () => {
    const { text, shortened } = printableText('x'.repeat(5000))
    expect(shortened).toBe(true)
    expect(text).toBe(`${'x'.repeat(400)}...`)
  })

  it('is code page 1252 whatever it is given', () => {
    const codePage1252 = /^[\x20-\x7e\u00a1-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (given) => {
        expect(printableText(given).text).toMatch(codePage1252)
      })
    )
  })
})
