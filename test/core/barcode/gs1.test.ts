import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { APPLICATION_IDENTIFIERS, PREDEFINED_LENGTHS } from '../../../src/core/barcode/application-identifiers.ts'
import { readElementString } from '../../../src/core/barcode/gs1.ts'
import { readElement } from '../../../src/core/barcode/gs1-value.ts'
import { checkDigitOf } from '../../../src/core/barcode/gtin.ts'
import type { Day } from '../../../src/core/clock.ts'

const today = '2026-11-23' as Day
const contentOf = (identifier: string, value: string) => readElement(identifier, value, today).content

const CHARACTERS: Readonly<Record<string, string>> = {
  N: '0123456789',
  X: '!"%&\'()*+,-./0123456789:;<=>?ABCXYZ_abcxyz',
  Y: '#-/0123456789ABCXYZ',
  Z: '-_=ABCabc019'
}

/** Values that a format of the table allows, by the words of its documentation. */
function valueOf(format: string): fc.Arbitrary<string> {
  const parts = format.split(' ').map((component) => {
    const bare = component.replace(/[[\]]/g, '')
    if (bare.startsWith('D')) return fc.constantFrom('260131', '271231', '240229')
    const [, kind = '', upTo = '', length = '', check = ''] = /^([NXYZ])(\.\.)?(\d+)(\*?)$/.exec(bare) ?? []
    const size = Number(length) - (check === '' ? 0 : 1)
    const characters = fc.constantFrom(...(CHARACTERS[kind] ?? '').split(''))
    return fc
      .array(characters, { minLength: upTo === '' ? size : 1, maxLength: size })
      .map((list) => list.join(''))
      .map((text) => (check === '' ? text : text + checkDigitOf(text)))
  })
  return fc.tuple(...parts).map((texts) => texts.join(''))
}

const element = fc
  .constantFrom(...APPLICATION_IDENTIFIERS.keys())
  .chain((identifier) =>
    valueOf(APPLICATION_IDENTIFIERS.get(identifier)?.format ?? '').map((value) => ({ identifier, value }))
  )

describe('GS1 element strings', () => {
  it('are taken apart at separators and fixed lengths, whatever identifiers follow one another', () => {
    fc.assert(
      fc.property(
        fc.array(element, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (elements, withTooManySeparators) => {
          const text = elements
            .map(({ identifier, value }) => {
              const needsNone = PREDEFINED_LENGTHS.has(identifier.slice(0, 2)) && !withTooManySeparators
              return `${identifier}${value}${needsNone ? '' : '\x1d'}`
            })
            .join('')
          const { fields, warnings } = readElementString(text, today)
          expect(fields.map(({ identifier, value }) => ({ identifier, value }))).toEqual(elements)
          expect(warnings.filter(({ kind }) => kind !== 'run-together')).toEqual([])
          const zeroCounts = elements.filter(
            ({ identifier, value }) => /^3[07]$/.test(identifier) && /^0+$/.test(value)
          )
          expect(fields.filter(({ content }) => content.kind === 'invalid')).toHaveLength(zeroCounts.length)
        }
      ),
      { numRuns: 300 }
    )
  })

  it('hold nothing without a value', () => {
    expect(readElementString('10\x1d21\x1d', today).fields).toEqual([])
  })

  it('say what is too short', () => {
    expect(readElementString('01095060001', today).fields).toMatchObject([
      { identifier: '01', content: { kind: 'invalid', reason: 'it is too short' } }
    ])
  })
})

describe('values of application identifiers', () => {
  it.each([
    ['3103', '001500', '1500000', 'kg'],
    ['3100', '001500', '1500000000', 'kg'],
    ['3215', '000001', '10', 'in'],
    ['3565', '123456', '1234560', 'tr oz']
  ])('(%s)%s is a measure of %s millionths of a %s', (identifier, value, millionths, unit) => {
    expect(contentOf(identifier, value)).toEqual({ kind: 'quantity', quantity: Number(millionths), unit })
  })

  it.each([
    ['3922', '0299', '2.99'],
    ['3902', '5', '0.05'],
    ['3900', '5', '5'],
    ['3932', '9780299', '2.99 978']
  ])('(%s)%s is the amount %s', (identifier, value, text) => {
    expect(contentOf(identifier, value)).toEqual({ kind: 'text', text })
  })

  it('take the last day of a month for an end, and none for a beginning', () => {
    expect(contentOf('17', '260200')).toEqual({ kind: 'day', day: '2026-02-28' })
    expect(contentOf('15', '260200')).toEqual({ kind: 'day', day: '2026-02-28' })
    expect(contentOf('11', '260200')).toEqual({ kind: 'text', text: '2026-02' })
  })

  it('take the day of an expiry with its time', () => {
    expect(contentOf('7003', '2612311200')).toEqual({ kind: 'day', day: '2026-12-31' })
  })

  it.each([
    ['01', '09506000134353', /check digit/],
    ['00', '106141411234567890', /check digit/],
    ['8003', '09506000134353SER', /check digit/],
    ['410', '950600013435', /too short/],
    ['10', 'A B', /does not allow/],
    ['10', 'A'.repeat(21), /too long/],
    ['30', '12A', /digits alone/],
    ['30', '0', /no count/],
    ['17', '261332', /no date/],
    ['8010', 'abc', /digits alone|does not allow/]
  ])('refuse (%s)%s', (identifier, value, reason) => {
    expect(contentOf(identifier, value)).toEqual({ kind: 'invalid', reason: expect.stringMatching(reason) as string })
  })
})
