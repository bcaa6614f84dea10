import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codewordsAtMost, planDataMatrix } from '../../src/labels/data-matrix.ts'
import type { DataMatrixPlan } from '../../src/labels/data-matrix.ts'

describe('the plan of a Data Matrix', () => {
  it.each([
    { text: 'ABC', modules: 10 },
    { text: 'ABCD', modules: 12 },
    { text: 'U000012345', modules: 14 },
    { text: 'U000012345|LOT-7', modules: 16 },
    { text: 'A'.repeat(204), modules: 52 },
    { text: '1'.repeat(408), modules: 52 },
    { text: 'A'.repeat(205), modules: 64 },
    { text: 'A'.repeat(816), modules: 104 }
  ])('takes $modules modules on a side', ({ text, modules }) => {
    expect(plan(text).modules).toBe(modules)
  })

  it('counts a pair of digits as one codeword and every other character as one', () => {
    expect(codewordsAtMost('12A3\x1d45')).toBe(5)
  })

  it('takes the underscore as escape character, unless the text holds it', () => {
    expect(plan('A').escape).toBe('_')
    expect(plan('A_').escape).toBe('@')
    expect(plan('_@!').escape).toBe('|')
  })

  it('never takes an escape character that the text holds or that means something in ZPL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 200 }), (text) => {
        const planning = planDataMatrix(text)
        if (!planning.ok) return
        expect(text).not.toContain(planning.plan.escape)
        expect(planning.plan.escape).toMatch(/^[^~^,\\\d\x00-\x20\x7f-\uffff]$/)
      })
    )
  })

  it('does not exist without an escape character, for other than ASCII, and for too long a text', () => {
    const everything = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 0x20 + index))
    expect(planDataMatrix(everything)).toEqual({ ok: false, problem: { kind: 'no-escape-left' } })
    expect(planDataMatrix('ü')).toEqual({ ok: false, problem: { kind: 'not-ascii' } })
    expect(planDataMatrix('A'.repeat(817))).toEqual({
      ok: false,
      problem: { kind: 'too-long', codewords: 817, most: 816 }
    })
  })
})

function plan(text: string): DataMatrixPlan {
  const planning = planDataMatrix(text)
  if (!planning.ok) throw new Error(planning.problem.kind)
  return planning.plan
}
