import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpretScan } from '../../../../src/core/barcode/interpret.ts'
import { readingsOf } from '../../../../src/core/barcode/reading.ts'
import { readTaught } from '../../../../src/core/barcode/taught/read-taught.ts'
import { layoutProblem } from '../../../../src/core/barcode/taught/taught-format.ts'
import type { TaughtField, TaughtFormat, TaughtLayout } from '../../../../src/core/barcode/taught/taught-format.ts'
import type { Day } from '../../../../src/core/clock.ts'

const today = '2026-11-23' as Day

function aField(title: string, more: Partial<TaughtField> = {}): TaughtField {
  return { title, meaning: 'other', format: 'text', characters: 'any', ...more }
}

const part = aField('Artikel', { meaning: 'supplier-part-number' })
const lot = aField('Charge', { meaning: 'supplier-lot', characters: 'letters-and-digits' })
const count = aField('Menge', { meaning: 'quantity', format: 'quantity', characters: 'digits' })
const expiry = aField('MHD', { meaning: 'expiry', format: 'YYMMDD', characters: 'digits' })

/** `NW/4711-A/C88/000250/271231` */
const carton: TaughtFormat = {
  name: 'Nordwerk carton',
  layout: {
    kind: 'sequence',
    parts: [
      { kind: 'text', text: 'NW/' },
      { kind: 'field', field: part, length: null },
      { kind: 'text', text: '/C' },
      { kind: 'field', field: lot, length: null },
      { kind: 'text', text: '/' },
      { kind: 'field', field: count, length: 6 },
      { kind: 'text', text: '/' },
      { kind: 'field', field: expiry, length: 6 }
    ]
  }
}

/** `ART=4711;CH=88;ST=250` */
const bag: TaughtFormat = {
  name: 'Nordwerk bag',
  layout: {
    kind: 'marked',
    separator: ';',
    fields: [
      { mark: 'ART=', field: part },
      { mark: 'CH=', field: lot },
      { mark: 'ST=', field: count }
    ]
  }
}

describe('a taught format', () => {
  it('reads fields between texts and of fixed lengths, each from the field that it was called', () => {
    expect(readTaught(carton, 'NW/4711-A/C88X/000250/271231', today)).toMatchObject({
      source: 'taught',
      partNumbers: [{ value: '4711-A', identifier: 'Nordwerk carton: Artikel' }],
      supplierLot: { value: '88X', identifier: 'Nordwerk carton: Charge' },
      quantity: { value: 250_000_000, identifier: 'Nordwerk carton: Menge' },
      expiry: { value: '2027-12-31', identifier: 'Nordwerk carton: MHD' }
    })
  })

  it('reads marked fields in any order, and keeps what nobody has taught', () => {
    expect(readTaught(bag, 'ST=250;X=1;ART=4711;CH=', today)).toMatchObject({
      partNumbers: [{ value: '4711' }],
      supplierLot: null,
      quantity: { value: 250_000_000 },
      fields: [{ value: '250' }, { value: 'X=1', meaning: 'unknown' }, { value: '4711' }]
    })
  })

  it.each([
    ['another beginning', 'NX/4711-A/C88X/000250/271231'],
    ['something after its end', 'NW/4711-A/C88X/000250/2712311'],
    ['a field that is too short', 'NW/4711-A/C88X/00250/271231'],
    ['letters where it has digits', 'NW/4711-A/C88X/0002S0/271231'],
    ['a day that there is not', 'NW/4711-A/C88X/000250/271332'],
    ['a count of nothing', 'NW/4711-A/C88X/000000/271231'],
    ['nothing', '']
  ])('is not there with %s', (_, text) => {
    expect(readTaught(carton, text, today)).toBeUndefined()
  })

  it('is not there when a mark comes twice or alone', () => {
    expect(readTaught(bag, 'ART=1;ART=2', today)).toBeUndefined()
    expect(readTaught(bag, 'nothing of it', today)).toBeUndefined()
  })

  it('reads back whatever is put together by its layout', () => {
    const code = (characters: string) => fc.stringMatching(new RegExp(`^[${characters}]{1,12}$`))
    fc.assert(
      fc.property(
        code('A-Z0-9-'),
        code('A-Za-z0-9'),
        fc.integer({ min: 1, max: 999_999 }),
        (article, batch, pieces) => {
          const text = `NW/${article}/C${batch}/${String(pieces).padStart(6, '0')}/271231`
          const label = readTaught(carton, text, today)
          expect(label?.partNumbers[0]?.value).toBe(article)
          expect(label?.supplierLot?.value).toBe(batch)
          expect(label?.quantity?.value).toBe(pieces * 1_000_000)
        }
      )
    )
  })
})

