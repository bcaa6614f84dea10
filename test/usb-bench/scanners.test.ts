import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { supplierLabel } from '../../scripts/drive/supplier-label.ts'
import type { Station } from '../../src/main/station.ts'
import { runStation, writeStationConfig } from '../helpers/running-station.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { scanUntilAnswered } from './clerk.ts'
import type { TriggerPull } from './clerk.ts'
import { createHidGadget, HONEYWELL, HONEYWELL_AS_KEYBOARD, NEWLAND, UNKNOWN_MAKER } from './gadgets/hid-gadget.ts'
import type { HidGadget, HidKind } from './gadgets/hid-gadget.ts'
import { createSerialGadget } from './gadgets/serial-gadget.ts'
import { openJournal } from './journal.ts'
import { whilePulling } from './pulling-hand.ts'

function hidGadget(port: number, kind: HidKind, serial: string): HidGadget {
  const gadget = createHidGadget(port, kind, serial)
  onTestFinished(() => gadget.remove())
  return gadget
}

async function runWith(scanners: readonly object[]) {
  const folder = join(temporaryFolder(), 'data')
  writeStationConfig(folder, { scanners })
  const { station } = await runStation(folder)
  const journal = openJournal(folder)
  onTestFinished(() => journal.close())
  return { station, scans: () => journal.scans() }
}

async function wordsOf(station: Station, id: string): Promise<string> {
  const { devices } = await station.api.station.status({})
  return devices.find((device) => device.id === id)?.words ?? ''
}

it('reads both layouts, codes over several reports and serial ports, of several scanners at once', async () => {
  const honeywell = hidGadget(1, HONEYWELL, 'H-1')
  const newland = hidGadget(2, NEWLAND, 'N-1')
  const unknown = hidGadget(3, UNKNOWN_MAKER, 'A-1')
  const cradle = createSerialGadget(4, 'Z-1')
  onTestFinished(() => cradle.remove())
  await Promise.all([honeywell.plug(), newland.plug(), unknown.plug(), cradle.plug()])
  const { station, scans } = await runWith([
    { id: 'left', type: 'hid-pos', device: 'H-1' },
    { id: 'right', type: 'hid-pos', device: '1eab:0d10' },
    { id: 'other', type: 'hid-pos' },
    { id: 'cradle', type: 'serial', device: 'Z-1' }
  ])
  // Scans of this maker come only when this is set; it lies in a collection of its own.
  expect(await honeywell.nextSetReport()).toEqual(Uint8Array.of(254, 1))
  await expect.poll(() => wordsOf(station, 'left')).toBe('Connected: Honeywell 3320G')
  await expect.poll(() => wordsOf(station, 'right')).toBe('Connected: Newland EM2028')
  await expect.poll(() => wordsOf(station, 'other')).toBe('Connected: Acme Scanner')
  await expect.poll(() => wordsOf(station, 'cradle')).toMatch(/^Connected: Zebra DS4608 on \/dev\/ttyACM\d$/)

  const codes = [
    [']C0', 'NOT-A-PART'],
    [']d2', '010950600013435210ABC123\x1d21SER-9'],
    [']d1', supplierLabel('PBOLT-M8', `1T${'LOT'.repeat(40)}`, 'Q12', '4LDE')],
    [']Q1', 'x'.repeat(56)],
    [']Q1', 'x'.repeat(57)]
  ] as const
  const inLatin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
  await Promise.all([
    ...[honeywell, newland, unknown].map(async (gadget) => {
      for (const [aim, text] of codes) expect(await gadget.scan(text, aim)).toBe(true)
    }),
    (async () => {
      for (const [aim, text] of codes) await cradle.send(inLatin1(`${aim}${text}\r\n`))
    })()
  ])
  // Answers to commands are no scans, and are written down as what they are.
  const answers = ['Product Name: N/A\r\n', 'BEPLVL1.'] as const
  await honeywell.scan(answers[0], ']X0')
  await honeywell.scan(answers[1], ']Z6')
  await honeywell.scan('END')

  await expect.poll(() => scans().at(-1)?.text).toBe('END')
  await expect
    .poll(() => scans().filter(({ isAnswered }) => isAnswered))
    .toHaveLength(4 * codes.length + answers.length + 1)
  const keptOf = (id: string) =>
    scans().flatMap(({ scanner, aim, text }) => (scanner === id && text !== 'END' ? [[aim, text]] : []))
  for (const id of ['right', 'other', 'cradle']) expect(keptOf(id)).toEqual(codes)
  expect(keptOf('left')).toEqual([...codes, ...answers.map((text) => [null, text])])
})

it('loses nothing that was answered and doubles nothing while scanners are pulled and plugged in', async () => {
  const pulled = hidGadget(1, HONEYWELL, 'H-1')
  const steady = hidGadget(2, NEWLAND, 'N-1')
  await Promise.all([pulled.plug(), steady.plug()])
  const { station, scans } = await runWith([
    { id: 'pulled', type: 'hid-pos', device: 'H-1' },
    { id: 'steady', type: 'hid-pos', device: 'N-1' }
  ])
  await expect.poll(() => wordsOf(station, 'steady')).toMatch(/^Connected/)

  // Every third code is longer than one report, so that the cable goes between two of them as well.
  const codes = Array.from({ length: 12 }, (_, index) => `P-${index}-${'x'.repeat(index % 3 === 0 ? 100 : 4)}-END`)
  const others = Array.from({ length: 60 }, (_, index) => `S-${index}`)
  const triggers: TriggerPull[] = []
  // Set by the station as soon as it has the device open.
  const connected = () => pulled.nextSetReport()
  await connected()
  const pulls = await whilePulling(pulled, connected, async () => {
    await Promise.all([
      (async () => {
        for (const text of codes) triggers.push(await scanUntilAnswered(text, (code) => pulled.scan(code), scans))
      })(),
      (async () => {
        for (const text of others) expect(await steady.scan(text)).toBe(true)
      })()
    ])
  })
  expect(pulls).toBeGreaterThanOrEqual(3)

  await expect.poll(() => scans().filter(({ isAnswered }) => !isAnswered)).toEqual([])
  const kept = scans()
  for (const { text, taken } of triggers) {
    const times = kept.filter((scan) => scan.text === text).length
    expect(times, text).toBeGreaterThanOrEqual(1)
    expect(times, text).toBeLessThanOrEqual(taken)
  }
  // Whatever came cut off was told as such, and is no code.
  const cut = kept.filter(({ scanner, text }) => scanner === 'pulled' && !codes.includes(text))
  for (const { outcome } of cut) expect(outcome).toContain('did not arrive whole')
  // The other scanner felt nothing of it.
  await expect.poll(() => scans().flatMap(({ scanner, text }) => (scanner === 'steady' ? [text] : []))).toEqual(others)
})

it('names a scanner that types like a keyboard, and takes it once it is set right', async () => {
  const wrong = hidGadget(1, HONEYWELL_AS_KEYBOARD, 'H-1')
  await wrong.plug()
  const { station, scans } = await runWith([{ id: 'gun', type: 'hid-pos' }])
  await expect
    .poll(() => wordsOf(station, 'gun'))
    .toBe('Honeywell 3320G acts as a keyboard: scan the set-up code "USB HID POS" from its manual')
  wrong.pull()
  const right = hidGadget(2, HONEYWELL, 'H-1')
  await right.plug()
  await expect.poll(() => wordsOf(station, 'gun')).toBe('Connected: Honeywell 3320G')
  await right.scan('SN-1')
  await expect.poll(() => scans().map(({ text }) => text)).toEqual(['SN-1'])
})
