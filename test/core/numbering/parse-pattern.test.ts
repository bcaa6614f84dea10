import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePattern } from '../../../src/core/numbering/parse-pattern.ts'
import { formatPattern } from '../../../src/core/numbering/pattern.ts'
import { PROPERTY_RUNS, anyPatternText, patternOf } from './generated-patterns.ts'

function problemsOf(text: string) {
  const reading = parsePattern(text)
  return reading.ok ? [] : reading.problems.map(({ kind, at, length }) => ({ kind, text: text.slice(at, at + length) }))
}

function messageOf(text: string): string {
  const reading = parsePattern(text)
  return reading.ok ? '' : reading.problems.map(({ message }) => message).join('\n')
}

describe('reading a pattern', () => {
  it('reads literals, dates, counters and the check character', () => {
    expect(patternOf('SN-{YY}{WW}-{X####}{C}').elements).toEqual([
      { kind: 'literal', text: 'SN-' },
      { kind: 'date', token: 'YY' },
      { kind: 'date', token: 'WW' },
      { kind: 'literal', text: '-' },
      { kind: 'counter', digits: 'base32', width: 4 },
      { kind: 'check' }
    ])
  })

  it('reads each token of part, order and place', () => {
    const text = '{PN}{REV}{ORDER}{SUPPLIER}{SITE}{STATION}{#}'
    expect(patternOf(text).elements.map((element) => ('token' in element ? element.token : element.kind))).toEqual([
      'PN',
      'REV',
      'ORDER',
      'SUPPLIER',
      'SITE',
      'STATION',
      'counter'
    ])
  })

  it('takes doubled braces for literal ones', () => {
    expect(patternOf('{{{#}}}').elements).toEqual([
      { kind: 'literal', text: '{' },
      { kind: 'counter', digits: 'decimal', width: 1 },
      { kind: 'literal', text: '}' }
    ])
  })

  it('prints what it read, and reads the same from that', () => {
    fc.assert(
      fc.property(anyPatternText, (text) => {
        const pattern = patternOf(text)
        expect(patternOf(formatPattern(pattern))).toEqual(pattern)
        expect(formatPattern(pattern)).toBe(text)
      }),
      { numRuns: PROPERTY_RUNS }
    )
  })

  it('never fails on a text, however odd', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: fc.constantFrom('{', '}', '#', 'X', 'Y', 'C', ' ', 'é'), maxLength: 60 })
    )
    fc.assert(
      fc.property(odd, (text) => {
        const reading = parsePattern(text)
        if (reading.ok) return
        expect(reading.problems.length).toBeGreaterThan(0)
        for (const { at, length, message } of reading.problems) {
          expect(at + length).toBeLessThanOrEqual(text.length)
          expect(message).toMatch(/\.$/)
        }
      }),
      { numRuns: PROPERTY_RUNS }
    )
  })
})

describe('refusing a pattern', () => {
  it.each([
    ['', [{ kind: 'empty', text: '' }]],
    ['SN-{####', [{ kind: 'unclosed-brace', text: '{' }]],
    ['SN-{YY{####}', [{ kind: 'unclosed-brace', text: '{' }]],
    ['SN}-{####}', [{ kind: 'stray-brace', text: '}' }]],
    ['{DATE}-{##}', [{ kind: 'unknown-token', text: '{DATE}' }]],
    ['{}{##}', [{ kind: 'unknown-token', text: '{}' }]],
    ['{##X}{##}', [{ kind: 'unknown-token', text: '{##X}' }]],
    ['SN-{YY}', [{ kind: 'no-counter', text: 'SN-{YY}' }]],
    ['SN-####', [{ kind: 'no-counter', text: '####' }]],
    ['{ORDER}', [{ kind: 'no-counter', text: '{ORDER}' }]],
    ['{##}-{X##}', [{ kind: 'second-counter', text: '{X##}' }]],
    ['{YY}{##}{YY}', [{ kind: 'repeated-token', text: '{YY}' }]],
    ['{C}{##}{C}', [{ kind: 'repeated-token', text: '{C}' }]],
    ['Büro-{##}', [{ kind: 'not-printable-ascii', text: 'ü' }]],
    [
      'A\t{##}\n',
      [
        { kind: 'not-printable-ascii', text: '\t' },
        { kind: 'not-printable-ascii', text: '\n' }
      ]
    ],
    [' {##}', [{ kind: 'outer-blank', text: ' ' }]],
    ['{##} kg ', [{ kind: 'outer-blank', text: ' kg ' }]],
    [`{${'#'.repeat(16)}}`, [{ kind: 'counter-too-wide', text: `{${'#'.repeat(16)}}` }]],
    [`{X${'#'.repeat(11)}}`, [{ kind: 'counter-too-wide', text: `{X${'#'.repeat(11)}}` }]],
    [`${'A'.repeat(46)}{PN}{##}`, [{ kind: 'too-long', text: `${'A'.repeat(46)}{PN}{##}` }]]
  ])('refuses %j and says where', (text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
  })

  it('names everything that is wrong at once, in its order', () => {
    expect(problemsOf('é{yy}{##}{##}}')).toEqual([
      { kind: 'not-printable-ascii', text: 'é' },
      { kind: 'unknown-token', text: '{yy}' },
      { kind: 'second-counter', text: '{##}' },
      { kind: 'stray-brace', text: '}' }
    ])
  })

  it('says what to write instead', () => {
    expect(messageOf('{yyyy}{##}')).toContain('write {YYYY}')
    expect(messageOf('{x##}')).toContain('write {X##}')
    expect(messageOf('SN-#####')).toContain('write {#####}')
    expect(messageOf('{TIME}{##}')).toContain('{STATION}')
    expect(messageOf(`${'A'.repeat(47)}{##}`)).toContain('49 characters')
  })

  it('takes a pattern that just fits', () => {
    expect(parsePattern(`${'A'.repeat(45)}{PN}{##}`).ok).toBe(true)
    expect(parsePattern(`{${'#'.repeat(15)}}`).ok).toBe(true)
  })
})
