import fc from 'fast-check'
import { expect, it } from 'vitest'
import { guarded, unguarded } from '../../../src/main/files/formula-guard.ts'

const awkward = fc.string({
  unit: fc.constantFrom('=', '-', '@', "'", '"', ';', '\t', '\n', '\r', '＝', ' ', 'A', '1')
})

it('is undone by reading, whatever the text', () => {
  fc.assert(
    fc.property(awkward, (text) => unguarded(guarded(text)) === text),
    { numRuns: 2_000 }
  )
})

it('leaves no cell that begins with a formula, by whatever the spreadsheet separates', () => {
  fc.assert(
    fc.property(awkward, (text) => {
      expect(
        guarded(text)
          .split(/[;\t\r\n]/)
          .filter((cell, index) => (index === 0 ? /^[=+\-@＝＋－＠]/ : /^"*[=+\-@＝＋－＠]/).test(cell))
      ).toEqual([])
    }),
    { numRuns: 2_000 }
  )
})

it.each(['', '007', "'quoted", ' =1', 'a,b;c\td', 'L-1; -5 °C', 'a=b', "O'Neil-Smith", "x;'y"])(
  'leaves %j as it is',
  (text) => {
    expect(guarded(text)).toBe(text)
    expect(unguarded(text)).toBe(text)
  }
)
