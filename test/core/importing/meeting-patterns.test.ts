import { describe, expect, it } from 'vitest'
import { meetingPatterns, type OwnedPattern } from '../../../src/core/importing/meeting-patterns.ts'

function owned(partNumber: string, pattern: string, line: number | null, revision = ''): OwnedPattern {
  return { partNumber, revision, pattern, line }
}

describe('patterns of serials', () => {
  it('that could make the same number are refused with the other part and a witness', () => {
    const inUse = owned('BR-2041', 'BR-{YY}{###}', null, 'B')
    const problems = meetingPatterns('serial_pattern', [inUse, owned('BR-9', 'BR-{#####}', 7)])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ line: 7, column: 'serial_pattern', value: 'BR-{#####}' })
    expect(problems[0]?.reason).toMatch(
      /^it could give BR-\d{5}, and so could BR-\{YY\}\{###\} of BR-2041 revision B: begin one/
    )
  })

  it('may be the same for two parts, which then share one counter', () => {
    expect(meetingPatterns('serial_pattern', [owned('A', 'SN-{#####}', null), owned('B', 'SN-{#####}', 2)])).toEqual([])
  })

  it('are compared with each part’s number in its place', () => {
    const apart = [owned('A', '{PN}-{###}', 2), owned('B', '{PN}-{###}', 3)]
    expect(meetingPatterns('serial_pattern', apart)).toEqual([])
    const meeting = [owned('A', '{PN}-{###}', 2), owned('A-0', '{PN}{##}', 3)]
    expect(meetingPatterns('serial_pattern', meeting)[0]?.reason).toContain('and so could {PN}-{###} of A in line 2')
  })

  it('may not meet themselves through an order or a supplier of any text', () => {
    const [problem] = meetingPatterns('serial_pattern', [owned('A', '{SITE}{YY}{ORDER}-{###}', 2)])
    expect(problem?.reason).toContain('twice, for two different orders, suppliers or places')
  })

  it('that are in use already are not held against a file', () => {
    expect(meetingPatterns('serial_pattern', [owned('A', 'S{###}', null), owned('B', 'S{YY}{#}', null)])).toEqual([])
  })
})
