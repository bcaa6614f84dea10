import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeCommand } from '../../../src/core/barcode/commands.ts'
import { interpretScan } from '../../../src/core/barcode/interpret.ts'
import { readingsOf } from '../../../src/core/barcode/reading.ts'
import type { Scan } from '../../../src/core/barcode/label-text.ts'
import type { Reading } from '../../../src/core/barcode/reading.ts'
import { PREDEFINED_LENGTHS } from '../../../src/core/barcode/application-identifiers.ts'
import { fixedLengthOf } from '../../../src/core/barcode/gs1-value.ts'
import type { FieldFormat, FieldMeaning } from '../../../src/core/barcode/label-field.ts'
import { labelTextOf } from '../../../src/core/barcode/label-text.ts'
import type { ReadingContext } from '../../../src/core/barcode/reading.ts'
import type { SupplierLabel } from '../../../src/core/barcode/supplier-label.ts'
import { undoSpelledGroups } from '../../../src/core/barcode/separators.ts'
import type { TaughtFormat } from '../../../src/core/barcode/taught/taught-format.ts'
import { parseUpcE } from '../../../src/core/barcode/gtin.ts'
import { encodeOwnLabel } from '../../../src/core/barcode/own-label.ts'
import type { OwnLabel } from '../../../src/core/barcode/own-label.ts'
import type { Day } from '../../../src/core/clock.ts'
import { quantityOf } from '../../../src/core/quantity.ts'
import { distributorScans } from '../../fixtures/scans/distributors.ts'
import { gs1Samples } from '../../fixtures/scans/gs1-samples.ts'
import { gs1Scans } from '../../fixtures/scans/gs1.ts'
import { iso15434Scans } from '../../fixtures/scans/iso15434.ts'
import { plainScans } from '../../fixtures/scans/plain.ts'
import type { ScanCase } from '../../fixtures/scans/scan-case.ts'
import { vendorSamples } from '../../fixtures/scans/vendor-samples.ts'
import { vendorScans } from '../../fixtures/scans/vendor.ts'

/** `SCAN_FUZZ=1000000` tries as many strings; the property is the same. */
const numRuns = Number(process.env['SCAN_FUZZ'] ?? 20_000)

const context = { today: '2026-11-23' as Day }
const read = (text: string, source: Scan['source'] = 'other', aim: string | null = null): Reading =>
  interpretScan({ text, aim, source }, context)

const unit: OwnLabel = {
  partNumber: 'PCB-0042',
  serial: '00017',
  lot: 'L-7',
  quantity: quantityOf(1),
  label: 'DS00000042',
  copy: 2
}

const samples: readonly ScanCase[] = [
  ...iso15434Scans,
  ...distributorScans,
  ...gs1Scans,
  ...gs1Samples,
  ...vendorScans,
  ...vendorSamples
]
const known = [...samples, ...plainScans].map(({ text }) => text.slice(0, 400))
known.push(encodeOwnLabel(unit), 'DS:QTY:12', 'DS:LOC:A-01')

const aField = (title: string, meaning: FieldMeaning, format: FieldFormat = 'text') =>
  ({ title, meaning, format, characters: 'any' }) as const
/** Formats that a supplier's labels were taught by, one for each way in which they may be made. */
const taught: readonly TaughtFormat[] = [
  {
    name: 'Carton',
    layout: {
      kind: 'sequence',
      parts: [
        { kind: 'field', field: aField('Lot', 'supplier-lot'), length: null },
        { kind: 'text', text: '-' },
        { kind: 'field', field: aField('Count', 'quantity', 'quantity'), length: null }
      ]
    }
  },
  {
    name: 'Bag',
    layout: {
      kind: 'marked',
      separator: '|',
      fields: [
        { mark: 'P', field: aField('Part', 'supplier-part-number') },
        { mark: 'Q', field: aField('Count', 'quantity', 'quantity') }
      ]
    }
  },
  { name: 'Open', layout: { kind: 'identifiers', fields: [{ mark: '21Z', field: aField('Lot', 'supplier-lot') }] } }
]
known.push('C88X-250', 'PX-1|Q20', '[)>\x1e06\x1dPA\x1d21ZL1\x1d21ZL2\x1e\x04')

/** Pieces that mean something to one reader or another. */
const tokens = [
  ['[)>', '>', '\x1e', '\x1d', '\x04', '06', '05', '12', 'P', '1T', 'Q', '14K', 'Z', 'DS', 'DS:', ':', 'QTY:', 'PN:'],
  ['01', '09506000134352', '10', '21', '17', '261231', '3103', ']C1', ']d2', ']Q1', ']E0', '(', ')', '422', '8003'],
  ['https://', '/01/', '?', '&', '=', '%', '{', 'pc:', 'pm:', ',', '}', ' ', '-', '.', '0', 'a', 'Ø', '\ud800'],
  ['\u241d', '\uf70b', '\0', '\r\n', '<GS>', '|']
]
const token = fc.constantFrom(...tokens.flat())

