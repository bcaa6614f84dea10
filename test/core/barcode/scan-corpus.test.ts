import { describe, expect, it } from 'vitest'
import { interpretScan } from '../../../src/core/barcode/interpret.ts'
import { readingsOf } from '../../../src/core/barcode/reading.ts'
import type { CertainReading, Reading, ReadingContext } from '../../../src/core/barcode/reading.ts'
import type { Sourced, SupplierLabel } from '../../../src/core/barcode/supplier-label.ts'
import type { Day } from '../../../src/core/clock.ts'
import { formatQuantity } from '../../../src/core/quantity.ts'
import { distributorScans } from '../../fixtures/scans/distributors.ts'
import { gs1Samples } from '../../fixtures/scans/gs1-samples.ts'
import { gs1Scans } from '../../fixtures/scans/gs1.ts'
import { iso15434Scans } from '../../fixtures/scans/iso15434.ts'
import { plainScans } from '../../fixtures/scans/plain.ts'
import type { ExpectedLabel, ScanCase } from '../../fixtures/scans/scan-case.ts'
import { vendorSamples } from '../../fixtures/scans/vendor-samples.ts'
import { vendorScans } from '../../fixtures/scans/vendor.ts'

const context: ReadingContext = { today: '2026-11-23' as Day }

function read({ text, aim, source }: ScanCase): Reading {
  return interpretScan({ text, aim: aim ?? null, source: source ?? 'other' }, context)
}

/** Notes a label down as {@link ExpectedLabel} does. */
function noteDown(label: SupplierLabel): ExpectedLabel {
  const values = (list: readonly Sourced<string>[]) => (list.length === 0 ? undefined : list.map(({ value }) => value))
  const note = {
    source: label.source,
    fields: label.fields.map(({ identifier, value }) => `${identifier}=${value}`),
    partNumbers: values(label.partNumbers),
    serials: values(label.serials),
    lot: label.lot?.value,
    supplierLot: label.supplierLot?.value,
    quantity: label.quantity === null ? undefined : formatQuantity(label.quantity.value),
    unit: label.unit?.value,
    expiry: label.expiry?.value,
    bestBefore: label.bestBefore?.value,
    productionDate: label.productionDate?.value,
    dateCodes: values(label.dateCodes),
    orders: values(label.orders),
    orderLine: label.orderLine?.value,
    packages: values(label.packages),
    origin: label.origin?.value,
    warnings: label.warnings.length === 0 ? undefined : label.warnings.map(({ kind }) => kind)
  }
  return Object.fromEntries(Object.entries(note).filter(([, value]) => value !== undefined)) as unknown as ExpectedLabel
}

function noteDownText(reading: Reading): unknown {
  if (reading.kind !== 'text') return reading
  const { text, field } = reading
  return field === undefined ? { text } : { text, field: `${field.identifier}=${field.value}` }
}

function labelsOf(readings: readonly CertainReading[]): ExpectedLabel[] {
  return readings.flatMap((reading) => (reading.kind === 'supplier-label' ? [noteDown(reading.label)] : []))
}

describe.each([
  ['ISO/IEC 15434', [...iso15434Scans, ...distributorScans]],
  ['GS1', [...gs1Scans, ...gs1Samples]],
  ['formats of suppliers', [...vendorScans, ...vendorSamples]],
  ['plain text', plainScans]
])('scans: %s', (_, cases) => {
  it.each(cases)('$name', (scan) => {
    const { expected } = scan
    const reading = read(scan)
    if ('label' in expected)
      expect([reading.kind, labelsOf([...readingsOf(reading)])]).toEqual(['supplier-label', [expected.label]])
    else if ('labels' in expected) {
      expect([reading.kind, labelsOf(readingsOf(reading))]).toEqual(['ambiguous', expected.labels])
    } else if ('gtin' in expected) expect(reading).toMatchObject({ kind: 'gtin', ...expected })
    else if ('text' in expected) expect(noteDownText(reading)).toEqual(expected)
    else
      expect(reading).toMatchObject({
        kind: 'unreadable',
        reason: expect.stringMatching(expected.unreadable) as string
      })
  })
})

describe('scans', () => {
  it('offers the text beside an item that may be a serial', () => {
    const reading = interpretScan({ text: '0109506000134352', aim: null, source: 'other' }, context)
    expect(readingsOf(reading).at(-1)).toEqual({ kind: 'text', text: '0109506000134352' })
  })

  it('leaves stand-ins alone that did not come from a keyboard', () => {
    const reading = interpretScan({ text: 'A\u241dB', aim: null, source: 'other' }, context)
    expect(reading).toEqual({ kind: 'text', text: 'A\u241dB' })
  })

  it('says of each value which identifier it comes from', () => {
    const [scan] = iso15434Scans
    const reading = scan && read(scan)
    expect(reading).toMatchObject({
      label: {
        partNumbers: [
          { value: '596-777A1-ND', identifier: 'P', meaning: 'part-number' },
          { value: 'XAF4444', identifier: '1P', meaning: 'supplier-part-number' }
        ],
        supplierLot: { value: 'BF1103', identifier: '1T' },
        quantity: { identifier: 'Q' }
      }
    })
  })
})
