import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { LabelView } from '../../src/ipc/views.ts'
import { openVirtualPrinter } from '../../src/main/devices/printer/virtual/virtual-printer.ts'
import { importSample } from '../helpers/sample-folder.ts'
import { runStation, writeStationConfig } from '../helpers/running-station.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { createUsbGadget } from './usb-gadget.ts'

const MEDIA = { widthMm: 51, heightMm: 25 }
const SERIALS = [1, 2, 3, 4, 5, 6].map((number) => `FC7C-00000${number}`)

it('prints on USB with evidence, and goes on in the same ledger after the cable was pulled in mid-label', async () => {
  const folder = join(temporaryFolder(), 'data')
  const paper = join(folder, 'paper')
  const machine = openVirtualPrinter({ media: { ...MEDIA, dpi: 203 }, folder: paper, speedIps: 1 })
  const gadget = createUsbGadget(0, 'D4J0001', machine)
  onTestFinished(async () => {
    await gadget.pull()
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
  await machine.idle()

  await gadget.plug()
  await expect.poll(states).toEqual(['printed', 'printed', 'printed', 'printed', 'printed', 'unknown'])
  await machine.idle()

  const evidence = (await labels()).filter(({ state }) => state === 'printed').map((label) => label.evidence)
  expect(new Set(evidence).size).toBe(5)
  for (const words of evidence) expect(words).toMatch(/counter went from \d to \d/)
  const printed = readdirSync(paper)
    .filter((name) => name.endsWith('.zpl'))
    .map((name) => /FC7C-\d+/.exec(name)?.[0])
  // The printer kept its power: what it had taken came out, once.
  expect(printed).toHaveLength(6)
  expect(new Set(printed)).toEqual(new Set(SERIALS))
})
