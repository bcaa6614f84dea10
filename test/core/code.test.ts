import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeProblem, describeCodeProblem, MAX_CODE_LENGTH } from '../../src/core/code.ts'
import type { CodeProblem } from '../../src/core/code.ts'

describe('codes', () => {
  it.each([
    'A',
    '000123',
    'aBc',
    'A B',
    'LOT-2026/0123',
    '^XZ~JR_5E',
    "'; DROP TABLE unit;--",
    '~'.repeat(MAX_CODE_LENGTH)
  ])('%j is one', (text) => {
    expect(codeProblem(text)).toBeUndefined()
  })

  it.each<[string, CodeProblem]>([
    ['', 'empty'],
    ['A'.repeat(MAX_CODE_LENGTH + 1), 'too-long'],
    ['Ø4', 'not-printable-ascii'],
    ['A\tB', 'not-printable-ascii'],
    ['A\n', 'not-printable-ascii'],
    ['\x1d', 'not-printable-ascii'],
    ['A\x7f', 'not-printable-ascii'],
    ['A\u00a0B', 'not-printable-ascii'],
    ['\u202eA1', 'not-printable-ascii'],
    ['😀', 'not-printable-ascii'],
    [' A', 'outer-blank'],
    ['A ', 'outer-blank'],
    [' ', 'outer-blank']
  ])('%j is none: %s', (text, problem) => {
    expect(codeProblem(text)).toBe(problem)
  })

  it('are printable ASCII of 1 to 48 characters without outer blanks, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 })), (text) => {
        const isCode =
          text.length >= 1 &&
          text.length <= 48 &&
          text.split('').every((character) => character >= ' ' && character <= '~') &&
          !text.startsWith(' ') &&
          !text.endsWith(' ')
        expect(codeProblem(text) === undefined).toBe(isCode)
      })
    )
  })

  it('say of each problem what is wrong', () => {
    const problems: CodeProblem[] = ['empty', 'too-long', 'not-printable-ascii', 'outer-blank']
    expect(new Set(problems.map(describeCodeProblem)).size).toBe(problems.length)
  })
})
