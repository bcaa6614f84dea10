import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskMismatch, maskProblem } from '../../../src/core/numbering/mask.ts'

describe('a serial against its mask', () => {
  it.each([
    ['FC-####', 'FC-0042'],
    ['@@##', 'aZ09'],
    ['***', 'a1Z'],
    ['\\#\\@\\*\\\\#', '#@*\\7'],
    ['SN #', 'SN 1']
  ])('%s fits %s', (mask, serial) => {
    expect(maskMismatch(mask, serial)).toBeUndefined()
  })

  it.each([
    ['FC-####', 'FC-00O2', 'character 6 is "O", not a digit'],
    ['FC-####', 'fc-0042', 'character 1 is "f", not "F"'],
    ['@##', '100', 'character 1 is "1", not a letter'],
    ['@##', 'Ä00', 'character 1 is "Ä", not a letter'],
    ['**', 'A-', 'character 2 is "-", not a letter or a digit'],
    ['####', '123', 'it has 3 characters, not 4'],
    ['####', '12345', 'it has 5 characters, not 4'],
    ['####', '1', 'it has 1 character, not 4'],
    ['##', '', 'it has 0 characters, not 2'],
    ['##', '١٢', 'character 1 is "١", not a digit']
  ])('%s refuses %s and says where', (mask, serial, words) => {
    expect(maskMismatch(mask, serial)).toBe(words)
  })

  it('reads a mask of characters alone as those characters', () => {
    const literal = fc.stringMatching(/^[A-Za-z0-9._/-]{1,20}$/)
    fc.assert(
      fc.property(literal, fc.nat(9), (text, digit) => {
        expect(maskMismatch(`${text}#`, `${text}${digit}`)).toBeUndefined()
      })
    )
  })
})

describe('a mask', () => {
  it.each(['####', 'FC-@@-**', '\\##', '@'])('%s can be used', (mask) => {
    expect(maskProblem(mask)).toBeUndefined()
  })

  it.each([
    ['', 'fits no serial: it is empty'],
    ['FC-1', 'leaves nothing open'],
    ['\\#\\#', 'leaves nothing open'],
    ['##\\', 'has a backslash'],
    ['\\A##', 'has a backslash'],
    [' ##', 'begins or ends with a blank'],
    ['Ü##', 'not printable ASCII'],
    ['#'.repeat(49), 'longer than 48']
  ])('"%s" cannot be used', (mask, words) => {
    expect(maskProblem(mask)).toContain(words)
  })

  it('counts an escaped character once', () => {
    expect(maskProblem(`${'\\#'.repeat(47)}#`)).toBeUndefined()
  })
})
