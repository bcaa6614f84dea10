import { describe, expect, it } from 'vitest'
import { checkCharacterOf } from '../../../src/core/numbering/check-character.ts'
import { mayProduce } from '../../../src/core/numbering/match.ts'
import { patternOf } from './generated-patterns.ts'

describe('whether a text may be a number of a pattern', () => {
  it.each([
    ['SN-{####}', 'SN-0001', true],
    ['SN-{####}', 'SN-0000', false],
    ['SN-{####}', 'sn-0001', false],
    ['SN-{####}', 'SN-00001', false],
    ['SN-{####}', '', false],
    ['SN-{####}', 'SN-0001 ', false],
    ['{YY}{MM}-{##}', '2613-01', false],
    ['{YY}{MM}-{##}', '9912-01', true],
    ['{X##}', '1U', false],
    ['{PN}-{##}', 'A-1-07', true],
    ['{PN}-{##}', '-07', false],
    ['{PN}{##}', `${'A'.repeat(46)}01`, true],
    ['{PN}{##}', `${'A'.repeat(47)}01`, false],
    ['{PN}{##}', 'Ä01', false]
  ])('%s, %j: %s', (pattern, text, expected) => {
    expect(mayProduce(patternOf(pattern), text)).toBe(expected)
  })

  it('asks for the right check character, wherever it stands', () => {
    for (const [pattern, form] of [
      ['SN-{####}-{C}', 'SN-0042-?'],
      ['{C}-SN-{####}', '?-SN-0042'],
      ['SN{C}-{####}', 'SN?-0042'],
      ['{PN}{C}{####}{REV}', 'BOLT?0042B']
    ] as const) {
      const right = form.replace('?', checkCharacterOf(form))
      const wrong = form.replace('?', checkCharacterOf(`${form}1`))
      expect(mayProduce(patternOf(pattern), right)).toBe(true)
      if (pattern.includes('{PN}')) continue
      expect(mayProduce(patternOf(pattern), wrong)).toBe(false)
    }
  })
})
