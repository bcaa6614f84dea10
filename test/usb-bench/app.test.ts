import { setTimeout } from 'node:timers/promises'
import { READ_TWICE_MS } from '../../src/core/session/read-twice.ts'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { withDisplay } from '../../scripts/display.ts'
import { supplierLabel } from '../../scripts/drive/supplier-label.ts'
import { openVirtualPrinter } from '../../src/main/devices/printer/virtual/virtual-printer.ts'
import { launchStation } from '../e2e/launch.ts'
import { writeStationConfig } from '../helpers/running-station.ts'
import { importSample } from '../helpers/sample-folder.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { scanUntilAnswered } from './clerk.ts'
import { createHidGadget, HONEYWELL, HONEYWELL_AS_KEYBOARD, NEWLAND } from './gadgets/hid-gadget.ts'
import type { HidGadget } from './gadgets/hid-gadget.ts'
import { createPrinterGadget } from './gadgets/printer-gadget.ts'
import { openJournal } from './journal.ts'
import { openLedger } from './ledger.ts'
import { serialsOn } from './paper.ts'
import { whilePulling } from './pulling-hand.ts'

const MEDIA = { widthMm: 51, heightMm: 25 }
const SERIALS = [1, 2, 3, 4, 5, 6].map((number) => `FC7C-00000${number}`)

/** A question to the page takes seconds here, so that it is asked little and waited for long. */
const SCREEN = { timeout: 240_000 }

/** Six labels, with a look at the paper after every two of them. */
const PRINTING = { timeout: 420_000 }

it('the app prints on USB what is scanned on USB, through pulled cables, and names a scanner in the wrong mode', async () => {
  const folder = join(temporaryFolder(), 'data')
  const paper = join(folder, 'paper')
  const machine = openVirtualPrinter({ media: { ...MEDIA, dpi: 203 }, folder: paper, speedIps: 6 })
  const printer = createPrinterGadget(0, 'D4J0001', machine)
  onTestFinished(async () => {
    await printer.remove()
    await machine.close()
  })
  const left = createHidGadget(1, HONEYWELL, 'H-1')
  const right = createHidGadget(2, NEWLAND, 'N-1')
  const wrong = createHidGadget(3, HONEYWELL_AS_KEYBOARD, 'K-1')
  for (const gadget of [left, right, wrong]) onTestFinished(() => gadget.remove())
  await Promise.all([printer, left, right, wrong].map((gadget) => gadget.plug()))
  writeStationConfig(folder, {
    scanners: [
      { id: 'left', type: 'hid-pos', device: 'H-1' },
      { id: 'right', type: 'hid-pos', device: 'N-1' },
      { id: 'third', type: 'hid-pos', device: 'K-1' }
    ],
    printers: [{ id: 'usb', transport: { type: 'usb', serial: 'D4J0001' }, dpi: 203, media: MEDIA }],
    labels: { unit: 'usb', lot: 'usb', location: 'usb' }
  })
  await importSample(folder)

  await withDisplay(async () => {
    const launched = await launchStation({ dataFolder: folder, timeoutMs: SCREEN.timeout })
    const { app, page } = launched
    const journal = openJournal(folder)
    const ledger = openLedger(folder)
    try {
      await page
        .getByText('Honeywell 3320G acts as a keyboard: scan the set-up code "USB HID POS" from its manual')
        .first()
        .waitFor(SCREEN)
      expect(await left.nextSetReport()).toEqual(Uint8Array.of(254, 1))

      const scans = () => journal.scans()
      const [first = '', ...others] = SERIALS
      const label = supplierLabel('PFC-7700', `1T${'LOT-'.repeat(12)}`, '4LDE', `S${first}`)
      const scanOnce = async (gadget: HidGadget, text: string, aim?: string) => {
        expect(await gadget.scan(text, aim)).toBe(true)
        await expect.poll(() => scans().some((kept) => kept.text === text && kept.isAnswered)).toBe(true)
      }
      await scanOnce(left, 'PO-2026-0417')
      await scanOnce(right, 'FC-7700')
      // Longer than one report, in the layout that counts the identifier among the data.
      await scanOnce(right, label, ']d1')

      const connected = () => left.nextSetReport()
      await whilePulling(left, connected, async () => {
        for (const [index, serial] of others.entries()) {
          if (index % 3 === 2) await scanOnce(right, serial)
          else await scanUntilAnswered(serial, (text) => left.scan(text), scans)
        }
      })
      await scanOnce(right, 'DS:DONE')
      await page.getByLabel('Last scan').getByText('6 pcs received').waitFor(SCREEN)
      const scanNext = async (text: string) => {
        const answered = () => scans().filter(({ isAnswered }) => isAnswered).length
        const before = answered()
        expect(await right.scan(text)).toBe(true)
        await expect.poll(answered).toBeGreaterThan(before)
      }
      // Answers take so long here that labels go out of sight: then somebody looks at the paper, as the screen asks.
      const lookAtPaper = async () => {
        await machine.idle()
        await scanNext('DS:RESUME')
        const last = ledger.inDoubt().findLast((serial) => serialsOn(paper).includes(serial))
        for (const text of last === undefined ? ['DS:DONE', 'DS:DONE'] : [last]) {
          await setTimeout(READ_TWICE_MS)
          await scanNext(text)
        }
      }
      const whatCameOut = async () => {
        if (ledger.inDoubt().length > 0) await lookAtPaper()
        return { serials: serialsOn(paper).toSorted(), inDoubt: ledger.inDoubt() }
      }
      await expect.poll(whatCameOut, PRINTING).toEqual({ serials: SERIALS, inDoubt: [] })

      // Somebody scans the set-up code: it comes back as another device.
      wrong.pull()
      const third = createHidGadget(4, HONEYWELL, 'K-1')
      onTestFinished(() => third.remove())
      await third.plug()
      await page.getByLabel('Devices').getByText('3 scanners are ready').waitFor(SCREEN)

      const kept = scans()
      expect(kept.find(({ text }) => text === label)).toMatchObject({ scanner: 'right', aim: ']d1' })
      expect(kept.filter(({ isAnswered }) => !isAnswered)).toEqual([])
      const program = app.process()
      await launched.close()
      expect(program.exitCode).toBe(0)
    } catch (error) {
      await launched.close()
      throw new Error(`The app said:\n${launched.output()}`, { cause: error })
    } finally {
      ledger.close()
      journal.close()
    }
  })
  // One good label for each unit.
  expect(serialsOn(paper).toSorted()).toEqual(SERIALS)
}, 900_000)
