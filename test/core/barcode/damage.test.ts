import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATA_IDENTIFIERS } from '../../../src/core/barcode/data-identifiers.ts'
import { interpretScan } from '../../../src/core/barcode/interpret.ts'
import { readingsOf } from '../../../src/core/barcode/reading.ts'
import type { Reading } from '../../../src/core/barcode/reading.ts'
import type { FieldFormat } from '../../../src/core/barcode/label-field.ts'
import { factsOfSupplierLabel } from '../../../src/core/barcode/label-facts.ts'
import type { LabelFacts } from '../../../src/core/barcode/label-facts.ts'
import type { Day } from '../../../src/core/clock.ts'
import { distributorScans } from '../../fixtures/scans/distributors.ts'
import { iso15434Scans } from '../../fixtures/scans/iso15434.ts'

const context = { today: '2026-11-23' as Day }
const read = (text: string): Reading => interpretScan({ text, aim: null, source: 'other' }, context)

/** What would be taken from each reading of a text. */
function factsOf(text: string): readonly LabelFacts[] {
  return readingsOf(read(text)).flatMap((reading) =>
    reading.kind === 'supplier-label' ? [factsOfSupplierLabel(reading.label)] : []
  )
}

/** Real messages of format 06 that are read as one label, with separators of their own. */
const messages = [...iso15434Scans, ...distributorScans].flatMap(({ text, origin, expected }) =>
  !origin.startsWith('made') && 'label' in expected && expected.label.source === 'iso15434-06' && text.includes('\x1d')
    ? [text]
    : []
)

describe('a message of ISO/IEC 15434', () => {
  it('says the same however its frame is damaged', () => {
    const fields = fc.constantFrom(...messages).map((text) => {
      const [body = ''] = text.slice(text.indexOf('06') + 3).split(/[\x1e\x04]/)
      return body
    })
    const frame = fc.record({
      head: fc.constantFrom(
        '[)>\x1e06\x1d',
        '[)>06\x1d',
        '>[)>06\x1d',
        '>[)>\x1e06\x1d',
        ']d1[)>\x1e06\x1d',
        '\x02[)>\x1e06\x1d'
      ),
      tail: fc.constantFrom('\x1e\x04', '\x1e', '\x04', '', '\x1eV\r', '\x1e\x04\r\n', '\x1d\x1e\x04', '\x1eEOT')
    })
    const spelling = fc.constantFrom(
      ['\x1e', '\x1d', '\x04'],
      ['<RS>', '<GS>', '<EOT>'],
      ['{RS}', '{GS}', '{EOT}'],
      ['^^', '^]', '^D'],
      ['\u241e', '\u241d', '\x04'],
      ['\x1e', '|', '\x04']
    )
    fc.assert(
      fc.property(fields, frame, spelling, (body, { head, tail }, [record = '', group = '', end = '']) => {
        const written = `${head}${body}${tail}`
          .replaceAll('\x1e', record)
          .replaceAll('\x1d', group)
          .replaceAll('\x04', end)
        expect(factsOf(written)).toEqual(factsOf(`[)>\x1e06\x1d${body}\x1e\x04`))
      }),
      { numRuns: 2000 }
    )
  })

  it('never gives a wrong lot, serial, count or date in silence when any one separator is lost', () => {
    const wrong: string[] = []
    for (const text of messages) {
      const [whole] = factsOf(text)
      if (!whole) throw new Error('a known label is read')
      for (const at of Array.from(text, (_, index) => index).filter((index) => text[index] === '\x1d')) {
        if (!tellsItself(text.slice(at + 1))) continue
        const readings = factsOf(text.slice(0, at) + text.slice(at + 1))
        for (const what of ['lot', 'quantity', 'expiry', 'serials'] as const) {
          const isOffered = readings.some((facts) => String(facts[what]) === String(whole[what]))
          const isLeftOut = readings.every((facts) => facts[what] === null || facts[what].toString() === '')
          if (readings.length > 0 && !isOffered && !isLeftOut)
            wrong.push(`${what} without the separator at ${at} of ${JSON.stringify(text)}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('is read as it was written, whatever identifiers follow one another', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(dataField, { maxLength: 12, minLength: 1, selector: ({ identifier }) => identifier }),
        (fields) => {
          const body = fields.map(({ identifier, value }) => `${identifier}${value}`).join('\x1d')
          const [reading] = readingsOf(read(`[)>\x1e06\x1d${body}\x1e\x04`))
          if (reading?.kind !== 'supplier-label') throw new Error('it is a label')
          expect(reading.label.fields.map(({ identifier, value }) => ({ identifier, value }))).toEqual(fields)
          expect(reading.label.fields.filter(({ content }) => content.kind === 'invalid')).toEqual([])
        }
      ),
      { numRuns: 500 }
    )
  })
})

/** A field that is empty, or whose identifier nobody has assigned, cannot be seen to have been one. */
function tellsItself(text: string): boolean {
  const [field = ''] = text.split(/[\x1d\x1e\x04]/)
  const [, identifier = '', value = ''] = /^(\d{0,3}[A-Z])(.*)$/.exec(field) ?? []
  return value !== '' && DATA_IDENTIFIERS.has(identifier)
}

const VALUES: Readonly<Record<FieldFormat, fc.Arbitrary<string>>> = {
  text: fc.stringMatching(/^[A-Z0-9][A-Za-z0-9 ./+#-]{0,20}[A-Z0-9]$/).filter((text) => !/^N\/T$/i.test(text)),
  country: fc.constantFrom('US', 'CN', 'DE'),
  quantity: fc.integer({ min: 1, max: 999_999_999 }).map(String),
  'quantity-and-unit': fc.integer({ min: 1, max: 9999 }).map((count) => `${count}FT`),
  YYMMDD: fc.constantFrom('261231', '240229'),
  YYMMD0: fc.constantFrom('261200', '240229'),
  DDMMYY: fc.constantFrom('311226', '290224'),
  MMDDYY: fc.constantFrom('123126', '022924'),
  YYYYMMDD: fc.constantFrom('20261231', '20240229'),
  DDMMYYYY: fc.constantFrom('31122026', '29022024'),
  YYDDD: fc.constantFrom('26365', '24366')
}

const dataField = fc
  .constantFrom(...DATA_IDENTIFIERS.entries())
  .chain(([identifier, { format }]) =>
    VALUES[format]
      .map((value) => ({ identifier, value }))
      .filter(({ value }) => identifier !== '14K' || !value.includes('+'))
  )
