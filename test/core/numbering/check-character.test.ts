import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECK_ALPHABET, checkCharacterOf } from '../../../src/core/numbering/check-character.ts'
import { PROPERTY_RUNS } from './generated-patterns.ts'

const characters = fc.constantFrom(...Array.from(CHECK_ALPHABET))
const payload = fc.array(characters, { minLength: 2, maxLength: 30 })

describe('the check character', () => {
  it.each([
    ['GRid A1-2425G-ABC1234002-M', 'A1-2425G-ABC1234002', 'M'],
    ['ISAN 0000-0000-D07A-0090-Q', '0000-0000-D07A-0090', 'Q'],
    ['ISAN 0000-0000-3A8D-0000-Z', '0000-0000-3A8D-0000', 'Z']
  ])('is that of the published number %s', (_, text, check) => {
    expect(checkCharacterOf(text)).toBe(check)
  })

  it('counts letters and digits alone, small letters as capitals', () => {
    expect(checkCharacterOf('sn 12/3-é')).toBe(checkCharacterOf('SN123'))
  })

  it('finds every single wrong character', () => {
    fc.assert(
      fc.property(payload, fc.nat(), characters, (text, position, other) => {
        const at = position % text.length
        fc.pre(text[at] !== other)
        expect(checkCharacterOf(text.with(at, other).join(''))).not.toBe(checkCharacterOf(text.join('')))
      }),
      { numRuns: PROPERTY_RUNS }
    )
  })

  it('finds two neighbours that changed places, except at one remainder some that follow each other', () => {
    fc.assert(
      fc.property(payload, fc.nat(), (text, position) => {
        const at = position % (text.length - 1)
        const [a = '', b = ''] = [text[at], text[at + 1]]
        fc.pre(a !== b)
        const swapped = text.with(at, b).with(at + 1, a)
        if (checkCharacterOf(swapped.join('')) !== checkCharacterOf(text.join(''))) return
        expect([1, 35]).toContain(Math.abs(CHECK_ALPHABET.indexOf(a) - CHECK_ALPHABET.indexOf(b)))
      }),
      { numRuns: PROPERTY_RUNS }
    )
  })

  it('misses 36 of the 22,680 ways in which neighbours can change places, and no more', () => {
    const starts = new Map(Array.from(CHECK_ALPHABET).map((first) => [checkCharacterOf(first), first]))
    expect(starts.size).toBe(36)
    let missed = 0
    let all = 0
    for (const start of starts.values()) {
      for (const a of CHECK_ALPHABET) {
        for (const b of CHECK_ALPHABET.slice(CHECK_ALPHABET.indexOf(a) + 1)) {
          all += 1
          if (checkCharacterOf(start + a + b) === checkCharacterOf(start + b + a)) missed += 1
        }
      }
    }
    expect({ missed, all }).toEqual({ missed: 36, all: 22_680 })
  })
})
