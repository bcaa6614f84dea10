import { describe, expect, it } from 'vitest'
import type { FoundPrinterView } from '../../../../src/ipc/printer-setup-views.ts'
import { DEFAULT_CONFIG, parseConfig } from '../../../../src/main/config.ts'
import { withPrinter } from '../../../../src/renderer/src/features/settings/printers/with-printer.ts'

const FOUND: FoundPrinterView = {
  transport: { type: 'usb', serial: 'D4J0001' },
  name: 'Zebra Technologies ZTC ZD421-203dpi ZPL',
  facts: [],
  dpi: null,
  usedAs: null,
  problem: null
}

describe('a printer that was found', () => {
  it('goes into the settings under a name of its own, and the station takes them', () => {
    const first = withPrinter(DEFAULT_CONFIG, FOUND)
    const second = withPrinter(first.changed, { ...FOUND, dpi: 300 })
    expect([first.id, second.id]).toEqual(['zd421', 'zd421-2'])
    const reading = parseConfig(second.changed)
    expect(reading.ok && reading.config.printers.map(({ id, dpi }) => `${id} ${dpi}`)).toEqual([
      'virtual 203',
      'zd421 203',
      'zd421-2 300'
    ])
  })

  it('has a name whatever it calls itself', () => {
    for (const name of ['', '###', 'Größe', 'x'.repeat(300), '-1-']) {
      expect(parseConfig(withPrinter(DEFAULT_CONFIG, { ...FOUND, name }).changed).ok).toBe(true)
    }
  })
})