const anyText = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 4, arbitrary: fc.array(token, { maxLength: 24 }).map((tokens) => tokens.join('')) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.constantFrom(...known), fc.constantFrom(...known), fc.nat(), fc.nat(), token, fc.nat({ max: 4 }))
      .map(([text, other, at, length, token, how]) => mutate(text, other, at, length, token, how))
  }
)

function mutate(text: string, other: string, at: number, length: number, token: string, how: number): string {
  const start = at % (text.length + 1)
  const end = Math.min(text.length, start + (length % 8))
  switch (how) {
    case 0:
      return text.slice(0, start) + text.slice(end)
    case 1:
      return text.slice(0, start) + token + text.slice(start)
    case 2:
      return text.slice(0, start) + token + text.slice(end)
    case 3:
      return text.slice(0, start) + other.slice(at % (other.length + 1))
    default:
      return text.slice(0, start)
  }
}

const anyScan: fc.Arbitrary<Scan> = fc.record({
  text: anyText,
  aim: fc.option(fc.constantFrom(']C1', ']C0', ']d2', ']d1', ']Q3', ']E0', ']E3', ']E4', ']e0', ']I1', ']Z6', ']x')),
  source: fc.constantFrom<Scan['source']>('keyboard', 'other')
})

describe('any scan', () => {
  it('has one reading, always the same, and none that says what the scan does not hold', () => {
    fc.assert(
      fc.property(anyScan, (scan) => {
        const reading = interpretScan(scan, withFormats)
        expect(readInTime(scan)).toEqual(reading)
        const readings = readingsOf(reading)
        expect(reading.kind === 'ambiguous' ? readings.length >= 2 : readings.length === 1).toBe(true)
        for (const one of readings) checkHonesty(one, scan, readings.length > 1)
        if (readings.some(isTaught)) expect(readings.every(isTaught)).toBe(isNoText(scan))
      }),
      { numRuns }
    )
  }, 600_000)
})

describe('scans as long as they come', () => {
  it('are read within 5 ms', () => {
    fc.assert(
      fc.property(
        fc.array(token, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '[)>\x1e06\x1d', ']C1'),
        (pieces, head) => {
          const piece = pieces.join('')
          const text = `${head}${piece.repeat(Math.ceil(4096 / piece.length))}`.slice(0, 4096)
          readInTime({ text, aim: null, source: 'keyboard' })
        }
      ),
      { numRuns: 300 }
    )
  })
})

const withFormats: ReadingContext = { ...context, taught }

function isTaught(reading: Reading): boolean {
  return reading.kind === 'supplier-label' && reading.label.source === 'taught'
}

/** Whether nothing but a taught format reads a scan: any other text may be just what it is. */
function isNoText(scan: Scan): boolean {
  return interpretScan(scan, context).kind === 'unreadable'
}

/** A reading that takes long does so each time; what takes long once was waiting for the machine. */
function readInTime(scan: Scan): Reading {
  for (let tries = 1; ; tries++) {
    const before = performance.now()
    const reading = interpretScan(scan, withFormats)
    if (performance.now() - before <= 5) return reading
    expect(tries, `5 ms were not enough for ${JSON.stringify(scan)}`).toBeLessThan(10)
  }
}

/** Every value must stand in the scan, but for what an address or a short GTIN has in another form. */
function checkHonesty(reading: Reading, { text, aim, source: how }: Scan, isOffered: boolean): void {
  if (reading.kind === 'text') expect(text).toContain(reading.text)
  if (reading.kind === 'gtin') {
    const isUpcE = Array.from(text, (_, at) => at).some((at) => parseUpcE(text.slice(at, at + 8)) === reading.gtin)
    expect(isUpcE || text.includes(reading.text)).toBe(true)
  }
  if (reading.kind === 'unreadable' || reading.kind === 'bad-command') expect(reading.reason).toMatch(/^[A-Z].*[^.]$/s)
  if (reading.kind !== 'supplier-label') return
  expect(reading.label.fields).not.toHaveLength(0)
  const { source, fields, partNumbers, serials, lot, supplierLot } = reading.label
  for (const { identifier, value } of fields) {
    expect(value).not.toBe('')
    if (source.startsWith('iso') || source === 'lcsc') expect(text).toContain(value.split('\x1d')[0])
    if (source === 'iso15434-06' && how === 'other' && !isOffered) {
      expect(isWholeField(text, identifier, value)).toBe(true)
    }
  }
  if (source === 'gs1' && how === 'other' && !isOffered) checkBounds(reading.label, { text, aim, source: how })
  if (source === 'digital-link') return
  for (const found of [...partNumbers, ...serials, lot, supplierLot]) {
    if (found === null) continue
    expect(found.value).not.toBe('')
    for (const word of found.value.split(' ')) expect(text).toContain(word)
  }
}

