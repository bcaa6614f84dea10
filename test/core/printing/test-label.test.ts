import { describe, expect, it } from 'vitest'
import { codeProblem } from '../../../src/core/code.ts'
import { isSameTest, readTestArgument, testArgument, testNonce } from '../../../src/core/printing/test-label.ts'

describe('what a test label says', () => {
  it.each([
    [{ printer: 'zd421', nonce: '041733', setting: null }, 'zd421:041733'],
    [{ printer: 'zd421', nonce: '041733', setting: { kind: 'darkness', value: -5 } }, 'zd421:041733:D-5'],
    [
      { printer: 'a'.repeat(32), nonce: '999999', setting: { kind: 'speed', value: 14 } },
      `${'a'.repeat(32)}:999999:S14`
    ],
    [{ printer: 'zd421', nonce: null, setting: null }, 'zd421'],
    [{ printer: 'zd421', nonce: null, setting: { kind: 'darkness', value: 0 } }, 'zd421:D0']
  ] as const)('is read back: %o', (label, argument) => {
    expect(testArgument(label)).toBe(argument)
    expect(readTestArgument(argument)).toEqual(label)
    expect(codeProblem(argument)).toBeUndefined()
  })

  it('is a printer and no more where it makes no other sense', () => {
    expect(readTestArgument('a:b:c:d')).toEqual({ printer: 'a:b:c:d', nonce: null, setting: null })
  })

  it('tests the same as another one of the same printer and setting', () => {
    const test = readTestArgument
    expect(isSameTest(test('units:000001'), test('units:000002'))).toBe(true)
    expect(isSameTest(test('units:000001:D-5'), test('units:000002:D5'))).toBe(false)
    expect(isSameTest(test('units:000001'), test('lots:000001'))).toBe(false)
  })

  it('has six digits that tell it from others', () => {
    expect(testNonce(7)).toBe('000007')
  })
})
