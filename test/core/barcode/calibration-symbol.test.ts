import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeCalibration, PROBE, recogniseCalibration } from '../../../src/core/barcode/calibration-symbol.ts'
import { interpretScan } from '../../../src/core/barcode/interpret.ts'
import type { Day } from '../../../src/core/clock.ts'
import { distributorScans } from '../../fixtures/scans/distributors.ts'
import { gs1Scans } from '../../fixtures/scans/gs1.ts'
import { iso15434Scans } from '../../fixtures/scans/iso15434.ts'
import { plainScans } from '../../fixtures/scans/plain.ts'
import { vendorScans } from '../../fixtures/scans/vendor.ts'

const SYMBOL = encodeCalibration('4711')
const context = { today: '2026-11-23' as Day }

describe('the calibration symbol', () => {
  it('has each character of its probe once, so that what is lost can be named', () => {
    expect(new Set(PROBE).size).toBe(PROBE.length)
  })

  it('is known in any case, with anything before and after it and without its separators', () => {
    for (const text of [SYMBOL, SYMBOL.toUpperCase(), SYMBOL.toLowerCase(), `\x01]d1${SYMBOL}\t`]) {
      expect(recogniseCalibration(text)).toBe('whole')
      expect(recogniseCalibration(text.replaceAll(/[\x04\x1d\x1e]/g, ''))).toBe('whole')
    }
  })

  it('is known by its mirrored marks through a keyboard that nobody knows', () => {
    const alphabet = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
    const lower = alphabet.filter((character) => character !== character.toUpperCase())
    fc.assert(
      fc.property(fc.shuffledSubarray(lower, { minLength: 26, maxLength: 26 }), (shuffled) => {
        const otherKeyboard = Array.from(SYMBOL, (character) => {
          const at = lower.indexOf(character.toLowerCase())
          return shuffled[at] ?? character
        }).join('')
        expect(recogniseCalibration(otherKeyboard)).toBe('whole')
      })
    )
  })

  it('is damaged where one of its marks did not come', () => {
    expect(recogniseCalibration(SYMBOL.slice(0, 40))).toBe('damaged')
    expect(recogniseCalibration(SYMBOL.slice(40))).toBe('damaged')
  })

  it('is never taken for goods, and no goods are taken for it', () => {
    for (const text of [SYMBOL, SYMBOL.slice(0, 40), SYMBOL.toUpperCase()]) {
      expect(interpretScan({ text, aim: null, source: 'keyboard' }, context).kind).toBe('calibration')
    }
    const known = [...distributorScans, ...gs1Scans, ...iso15434Scans, ...plainScans, ...vendorScans]
    for (const { text } of known) expect(recogniseCalibration(text)).toBeUndefined()
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => recogniseCalibration(text) === undefined))
  })
})
