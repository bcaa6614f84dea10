import { describe, expect, it } from 'vitest'
import { readPartPattern, type NumberedPlace } from '../../../src/core/numbering/pattern-faults.ts'

const PUMP = { partNumber: 'PUMP', revision: '' }

/** The kinds of what is wrong, each with the piece of the pattern that it is about. */
function faults(text: string, place?: NumberedPlace): readonly (readonly [string, string])[] {
  const reading = readPartPattern(text, PUMP, place)
  return reading.ok ? [] : reading.faults.map(({ kind, at, length }) => [kind, text.slice(at, at + length)] as const)
}

describe('what is wrong with the pattern of a part', () => {
  it('is named with its place, all of it', () => {
    expect(faults('SN-{YX}-{####}-{####}')).toEqual([
      ['unknown-token', '{YX}'],
      ['second-counter', '{####}']
    ])
  })

  it('is a token that nothing is known for', () => {
    expect(faults('P{REV}-{###}')).toEqual([['missing-context', '{REV}']])
    expect(faults('{SITE}-{###}', { site: '', station: 'D1' })).toEqual([['missing-context', '{SITE}']])
    expect(faults('{SITE}-{###}', { site: 'BER', station: 'D1' })).toEqual([])
    expect(faults('{SITE}-{###}')).toEqual([])
  })

  it('is a value that no code can hold', () => {
    expect(faults('{###}-{SITE}', { site: 'Köln', station: 'D1' })).toEqual([['not-a-code', '{SITE}']])
  })

  it('is a beginning that reads as a command', () => {
    expect(faults('ds:{###}')).toEqual([['command', 'ds:{###}']])
  })

  it.each([
    '',
    ' ',
    '{',
    '}',
    '\u0000{###}',
    'é{###}',
    '{###} ',
    '𝒳{###}',
    `${'x'.repeat(60)}{###}`,
    '{####################}'
  ])('is found in %j', (text) => {
    expect(faults(text)).not.toEqual([])
  })
})
