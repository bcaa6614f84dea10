import fc from 'fast-check'
import { addDays, parseDay } from '../../src/core/clock.ts'
import type { Day } from '../../src/core/clock.ts'
import { codeProblem } from '../../src/core/code.ts'
import { MAX_QUANTITY, quantityOf } from '../../src/core/quantity.ts'
import type { Quantity } from '../../src/core/quantity.ts'
import type { CommandLabel, LabelContent, LocationLabel, LotLabel, UnitLabel } from '../../src/labels/content.ts'
import { LOT_LABEL_MM, UNIT_LABEL_MM } from '../../src/labels/media.ts'
import type { Dpi, Media } from '../../src/labels/media.ts'

export const ALL_DPI: readonly Dpi[] = [203, 300, 600]

export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === undefined) throw new Error(`${text} is no day`)
  return parsed
}

export const unit: UnitLabel = {
  kind: 'unit',
  label: 'DS00000042',
  copy: 1,
  partNumber: 'PUMP-100',
  revision: 'B',
  description: 'Dosing pump 24 V DC, 2 l/h, PVDF',
  serial: 'SN26-000123',
  lot: null,
  receivedOn: day('2026-11-23'),
  order: 'PO-4711'
}

export const lot: LotLabel = {
  kind: 'lot',
  label: 'DS00000043',
  copy: 2,
  partNumber: 'RES-0603-10K',
  revision: null,
  description: 'Resistor 10 kΩ 1 % 0603, 100 mW, thick film',
  lot: 'LOT-2026-0123',
  supplierLot: 'QJ13P',
  quantity: quantityOf(5000),
  unit: 'pcs',
  receivedOn: day('2026-11-23'),
  expiry: day('2028-11-30'),
  order: 'PO-4711'
}

export const location: LocationLabel = {
  kind: 'location',
  label: 'DS00000044',
  copy: 1,
  code: 'A-01',
  description: 'Rack A, bay 1'
}

export const command: CommandLabel = {
  kind: 'command',
  label: 'DS00000045',
  copy: 1,
  title: 'Line is done',
  code: 'DS:DONE'
}

/** The labels that a station is set up with. */
export function usualMedia(content: LabelContent, dpi: Dpi): Media {
  return { ...(content.kind === 'lot' ? LOT_LABEL_MM : UNIT_LABEL_MM), dpi }
}

/** Any code, short ones more often than long ones. */
export const anyCode: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 14 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 48 }) },
    { weight: 1, arbitrary: fc.stringMatching(/^\d{1,48}$/) },
    { weight: 1, arbitrary: fc.stringMatching(/^[A-Z]{2}\d{2}-\d{4,10}$/) }
  )
  .filter((text) => codeProblem(text) === undefined)

const anyText = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 600 })
)
const anyDay = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays(day('2000-01-01'), days))
const anyCopy = fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 999 }))
const anyLabelNumber = fc.integer({ min: 0, max: 99_999_999 }).map((number) => `DS${String(number).padStart(8, '0')}`)

const labelPart = { label: anyLabelNumber, copy: anyCopy }
const partPart = { partNumber: anyCode, revision: fc.option(anyText), description: anyText }

export const anyUnit: fc.Arbitrary<UnitLabel> = fc.record({
  kind: fc.constant('unit' as const),
  ...labelPart,
  ...partPart,
  serial: anyCode,
  lot: fc.option(anyCode),
  receivedOn: anyDay,
  order: fc.option(anyText)
})

export const anyLot: fc.Arbitrary<LotLabel> = fc.record({
  kind: fc.constant('lot' as const),
  ...labelPart,
  ...partPart,
  lot: anyCode,
  supplierLot: fc.option(anyText),
  quantity: fc.integer({ min: 1, max: MAX_QUANTITY }).map((millionths) => millionths as Quantity),
  unit: anyText,
  receivedOn: anyDay,
  expiry: fc.option(anyDay),
  order: fc.option(anyText)
})

const anyLocation: fc.Arbitrary<LocationLabel> = fc.record({
  kind: fc.constant('location' as const),
  ...labelPart,
  code: anyCode,
  description: anyText
})

const anyCommand: fc.Arbitrary<CommandLabel> = fc.record({
  kind: fc.constant('command' as const),
  ...labelPart,
  title: anyText,
  code: fc.oneof(
    anyCode,
    anyCode.map((code) => `DS:ORDER:${code}`)
  )
})

export const anyContent: fc.Arbitrary<LabelContent> = fc.oneof(anyUnit, anyLot, anyLocation, anyCommand)
