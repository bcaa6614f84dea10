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
import { gs1Samples } from '../../fixtures/scans/gs1-samples.ts'
import { gs1Scans } from '../../fixtures/scans/gs1.ts'
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

describe('a GS1 element string', () => {
  const elements = [...gs1Scans, ...gs1Samples].flatMap(({ text, aim }) =>
    text.includes('\x1d') && (aim ?? /^\][Cde]/.exec(text)) ? [`${aim ?? ''}${text}`] : []
  )

  it('never gives a wrong lot, serial, count or date in silence when any one separator is lost', () => {
    const wrong: string[] = []
    for (const text of elements) {
      const [whole] = factsOf(text)
      if (!whole) continue
      for (const at of Array.from(text, (_, index) => index).filter((index) => text[index] === '\x1d')) {
        // What companies use inside, 90 to 99, may be anything; and an impossible date is none.
        if (/^(?:9\d|17\d\d[2-9])/.test(text.slice(at + 1))) continue
        const damaged = text.slice(0, at) + text.slice(at + 1)
        if (saysInSilence(damaged, whole)) wrong.push(`without the separator at ${at} of ${JSON.stringify(text)}`)
      }
    }
    expect(elements.length).toBeGreaterThan(8)
    expect(wrong).toEqual([])
  })

  const lot = fc.constantFrom('LOT7', 'ABC123', 'A-17', '0329', 'B/7')
  const serial = fc.constantFrom('SER9', 'FC0042', 'ZX81-7')
  const dated = fc.constantFrom('17261231', '11260100', '15280630', '17271200')
  it.each<[string, fc.Arbitrary<readonly string[]>]>([
    [
      'serial, date, lot',
      fc.tuple(
        serial.map((value) => `21${value}`),
        dated,
        lot.map((value) => `10${value}`)
      )
    ],
    [
      'lot, date, serial',
      fc.tuple(
        lot.map((value) => `10${value}`),
        dated,
        serial.map((value) => `21${value}`)
      )
    ],
    [
      'lot, serial',
      fc.tuple(
        lot.map((value) => `10${value}`),
        serial.map((value) => `21${value}`)
      )
    ],
    [
      'lot, date',
      fc.tuple(
        lot.map((value) => `10${value}`),
        dated
      )
    ],
    [
      'lot, weight',
      fc.tuple(
        lot.map((value) => `10${value}`),
        fc.constant('3103001500')
      )
    ],
    [
      'serial, date, lot, count',
      fc.tuple(
        serial.map((value) => `21${value}`),
        dated,
        lot.map((value) => `10${value}`),
        fc.constant('30250')
      )
    ]
  ])('without any of its separators offers what was printed, or says that it may be more: %s', (_, fields) => {
    fc.assert(
      fc.property(fields, fc.constantFrom(']C1', ']d2', ''), (printed, aim) => {
        const item = `${aim}0109506000134352`
        const [whole] = factsOf(`${item}${printed.map((field) => `${field}\x1d`).join('')}`)
        if (!whole) throw new Error('a label with its separators is read')
        expect(saysInSilence(`${item}${printed.join('')}`, whole)).toBe(false)
      })
    )
  })

  it.each([
    ['digits', /^\d{6,10}$/, 0.01],
    ['a letter and digits', /^[A-Z]\d{5,8}$/, 0.03],
    ['letters and digits', /^[A-Z0-9]{8,12}$/, 0.02]
  ])('seldom asks or warns about a lot that is whole: %s', (_, form, most) => {
    const lots = fc.sample(fc.stringMatching(form), { numRuns: 4000, seed: 7 })
    const alarming = lots.filter((value) => {
      const readings = readingsOf(read(`]C1010950600013435210${value}`))
      return readings.length > 1 || readings.some(warnsOfMore)
    })
    expect(alarming.length / lots.length).toBeLessThan(most)
  })
})

/** Whether a wrong value is read, the right one is in no reading, and nothing is said about it. */
function saysInSilence(text: string, whole: LabelFacts): boolean {
  const readings = readingsOf(read(text))
  if (readings.some(warnsOfMore)) return readings.length === 1 && readings[0]?.kind !== 'supplier-label'
  const facts = factsOf(text)
  return (['lot', 'quantity', 'expiry', 'serials'] as const).some((what) => {
    const isOffered = facts.some((each) => String(each[what]) === String(whole[what]))
    const isLeftOut = facts.every((each) => each[what] === null || String(each[what]) === '')
    return !isOffered && !isLeftOut
  })
}

function warnsOfMore(reading: Reading): boolean {
  return reading.kind === 'supplier-label' && reading.label.warnings.some(({ kind }) => kind === 'run-together')
}

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
  decimal: fc.constantFrom('1.5', '0.25', '12'),
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