describe('a layout', () => {
  const field = (title: string, length: number | null) => ({ kind: 'field', field: aField(title), length }) as const

  it.each<[string, TaughtLayout, RegExp]>([
    ['no field', { kind: 'sequence', parts: [{ kind: 'text', text: 'A' }] }, /no field/],
    ['fields that run into each other', { kind: 'sequence', parts: [field('A', null), field('B', 3)] }, /Nothing says/],
    ['nothing to be told by', { kind: 'sequence', parts: [field('A', null)] }, /Any text would do/],
    ['half a character', { kind: 'sequence', parts: [field('A', 1.5)] }, /whole number/],
    ['the same name twice', { kind: 'sequence', parts: [field('A', 2), field('A', 2)] }, /same name/],
    ['no name', { kind: 'sequence', parts: [field(' ', 2)] }, /needs a name/],
    ['an empty text', { kind: 'sequence', parts: [{ kind: 'text', text: '' }, field('A', 2)] }, /cannot be empty/],
    ['no separator', { kind: 'marked', separator: '', fields: [{ mark: 'A', field: aField('A') }] }, /between/],
    ['no mark', { kind: 'marked', separator: ';', fields: [{ mark: '', field: aField('A') }] }, /needs the mark/],
    [
      'marks that cannot be told apart',
      {
        kind: 'marked',
        separator: ';',
        fields: [
          { mark: 'A', field: aField('A') },
          { mark: 'AB', field: aField('B') }
        ]
      },
      /begins with the mark/
    ]
  ])('with %s is refused', (_, layout, problem) => {
    expect(layoutProblem(layout)).toMatch(problem)
    expect(readTaught({ name: 'bad', layout }, 'A123', today)).toBeUndefined()
  })

  it('that was taught well is taken', () => {
    expect([carton, bag].map(({ layout }) => layoutProblem(layout))).toEqual([undefined, undefined])
  })
})

describe('a scan in a taught format', () => {
  const read = (text: string) => interpretScan({ text, aim: null, source: 'other' }, { today, taught: [carton, bag] })

  it('is its label, and the text beside it: the state decides', () => {
    const reading = read('ST=250;ART=4711')
    expect(readingsOf(reading).map(({ kind }) => kind)).toEqual(['supplier-label', 'text'])
  })

  it('never stands in the way of a format that tells itself', () => {
    const message = '[)>\x1e06\x1dPA-1\x1dST=250;ART=4711\x1e\x04'
    expect(read(message)).toMatchObject({ kind: 'supplier-label', label: { source: 'iso15434-06' } })
    expect(read('DS:DONE').kind).toBe('command')
    expect(read('FC-0001')).toEqual({ kind: 'text', text: 'FC-0001' })
  })

  it('may hold control characters', () => {
    const withGs: TaughtFormat = { name: 'GS', layout: { ...bag.layout, separator: '\x1d' } as TaughtLayout }
    const scan = { text: 'ART=4711\x1dST=3', aim: null, source: 'other' } as const
    expect(interpretScan(scan, { today, taught: [withGs] })).toMatchObject({ kind: 'supplier-label' })
    expect(interpretScan(scan, { today }).kind).toBe('unreadable')
  })
})
