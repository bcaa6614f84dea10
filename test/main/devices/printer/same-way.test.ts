import { expect, it } from 'vitest'
import type { PrinterEntry } from '../../../../src/main/devices/printer/create-printer.ts'
import { bySameWay, isSameWay } from '../../../../src/main/devices/printer/same-way.ts'

const usb = (serial: string) => ({ type: 'usb', serial }) as const
const entry = (id: string, transport: PrinterEntry['transport'], dpi: 203 | 300 = 203): PrinterEntry => ({
  id,
  transport,
  dpi,
  media: { widthMm: 51, heightMm: 25 }
})

it('puts entries together that name one printer, in capitals or not, and keeps virtual ones apart', () => {
  const tcp = (host: string) => ({ type: 'tcp', host, port: 9100 }) as const
  const groups = bySameWay([
    entry('a', usb('D4J0001')),
    entry('b', usb('d4j0001')),
    entry('c', usb('D4J0001'), 300),
    entry('d', tcp('Printer.example')),
    entry('e', tcp('printer.example')),
    entry('f', { type: 'virtual' }),
    entry('g', { type: 'virtual' })
  ])
  expect(groups.map((group) => group.map(({ id }) => id).join(' '))).toEqual(['a b', 'c', 'd e', 'f', 'g'])
})

it('knows a printer that is set up already by the way to it', () => {
  expect(isSameWay(usb('D4J0001'), usb('d4j0001'))).toBe(true)
  expect(isSameWay(usb('D4J0001'), usb('D4J0002'))).toBe(false)
  expect(isSameWay({ type: 'virtual' }, { type: 'virtual' })).toBe(false)
})
