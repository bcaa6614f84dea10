import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assert } from '../../../src/core/assert.ts'
import { findOverlaps } from '../../../src/core/numbering/find-overlaps.ts'
import { boundPattern, describeMeeting, findMeeting, type PartPattern } from '../../../src/core/numbering/meeting.ts'
import { shapeOf } from '../../../src/core/numbering/overlap.ts'
import { PROPERTY_RUNS, anyPatternText } from './generated-patterns.ts'

function bound(pattern: string, partNumber = 'PUMP', revision = '') {
  const found = boundPattern<PartPattern>({ partNumber, revision, pattern })
  assert(found, 'the pattern is one')
  return found
}

function meeting(pattern: string, ...others: readonly string[]) {
  return findMeeting(
    bound(pattern),
    others.map((other) => bound(other, 'VALVE', 'B'))
  )
}

describe('a pattern among those of other parts', () => {
  it('meets one that could make a number of its own, and both and the number are named', () => {
    const found = meeting('SN-{###}', 'V-{###}', 'SN-{####}', 'SN-{YY}{#}')
    expect(found).toMatchObject({ number: 'SN-001', other: { partNumber: 'VALVE', pattern: 'SN-{YY}{#}' } })
    expect(found && describeMeeting(found)).toBe(
      'it could give SN-001, and so could SN-{YY}{#} of VALVE revision B: begin one of them with text of its own'
    )
  })

  it('shares its series with one that is the same', () => {
    expect(meeting('SN-{###}', 'SN-{###}')).toBeUndefined()
  })

  it('is told from those of other parts by its part number', () => {
    expect(meeting('{PN}-{###}', '{PN}-{###}')).toBeUndefined()
    expect(findMeeting(bound('{PN}{###}', 'A'), [bound('{PN}{###}', 'A1')])).toBeUndefined()
    expect(findMeeting(bound('{PN}{###}', 'A'), [bound('{PN}{##}', 'A1')])).toMatchObject({ number: 'A101' })
  })

  it('meets itself where two values of its tokens give one text', () => {
    const found = meeting('{SITE}{YY}{ORDER}-{###}')
    expect(found).toMatchObject({ other: null })
    expect(found && describeMeeting(found)).toContain('twice, for two different orders, suppliers or places')
  })

  it('is passed over for no other that a file would be refused for', () => {
    fc.assert(
      fc.property(anyPatternText, anyPatternText, (text, otherText) => {
        const pattern = boundPattern({ partNumber: 'A', revision: '1', pattern: text })
        const other = boundPattern({ partNumber: 'B', revision: '', pattern: otherText })
        if (!pattern || !other) return
        const shapes = [other, pattern].map((each) => ({ each, shape: shapeOf(each.bound) }))
        const inFile = [...findOverlaps(shapes)].filter(({ second }) => second.each === pattern)
        expect(findMeeting(pattern, [other]) !== undefined).toBe(inFile.length > 0)
      }),
      { numRuns: Math.ceil(PROPERTY_RUNS / 10) }
    )
  })
})
