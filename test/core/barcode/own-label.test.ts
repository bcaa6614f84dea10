import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeOwnLabel, readOwnLabel } from '../../../src/core/barcode/own-label.ts'
import type { OwnLabel } from '../../../src/core/barcode/own-label.ts'
import { MAX_CODE_LENGTH } from '../../../src/core/code.ts'
import { MAX_QUANTITY, quantityOf } from '../../../src/core/quantity.ts'
import type { Quantity } from '../../../src/core/quantity.ts'

const code = fc
  .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: MAX_CODE_LENGTH })
  .filter((text) => text === text.trim() && text !== '')

const ownLabel: fc.Arbitrary<OwnLabel> = fc.record({
  partNumber: code,
  serial: fc.option(code),
  lot: fc.option(code),
  quantity: fc.option(fc.integer({ min: 0, max: MAX_QUANTITY }).map((millionths) => millionths as Quantity)),
  label: fc.integer({ min: 0, max: 99_999_999_999 }).map((number) => `DS${String(number).padStart(8, '0')}`),
  copy: fc.integer({ min: 1, max: 999_999_999 })
})

const unit: OwnLabel = {
  partNumber: 'PCB-0042',
  serial: '00017',
  lot: null,
  quantity: quantityOf(1),
  label: 'DS00000042',
  copy: 1
}

/** Splits what {@link encodeOwnLabel} wrote, knowing only the envelope's separators. */
function fieldsOf(text: string): { identifier: string; value: string }[] {
  return text
    .slice('[)>\x1e06\x1d'.length, -'\x1e\x04'.length)
    .split('\x1d')
    .map((field) => {
      const identifier = /^\d*[A-Z]/.exec(field)?.[0] ?? ''
      return { identifier, value: field.slice(identifier.length) }
    })
}

describe('own label', () => {
  it('is written as ISO/IEC 15434 format 06 with part, serial, lot, quantity, label and copy', () => {
    expect(encodeOwnLabel({ ...unit, lot: 'L-7' })).toBe(
      '[)>\x1e06\x1dPPCB-0042\x1dS00017\x1d1TL-7\x1dQ1\x1dZDS00000042.1\x1e\x04'
    )
  })

  it('leaves out what a label does not have', () => {
    expect(encodeOwnLabel({ ...unit, serial: null, quantity: null, copy: 12 })).toBe(
      '[)>\x1e06\x1dPPCB-0042\x1dZDS00000042.12\x1e\x04'
    )
  })

  it('is read back exactly as it was written', () => {
    fc.assert(
      fc.property(ownLabel, (label) => {
        expect(readOwnLabel(fieldsOf(encodeOwnLabel(label)))).toEqual(label)
      })
    )
  })

  it('never holds a separator inside a field', () => {
    expect(() => encodeOwnLabel({ ...unit, serial: 'A\x1dQ999' })).toThrow(/codes alone/)
    expect(() => encodeOwnLabel({ ...unit, lot: '' })).toThrow(/codes alone/)
    expect(() => encodeOwnLabel({ ...unit, label: '42' })).toThrow(/DS and 8/)
    expect(() => encodeOwnLabel({ ...unit, copy: 0 })).toThrow(/from 1/)
    expect(() => encodeOwnLabel({ ...unit, quantity: -1 as Quantity })).toThrow(/less than nothing/)
  })

  it.each([
    ['no label number', { Z: undefined }],
    ['the label of another system', { Z: 'PICK' }],
    ['too few digits', { Z: 'DS0000042.1' }],
    ['no copy', { Z: 'DS00000042' }],
    ['copy zero', { Z: 'DS00000042.0' }],
    ['something after the copy', { Z: 'DS00000042.1 ' }],
    ['lower case', { Z: 'ds00000042.1' }],
    ['no part', { P: undefined }],
    ['an empty part', { P: '' }],
    ['a quantity that is none', { Q: '1e9' }],
    ['a quantity below zero', { Q: '-1' }],
    ['a control character in the serial', { S: 'A\x07' }]
  ])('is not own with %s', (_, change) => {
    const values: Record<string, string | undefined> = { P: 'A-1', S: '7', Q: '1', Z: 'DS00000042.1', ...change }
    const fields = Object.entries(values).flatMap(([identifier, value]) =>
      value === undefined ? [] : [{ identifier, value }]
    )
    expect(readOwnLabel(fields)).toBeUndefined()
  })

  it('is not own when a field of it is there twice', () => {
    expect(readOwnLabel([...fieldsOf(encodeOwnLabel(unit)), { identifier: 'S', value: '00018' }])).toBeUndefined()
  })

  it('keeps its meaning when a later version adds a field', () => {
    expect(readOwnLabel([...fieldsOf(encodeOwnLabel(unit)), { identifier: '4L', value: 'DE' }])).toEqual(unit)
  })
})