/**
 * Every GS1 field stands where one before it ends by its length or by a separator, and nothing is left between two.
 */
function checkBounds({ fields }: SupplierLabel, scan: Scan): void {
  const { text } = labelTextOf(scan)
  if (text.startsWith('(')) return
  const left = [...fields]
  for (const piece of undoSpelledGroups(text).split('\x1d')) {
    let rest = squeezed(piece)
    while (left[0] && rest !== '' && rest.startsWith(squeezed(`${left[0].identifier}${left[0].value}`))) {
      const { identifier, value } = left[0]
      rest = rest.slice(squeezed(`${identifier}${value}`).length)
      left.shift()
      const endsByLength = PREDEFINED_LENGTHS.has(identifier.slice(0, 2)) || fixedLengthOf(identifier) !== undefined
      expect(endsByLength || rest === '', `${identifier}=${value} ends where nothing ends it`).toBe(true)
    }
    expect(rest, 'no field, and no identifier without a value').toMatch(/^\d{0,4}$/)
  }
  expect(left).toEqual([])
}

function squeezed(text: string): string {
  return text.replace(/\s/g, '')
}

describe('own labels', () => {
  const symbol = encodeOwnLabel(unit)

  it.each<[string, string, Scan['source']]>([
    ['bytes', symbol, 'other'],
    ['bytes with their AIM identifier', `]d1${symbol}`, 'other'],
    ['bytes and an end of line', `${symbol}\r\n`, 'other'],
    ['a trailer that the scanner drops', symbol.slice(0, -2), 'other'],
    [
      'pictures of separators',
      symbol.replaceAll('\x1d', '\u241d').replaceAll('\x1e', '\u241e').replaceAll('\x04', '\u2404'),
      'keyboard'
    ],
    ['private-use separators', symbol.replaceAll('\x1d', '\uf70b').replaceAll('\x1e', '\uf70c'), 'keyboard'],
    ['printable separators', symbol.replaceAll('\x1d', '|').replaceAll('\x1e', '~'), 'keyboard']
  ])('are own however they come: %s', (_, text, source) => {
    expect(read(text, source)).toEqual({ kind: 'own-label', label: unit })
  })

  it('are not believed with a label number of another form', () => {
    const forged = symbol.replace('ZDS00000042.2', 'ZPICK')
    expect(read(forged).kind).toBe('supplier-label')
    expect(read(symbol.replace('DS00000042.2', 'DS42')).kind).toBe('unreadable')
  })
})

describe('precedence', () => {
  it('puts commands before all else', () => {
    expect(read(']C0ds:done')).toEqual({ kind: 'command', command: { kind: 'done' } })
    expect(read('DS:DONE', 'other', ']C1')).toEqual({ kind: 'command', command: { kind: 'done' } })
    expect(read('DS:[)>\x1e06')).toMatchObject({ kind: 'bad-command' })
    expect(read(`${encodeCommand({ kind: 'quantity', quantity: quantityOf(3) })}\r`)).toMatchObject({ kind: 'command' })
  })

  it('puts the frame of ISO/IEC 15434 before the carrier', () => {
    expect(read(encodeOwnLabel(unit), 'other', ']d2').kind).toBe('own-label')
  })

  it('puts the carrier before the look of the text', () => {
    expect(read('2112345678900', 'other', ']E0')).toMatchObject({ kind: 'gtin', declared: true })
    expect(read('10ABC', 'other', ']C1').kind).toBe('supplier-label')
    expect(read('10ABC', 'other', ']C0')).toEqual({ kind: 'text', text: '10ABC' })
  })
})

/**
 * Whether a value with a data identifier stands between separators, so that nothing was cut out of another field. True
 * of all others, and of messages whose separators are spelled in another way.
 */
function isWholeField(text: string, identifier: string, value: string): boolean {
  if (!/\[\)>\x1e?06\x1d/.test(text) || !/^\d{0,3}[A-Z]$/.test(identifier)) return true
  const pieces = text.split(/[\x1d\x1e\x04]|^[\x01\x02]|\x03$/)
  // The GS after the two digits of a format may be missing.
  return [...pieces, ...pieces.map((piece) => piece.slice(2))].some((piece) => {
    const [all = '', own] = /^0{0,3}(\d{0,3}[A-Z])/.exec(piece.trim()) ?? []
    return own === identifier && piece.trim().slice(all.length).trim() === value
  })
}
