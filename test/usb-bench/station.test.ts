import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { LabelView } from '../../src/ipc/views.ts'
import { openVirtualPrinter } from '../../src/main/devices/printer/virtual/virtual-printer.ts'
import { importSample } from '../helpers/sample-folder.ts'
import { runStation, writeStationConfig } from '../helpers/running-station.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { createPrinterGadget } from './gadgets/printer-gadget.ts'
import { serialsOn } from './paper.ts'

const MEDIA = { widthMm: 51, heightMm: 25 }
const SERIALS = [1, 2, 3, 4, 5, 6].map((number) => `FC7C-00000${number}`)

it.each([
  ['the kernel’s driver', 'driver'],
  ['libusb', 'nobody']
] as const)(
  'prints on USB by %s with evidence, and goes on in the same ledger after the cable was pulled in mid-label',
  async (_way, taker) => {
    const folder = join(temporaryFolder(), 'data')
    const paper = join(folder, 'paper')
    const machine = openVirtualPrinter({ media: { ...MEDIA, dpi: 203 }, folder: paper, speedIps: 1 })
    const gadget = createPrinterGadget(0, 'D4J0001', machine, taker)
    onTestFinished(async () => {
      await gadget.remove()
      await machine.close()
    })
    await gadget.plug()
    writeStationConfig(folder, {
      printers: [{ id: 'usb', transport: { type: 'usb', serial: 'D4J0001' }, dpi: 203, media: MEDIA }],
      labels: { unit: 'usb', lot: 'usb', location: 'usb' }
    })
    await importSample(folder)
    const { station, scan } = await runStation(folder)
    const labels = async (): Promise<readonly LabelView[]> =>
      (await station.api.labels.list({ search: '', states: [], offset: 0, limit: 100 })).rows
    const states = async (): Promise<readonly string[]> => (await labels()).map(({ state }) => state).sort()
    const printerWords = async (): Promise<string> =>
      (await station.api.station.status({})).devices.find(({ role }) => role === 'printer')?.words ?? ''

    expect(await scan('PO-2026-0417', 'FC-7700', ...SERIALS, 'DS:DONE')).toMatchObject({ sound: 'line-complete' })
    await expect.poll(states).toEqual(expect.arrayContaining(['printed', 'sent']))
    await gadget.pull()
    await expect.poll(printerWords).toMatch(/D4J0001.*(?:unplugged|not there)/)
    await expect.poll(states).toContain('unknown')
    // The printer keeps its power: what it had taken comes out.
    await machine.idle()
    const lastOnPaper = serialsOn(paper).at(-1) ?? ''
    await gadget.plug()
    const found = await scan('DS:RESUME', lastOnPaper)
    const asksForOthers = found.sound === 'accepted'
    expect(asksForOthers ? await scan('DS:PICK:1') : found).toMatchObject({ title: 'usb goes on' })

    await expect.poll(() => serialsOn(paper)).toEqual(SERIALS)
    const undecided = ['queued', 'sending', 'sent', 'unknown']
    await expect.poll(async () => (await states()).filter((state) => undecided.includes(state))).toEqual([])
    await machine.idle()

    const evidence = (await labels()).filter(({ state }) => state === 'printed').map((label) => label.evidence)
    expect(evidence.filter((words) => /counter went from \d to \d/.test(words)).length).toBeGreaterThanOrEqual(3)
    // One good label for each unit, on paper and in the ledger.
    expect(serialsOn(paper)).toEqual(SERIALS)
    const good = (await labels()).filter(({ state }) => state === 'printed' || state === 'verified')
    expect(new Set(good.map(({ serial }) => serial))).toEqual(new Set(SERIALS))
    expect(good).toHaveLength(SERIALS.length)
  }
)
