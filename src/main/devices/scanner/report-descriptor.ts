import type { ReportLayout } from './report-layout.ts'

/** Usages as page and id in one number. */
const BYTE_COUNT = 0x01_003b
/** Symbology identifier 1, 2 and 3. */
const SYMBOLOGY = [0x8c_00fb, 0x8c_00fc, 0x8c_00fd]
const DECODED_DATA = 0x8c_00fe
const DATA_CONTINUED = 0x8c_00ff

/** The item types of the HID specification 1.11, section 6.2.2, without their size bits. */
const INPUT = 0x80
const USAGE_PAGE = 0x04
const REPORT_SIZE = 0x74
const REPORT_ID = 0x84
const REPORT_COUNT = 0x94
const PUSH = 0xa4
const POP = 0xb4
const USAGE = 0x08
const USAGE_MINIMUM = 0x18
const USAGE_MAXIMUM = 0x28
const MAIN_TYPE_MASK = 0x0c
const LONG_ITEM = 0xfe

interface Field {
  readonly usage: number
  readonly reportId: number
  readonly bitAt: number
  readonly bits: number
}

interface Globals {
  readonly usagePage: number
  readonly bits: number
  readonly count: number
  readonly reportId: number
}

/**
 * Finds where the scanned data report holds what, from the device's own description of it.
 *
 * Null when the descriptor has no such report, or one whose parts do not lie on whole bytes.
 */
export function layoutOfDescriptor(descriptor: Uint8Array): ReportLayout | null {
  const fields = inputFieldsOf(descriptor)
  const data = fields.filter(({ usage }) => usage === DECODED_DATA)
  const [first] = data
  if (!first) return null
  const find = (usage: number) => fields.find((field) => field.usage === usage && field.reportId === first.reportId)
  const length = find(BYTE_COUNT)
  const continued = find(DATA_CONTINUED)
  if (!length || !continued || ![...data, length].every(isByte)) return null

  const identifier = fields.filter(({ usage, reportId }) => SYMBOLOGY.includes(usage) && reportId === first.reportId)
  const aimAt = byteOf(identifier[0])
  const isWhole = identifier.length === SYMBOLOGY.length
  const hasAim = aimAt !== null && isWhole && identifier.every((field, index) => byteOf(field) === aimAt + index)
  return {
    reportId: first.reportId === 0 ? null : first.reportId,
    lengthAt: length.bitAt / 8,
    aimAt: hasAim ? aimAt : null,
    dataAt: first.bitAt / 8,
    capacity: data.filter(({ reportId }) => reportId === first.reportId).length,
    continued: { at: Math.floor(continued.bitAt / 8), mask: 1 << (continued.bitAt % 8) }
  }
}

function isByte({ bitAt, bits }: Field): boolean {
  return bits === 8 && bitAt % 8 === 0
}

function byteOf(field: Field | undefined): number | null {
  return field && isByte(field) ? field.bitAt / 8 : null
}

function inputFieldsOf(descriptor: Uint8Array): readonly Field[] {
  const fields: Field[] = []
  const lengths = new Map<number, number>()
  const saved: Globals[] = []
  let globals: Globals = { usagePage: 0, bits: 0, count: 0, reportId: 0 }
  let usages: number[] = []
  let usageMinimum = 0

  const usageOf = (value: number, size: number) => (size === 4 ? value : globals.usagePage * 0x1_0000 + value)

  function addFields(): void {
    const { reportId, bits, count } = globals
    let bitAt = lengths.get(reportId) ?? (reportId === 0 ? 0 : 8)
    for (let index = 0; index < count; index += 1) {
      // The last usage stands for all further fields (section 6.2.2.8).
      fields.push({ usage: usages[index] ?? usages.at(-1) ?? 0, reportId, bitAt, bits })
      bitAt += bits
    }
    lengths.set(reportId, bitAt)
  }

  for (const { tag, value, size } of itemsOf(descriptor)) {
    if (tag === USAGE_PAGE) globals = { ...globals, usagePage: value }
    else if (tag === REPORT_SIZE) globals = { ...globals, bits: value }
    else if (tag === REPORT_COUNT) globals = { ...globals, count: Math.min(value, 4096) }
    else if (tag === REPORT_ID) globals = { ...globals, reportId: value }
    else if (tag === PUSH) saved.push(globals)
    else if (tag === POP) globals = saved.pop() ?? globals
    else if (tag === USAGE) usages.push(usageOf(value, size))
    else if (tag === USAGE_MINIMUM) usageMinimum = usageOf(value, size)
    else if (tag === USAGE_MAXIMUM) {
      const last = Math.min(usageOf(value, size), usageMinimum + 4096)
      for (let usage = usageMinimum; usage <= last; usage += 1) usages.push(usage)
    } else if (tag === INPUT) addFields()
    if ((tag & MAIN_TYPE_MASK) === 0) usages = []
  }
  return fields
}

interface Item {
  readonly tag: number
  readonly value: number
  readonly size: number
}

function* itemsOf(descriptor: Uint8Array): Generator<Item> {
  let at = 0
  while (at < descriptor.length) {
    const prefix = descriptor[at] ?? 0
    if (prefix === LONG_ITEM) {
      at += 3 + (descriptor[at + 1] ?? 0)
      continue
    }
    const size = (prefix & 3) === 3 ? 4 : prefix & 3
    let value = 0
    for (let index = size; index > 0; index -= 1) value = value * 256 + (descriptor[at + index] ?? 0)
    yield { tag: prefix & 0xfc, value, size }
    at += 1 + size
  }
}
