import { describe, expect, it } from 'vitest'
import { readSingleField } from '../../../src/core/barcode/single-field.ts'
import type { Day } from '../../../src/core/clock.ts'

const today = '2026-11-23' as Day

describe('a bar code of one field', () => {
  it.each([
    ['1PXAF4444', '1P', 'supplier-part-number', { kind: 'text', text: 'XAF4444' }],
    ['PHOUSING-2', 'P', 'part-number', { kind: 'text', text: 'HOUSING-2' }],
    ['1TBF1103', '1T', 'supplier-lot', { kind: 'text', text: 'BF1103' }],
    ['S0001', 'S', 'serial', { kind: 'text', text: '0001' }],
    ['Q250', 'Q', 'quantity', { kind: 'quantity', quantity: 250_000_000, unit: null }],
    ['14D20271231', '14D', 'expiry', { kind: 'day', day: '2027-12-31' }]
  ])('%s is read by its identifier', (text, identifier, meaning, content) => {
    expect(readSingleField(text, today)).toMatchObject({ identifier, meaning, content })
  })

  it.each([
    ['a quantity that is none', 'Q1045-ND'],
    ['a day that there is not', '14D20271331'],
    ['an identifier alone', '1P'],
    ['an identifier that nobody has assigned', '99XODD'],
    ['small letters', '1pxaf4444'],
    ['no identifier', '-1P'],
    ['zeros before the identifier, which a number may have', '01TL1'],
    ['a value that is no code', 'SØ4']
  ])('is not %s', (_, text) => {
    expect(readSingleField(text, today)).toBeUndefined()
  })
})
