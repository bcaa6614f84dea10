import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDigitOf, parseGtin, parseUpcE } from '../../../src/core/barcode/gtin.ts'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''))

describe('GTIN', () => {
  it('has the check digit of the General Specifications', () => {
    expect(checkDigitOf('0950600013435')).toBe('2')
    expect(checkDigitOf('629104150021')).toBe('3')
    expect(checkDigitOf('10614141123456789')).toBe('7')
  })

  it('is 14 digits in every length, so that two can be compared', () => {
    expect(parseGtin('02345673')).toBe('00000002345673')
    expect(parseGtin('416000336108')).toBe('00416000336108')
    expect(parseGtin('9506000134352')).toBe('09506000134352')
    expect(parseGtin('09506000134352')).toBe('09506000134352')
  })

  it.each(['', '1234567', '123456789', '02345674', '0234567A', '９５０６０００１３４３５２', '095060001343520'])(
    'is not %j',
    (text) => {
      expect(parseGtin(text)).toBeUndefined()
    }
  )

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(7, 11, 12, 13).chain(digits),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (body, position, difference) => {
          const gtin = body + checkDigitOf(body)
          const at = position % gtin.length
          const wrong = String((Number(gtin[at]) + difference) % 10)
          expect(parseGtin(gtin)).toBeDefined()
          expect(parseGtin(gtin.slice(0, at) + wrong + gtin.slice(at + 1))).toBeUndefined()
        }
      )
    )
  })
})

describe('UPC-E', () => {
  // The short and the long form of the same numbers in the tests of biip.
  it.each([
    ['04252614', '00042100005264'],
    ['02345673', '00023456000073'],
    ['02345147', '00023450000017'],
    ['06397126', '00063200009716'],
    ['08679339', '00086700000939']
  ])('%s is short for %s', (text, gtin) => {
    expect(parseUpcE(text)).toBe(gtin)
  })

  it.each(['', '0425261', '24252614', '04252615', 'A4252614'])('is not %j', (text) => {
    expect(parseUpcE(text)).toBeUndefined()
  })
})
