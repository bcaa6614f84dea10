import { describe, expect, it } from 'vitest'
import type { HidInfo } from '../../../../src/main/devices/hid/port.ts'
import { createHidPosScanner, createHidWatcher } from '../../../../src/main/devices/scanner/hid-pos.ts'
import type { HidPosScannerSettings } from '../../../../src/main/devices/scanner/hid-pos.ts'
import { CONTINUATION_MS, REST_MS } from '../../../../src/main/devices/scanner/reports.ts'
import { describeScannerState } from '../../../../src/main/devices/scanner/scanner.ts'
import type { Scanner } from '../../../../src/main/devices/scanner/scanner.ts'
import { LOOK_EVERY_MS } from '../../../../src/main/devices/scanner/watcher.ts'
import { createFakeHid } from '../../../fakes/fake-hid.ts'
import { createFakeTime } from '../../../fakes/fake-time.ts'
import {
  DESCRIPTOR_WITH_AIM,
  DESCRIPTOR_WITHOUT_AIM,
  reportOfHex,
  reportsWithAim,
  reportsWithoutAim
} from '../../../fakes/hid-reports.ts'
import { record } from './recorded.ts'

const HONEYWELL: Partial<HidInfo> = { vendorId: 0x0c2e, productId: 0x0b87, product: '3320G', serialNumber: 'H-1' }
const NEWLAND: Partial<HidInfo> = { vendorId: 0x1eab, productId: 0x0d10, product: 'EM2028', serialNumber: 'N-1' }
const KEYBOARD = { usagePage: 0x01, usage: 0x06 }

const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

/** Lets everything happen that waits for nothing but its turn. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

function openBench() {
  const hid = createFakeHid()
  const time = createFakeTime()
  const watcher = createHidWatcher(hid, time)
  return {
    hid,
    time,
    add: (settings: Partial<HidPosScannerSettings> = {}) =>
      createHidPosScanner({ id: 'gun', clock: time, timers: time, watcher, ...settings }),
    look: async () => {
      await settle()
      time.advance(LOOK_EVERY_MS)
      await settle()
    },
    scan: (path: string, text: string, aim = ']C0') => {
      for (const report of reportsWithAim(aim, latin1(text))) hid.send(path, report)
    }
  }
}

const stateText = (scanner: Scanner) => describeScannerState(scanner.state())

describe('HID POS scanner', () => {
  it('waits for a device, takes the one that is plugged in and hands its scans on', async () => {
    const { hid, time, add, look, scan } = openBench()
    const scanner = add()
    const said = record(scanner)
    await settle()
    expect(stateText(scanner)).toBe('Waiting for the scanner: plug it in')
    hid.plug('hidraw0', HONEYWELL)
    await look()
    expect(stateText(scanner)).toBe('Connected: Honeywell 3320G')
    scan('hidraw0', '010950600013435210ABC123\x1d21SER-9', ']d2')
    expect(said.scans).toEqual([
      {
        scannerId: 'gun',
        device: expect.stringMatching(/^Honeywell 3320G/),
        aim: ']d2',
        bytes: latin1('010950600013435210ABC123\x1d21SER-9'),
        at: time.now()
      }
    ])
  })

  it('takes the identifier off that a scanner sends as data', async () => {
    const { hid, add } = openBench()
    hid.plug('hidraw0', NEWLAND)
    const said = record(add())
    await settle()
    for (const report of reportsWithoutAim(latin1(`]C1${'x'.repeat(80)}\r`))) hid.send('hidraw0', report)
    expect(said.texts()).toEqual([`]C1${'x'.repeat(80)}`])
    expect(said.scans[0]?.aim).toBe(']C1')
  })

  it('takes the identifier off that a scanner sends twice', async () => {
    const { hid, add, scan } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const said = record(add())
    await settle()
    scan('hidraw0', ']C1SN-1', ']C1')
    expect(said.scans).toMatchObject([{ aim: ']C1', bytes: latin1('SN-1') }])
  })

  it('reads reports as the device describes them, where its maker is not known', async () => {
    const { hid, add } = openBench()
    const descriptor = Buffer.from(
      '058c0902a1010912a10285071500' +
        '26ff0075089501050109' +
        '3b8102058c953809fe820201' +
        '1500250175019501' +
        '09ff81029507' +
        '8103c0c0',
      'hex'
    )
    hid.plug('hidraw0', {}, Uint8Array.from(descriptor))
    const said = record(add())
    await settle()
    hid.send('hidraw0', Uint8Array.from([7, 4, ...latin1('SN-1'), ...new Uint8Array(53)]))
    expect(said.texts()).toEqual(['SN-1'])
  })

  it('reads reports as the device describes them, whatever its maker’s other models send', async () => {
    const { hid, add, scan } = openBench()
    hid.plug('hidraw0', NEWLAND, DESCRIPTOR_WITH_AIM)
    hid.plug('hidraw1', HONEYWELL, DESCRIPTOR_WITHOUT_AIM)
    const said = record(add())
    await settle()
    scan('hidraw0', 'LOT-2026-0123', ']C1')
    for (const report of reportsWithoutAim(latin1('LOT-2026-0123'))) hid.send('hidraw1', report)
    expect(said.texts()).toEqual([']C1LOT-2026-0123', 'LOT-2026-0123'])
  })

  it('reads reports of another number where nothing describes them, and no other report of the device', async () => {
    const { hid, add } = openBench()
    hid.plug('hidraw0')
    const said = record(add())
    await settle()
    const text = 'x'.repeat(60)
    hid.send('hidraw0', Uint8Array.of(3, 1, 87))
    hid.send('hidraw0', reportOfHex('03 01 57 00 01'))
    hid.send('hidraw0', reportOfHex(`01 04 ${Buffer.from('SN-1').toString('hex')}`))
    hid.send('hidraw0', reportOfHex(`01 3C ${Buffer.from(text).toString('hex')}`))
    expect(said.texts()).toEqual(['SN-1', text])
    expect(said.faults).toEqual([])
  })

  it('switches the reports of makers on that need it, and does without where the device refuses', async () => {
    const { hid, add, look, scan } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    hid.plug('hidraw1')
    const said = record(add())
    await settle()
    expect(hid.features('hidraw0')).toEqual([Uint8Array.of(254, 1)])
    expect(hid.features('hidraw1')).toEqual([])
    hid.pull('hidraw0')
    hid.plug('hidraw0', HONEYWELL)
    hid.refuseFeatures('hidraw0')
    await look()
    scan('hidraw0', 'SN-1')
    expect(said.texts()).toEqual([']C0SN-1'])
  })

  it('takes no answer of the scanner for a scan, and leaves none without a word', async () => {
    const { hid, add, scan } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const said = record(add())
    await settle()
    scan('hidraw0', `Product Name: ${'x'.repeat(100)}\r\n`, ']X0')
    scan('hidraw0', 'BEPLVL1.', ']Z6')
    scan('hidraw0', 'SN-1')
    expect(said.texts()).toEqual([']C0SN-1'])
    expect(said.faults).toMatchObject([{ kind: 'answer' }, { kind: 'answer', bytes: latin1('BEPLVL1.') }])
  })

  it('finds the scanner again that was pulled and plugged in, whatever path it has then', async () => {
    const { hid, add, look, scan } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const scanner = add()
    const said = record(scanner)
    await settle()
    scan('hidraw0', 'SN-1')
    hid.pull('hidraw0')
    expect(scanner.state()).toEqual({ kind: 'waiting' })
    hid.plug('hidraw1', HONEYWELL)
    await look()
    scan('hidraw1', 'SN-2')
    hid.pull('hidraw1')
    hid.plug('hidraw1', HONEYWELL)
    await look()
    scan('hidraw1', 'SN-3')
    expect(said.texts()).toEqual([']C0SN-1', ']C0SN-2', ']C0SN-3'])
    expect(said.states.map(({ kind }) => kind)).toEqual(['connected', 'waiting', 'connected', 'waiting', 'connected'])
  })

  it('notices a device that went without a word', async () => {
    const { hid, add, look } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const scanner = add()
    await settle()
    hid.vanish('hidraw0')
    await look()
    expect(scanner.state()).toEqual({ kind: 'waiting' })
  })

  it('is not kept waiting for the rest of a code by other reports', async () => {
    const { hid, time, add } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const said = record(add())
    await settle()
    const [first] = reportsWithAim(']C0', latin1('x'.repeat(60)))
    hid.send('hidraw0', first ?? new Uint8Array())
    time.advance(CONTINUATION_MS - 10)
    hid.send('hidraw0', Uint8Array.of(9, 1, 1))
    time.advance(10)
    expect(said.faults).toMatchObject([{ kind: 'incomplete' }])
  })

  it('tells a code as a fault whose rest never came, because of time or because of a pull', async () => {
    const { hid, time, add } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const said = record(add())
    await settle()
    const [first] = reportsWithAim(']C0', latin1('x'.repeat(60)))
    hid.send('hidraw0', first ?? new Uint8Array())
    time.advance(CONTINUATION_MS - 1)
    expect(said.faults).toEqual([])
    time.advance(1)
    hid.send('hidraw0', first ?? new Uint8Array())
    hid.pull('hidraw0')
    expect(said.faults).toMatchObject([{ kind: 'incomplete', bytes: latin1('x'.repeat(56)) }, { kind: 'incomplete' }])
    expect(said.scans).toEqual([])
    expect(time.waiting()).toBe(1)
  })

  it('never takes the late rest of a code for a code', async () => {
    const { hid, time, add, scan } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const said = record(add())
    await settle()
    for (const report of reportsWithAim(']C0', latin1('x'.repeat(150)))) {
      hid.send('hidraw0', report)
      time.advance(CONTINUATION_MS + 100)
    }
    expect(said.scans).toEqual([])
    expect(said.faults.map(({ kind }) => kind)).toEqual(['incomplete', 'incomplete', 'incomplete'])
    scan('hidraw0', 'SN-1')
    time.advance(5000)
    const [first] = reportsWithAim(']C0', latin1('x'.repeat(60)))
    hid.send('hidraw0', first ?? new Uint8Array())
    time.advance(CONTINUATION_MS + REST_MS)
    scan('hidraw0', 'SN-2')
    expect(said.texts()).toEqual([']C0SN-1', ']C0SN-2'])
  })

  it('goes on doubting a late rest that takes longer than the doubt', async () => {
    const { hid, time, add } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const said = record(add())
    await settle()
    const [first, second, third] = reportsWithAim(']C0', latin1('x'.repeat(150)))
    hid.send('hidraw0', first ?? new Uint8Array())
    time.advance(CONTINUATION_MS + REST_MS - 100)
    hid.send('hidraw0', second ?? new Uint8Array())
    time.advance(200)
    hid.send('hidraw0', third ?? new Uint8Array())
    expect(said.scans).toEqual([])
    expect(said.faults.map(({ kind }) => kind)).toEqual(['incomplete', 'incomplete'])
  })

  it('waits for the rest of a code that lies ready while the process is busy', async () => {
    const { hid, time, add } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const said = record(add())
    await settle()
    const [first, second] = reportsWithAim(']C0', latin1('x'.repeat(60)))
    hid.send('hidraw0', first ?? new Uint8Array())
    time.stall(2000)
    time.advance(0)
    hid.send('hidraw0', second ?? new Uint8Array())
    expect(said.texts()).toEqual([`]C0${'x'.repeat(60)}`])
    expect(said.faults).toEqual([])
  })

  it('loses no scan that comes while the device is being opened', async () => {
    const { hid, add, scan } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const letGo = hid.holdOpenings()
    const said = record(add())
    await settle()
    hid.whenOpened(() => scan('hidraw0', 'SN-1'))
    letGo()
    await settle()
    expect(said.texts()).toEqual([']C0SN-1'])
  })

  it('bears a device that is pulled while it is being opened', async () => {
    const { hid, add, look } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const letGo = hid.holdOpenings()
    const scanner = add()
    await settle()
    hid.pull('hidraw0')
    letGo()
    await settle()
    expect(scanner.state()).toEqual({ kind: 'waiting' })
    hid.plug('hidraw0', HONEYWELL)
    await look()
    expect(scanner.state().kind).toBe('connected')
  })

  it('serves several devices at once as one scanner, each with its own codes', async () => {
    const { hid, add, scan } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    hid.plug('hidraw1', { ...HONEYWELL, serialNumber: 'H-2', product: '1900G' })
    const scanner = add()
    const said = record(scanner)
    await settle()
    expect(stateText(scanner)).toBe('Connected: Honeywell 3320G, Honeywell 1900G')
    const [first, second] = reportsWithAim(']C0', latin1('x'.repeat(60)))
    hid.send('hidraw0', first ?? new Uint8Array())
    scan('hidraw1', 'SN-1')
    hid.send('hidraw0', second ?? new Uint8Array())
    expect(said.texts()).toEqual([']C0SN-1', `]C0${'x'.repeat(60)}`])
  })

  it('gives each scanner of the settings the device that it names, and the others one each', async () => {
    const { hid, add, scan, look } = openBench()
    for (const number of [1, 2, 3]) hid.plug(`hidraw${number}`, { ...HONEYWELL, serialNumber: `H-${number}` })
    const [left, named, right] = [add({ id: 'left' }), add({ id: 'named', device: 'H-1' }), add({ id: 'right' })]
    const said = [left, named, right].map(record)
    await look()
    for (const number of [1, 2, 3]) scan(`hidraw${number}`, `SN-${number}`)
    expect(said[1]?.texts()).toEqual([']C0SN-1'])
    expect([...(said[0]?.texts() ?? []), ...(said[2]?.texts() ?? [])].sort()).toEqual([']C0SN-2', ']C0SN-3'])
    expect([said[0]?.scans.length, said[2]?.scans.length]).toEqual([1, 1])
  })

  it('shares devices out among scanners that name the same model, or the same serial number', async () => {
    const { hid, add, scan, look } = openBench()
    for (const number of [1, 2]) hid.plug(`hidraw${number}`, { ...HONEYWELL, serialNumber: `H-${number}` })
    for (const number of [3, 4]) hid.plug(`hidraw${number}`, { ...NEWLAND, serialNumber: '0000' })
    const model = [add({ id: 'anna', device: '0c2e:0b87' }), add({ id: 'ben', device: '0c2e:0b87' })]
    const unit = [add({ id: 'carla', device: '0000' }), add({ id: 'dora', device: '0000' })]
    const said = [...model, ...unit].map(record)
    await look()
    for (const number of [1, 2]) scan(`hidraw${number}`, `SN-${number}`)
    for (const number of [3, 4]) {
      for (const report of reportsWithoutAim(latin1(`SN-${number}`))) hid.send(`hidraw${number}`, report)
    }
    expect(said.map((each) => each.texts())).toEqual([[']C0SN-1'], [']C0SN-2'], ['SN-3'], ['SN-4']])
  })

  it('gives a device to who names its serial number before who names its model', async () => {
    const { hid, add, look } = openBench()
    const [model, unit] = [add({ id: 'anna', device: '0c2e:0b87' }), add({ id: 'ben', device: 'H-1' })]
    await settle()
    hid.plug('hidraw0', HONEYWELL)
    await look()
    expect([model.state().kind, unit.state().kind]).toEqual(['waiting', 'connected'])
  })

  it('gives a device back to the scanner that had it, in whatever order they are plugged in again', async () => {
    const { hid, add, scan, look } = openBench()
    const [first, second] = [HONEYWELL, { ...HONEYWELL, serialNumber: 'H-2' }]
    hid.plug('hidraw0', first)
    hid.plug('hidraw1', second)
    const said = [add({ id: 'anna' }), add({ id: 'ben' })].map(record)
    await look()
    hid.pull('hidraw0')
    hid.pull('hidraw1')
    await look()
    hid.plug('hidraw0', second)
    await look()
    hid.plug('hidraw1', first)
    await look()
    scan('hidraw0', 'by the second')
    scan('hidraw1', 'by the first')
    expect(said.map((each) => each.texts())).toEqual([[']C0by the first'], [']C0by the second']])
  })

  it('shares out what is there at the start by serial number, in whatever order it is listed', async () => {
    const { hid, add, scan, look } = openBench()
    hid.plug('hidraw0', { ...HONEYWELL, serialNumber: 'H-2' })
    hid.plug('hidraw1', HONEYWELL)
    const said = [add({ id: 'anna' }), add({ id: 'ben' })].map(record)
    await look()
    scan('hidraw0', 'by the second')
    scan('hidraw1', 'by the first')
    expect(said.map((each) => each.texts())).toEqual([[']C0by the first'], [']C0by the second']])
  })

  it('keeps a place free for the scanner that it had when one that it never saw comes', async () => {
    const { hid, add, scan, look } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const said = [add({ id: 'anna' }), add({ id: 'ben' })].map(record)
    await look()
    hid.pull('hidraw0')
    hid.plug('hidraw1', { ...HONEYWELL, serialNumber: 'H-2' })
    await look()
    hid.plug('hidraw0', HONEYWELL)
    await look()
    scan('hidraw0', 'SN-1')
    scan('hidraw1', 'SN-2')
    expect(said.map((each) => each.texts())).toEqual([[']C0SN-1'], [']C0SN-2']])
  })

  it('gives nobody the scans of a device that took the path over while it was being opened', async () => {
    const { hid, add, scan, look } = openBench()
    const [anna, ben] = [add({ id: 'anna', device: 'S-A' }), add({ id: 'ben', device: 'S-B' })]
    const said = [anna, ben].map(record)
    await settle()
    hid.plug('hidraw0', { ...HONEYWELL, serialNumber: 'S-A' })
    const letGo = hid.holdOpenings()
    await look()
    hid.pull('hidraw0')
    hid.plug('hidraw0', { ...HONEYWELL, serialNumber: 'S-B' })
    letGo()
    await settle()
    await look()
    scan('hidraw0', 'SN-1')
    expect(said.map((each) => each.texts())).toEqual([[], [']C0SN-1']])
    expect([anna.state().kind, ben.state().kind]).toEqual(['waiting', 'connected'])
  })

  it('takes the other device that is at the path of one that went without a word', async () => {
    const { hid, add, scan, look } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const said = record(add())
    await settle()
    hid.vanish('hidraw0')
    hid.plug('hidraw0', { ...HONEYWELL, serialNumber: 'H-2' })
    await look()
    scan('hidraw0', 'SN-1')
    expect(said.texts()).toEqual([']C0SN-1'])
  })

  it('names a scanner that acts as a keyboard, and takes it once it is switched', async () => {
    const { hid, add, look } = openBench()
    hid.plug('hidraw0', { ...HONEYWELL, ...KEYBOARD })
    const scanner = add()
    await settle()
    expect(stateText(scanner)).toBe(
      'Honeywell 3320G acts as a keyboard: scan the set-up code "USB HID POS" from its manual'
    )
    hid.pull('hidraw0')
    hid.plug('hidraw0', HONEYWELL)
    await look()
    expect(scanner.state().kind).toBe('connected')
  })

  it('takes no ordinary keyboard for a scanner, and no second collection for a wrong mode', async () => {
    const { hid, add, look } = openBench()
    hid.plug('hidraw0', { ...KEYBOARD, product: 'Office keyboard' })
    const scanner = add()
    await settle()
    expect(scanner.state()).toEqual({ kind: 'waiting' })
    hid.plug('hidraw4', { ...HONEYWELL, usagePage: 0, usage: 0 })
    await look()
    expect(scanner.state()).toEqual({ kind: 'waiting' })
    hid.plug('hidraw1', { ...HONEYWELL, ...KEYBOARD })
    hid.plug('hidraw2', HONEYWELL)
    hid.plug('hidraw3', { ...HONEYWELL, usagePage: 0xff8c })
    await look()
    expect(scanner.state()).toEqual({ kind: 'connected', devices: ['Honeywell 3320G'] })
    expect(hid.openPaths()).toEqual(['hidraw2'])
  })

  it('says which udev rule is missing, and connects once it is there', async () => {
    const { hid, add, look } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    hid.deny('hidraw0', 'no-permission')
    const scanner = add()
    await settle()
    expect(stateText(scanner)).toContain('KERNEL=="hidraw*", ATTRS{idVendor}=="0c2e", TAG+="uaccess"')
    hid.deny('hidraw0', undefined)
    await look()
    expect(scanner.state().kind).toBe('connected')
  })

  it('says that another program holds the scanner', async () => {
    const { hid, add } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    hid.deny('hidraw0', 'refused')
    const scanner = add()
    await settle()
    expect(stateText(scanner)).toMatch(/^Honeywell 3320G cannot be opened, most likely because another program uses it/)
  })

  it('says why no USB device can be read, as where the library cannot be loaded', async () => {
    const { hid, add, look } = openBench()
    hid.breakDown(new Error('No native build was found'))
    const scanner = add()
    await settle()
    expect(stateText(scanner)).toContain('No native build was found')
    hid.breakDown(undefined)
    await look()
    expect(scanner.state()).toEqual({ kind: 'waiting' })
  })

  it('says of each other scanner what is wrong with it while one is connected', async () => {
    const { hid, add } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    hid.plug('hidraw1', { ...HONEYWELL, ...KEYBOARD, product: '1900G', serialNumber: 'H-2' })
    hid.plug('hidraw2', NEWLAND)
    hid.deny('hidraw2', 'no-permission')
    const scanner = add()
    await settle()
    expect(scanner.state().kind).toBe('connected')
    expect(stateText(scanner)).toBe(
      'Connected: Honeywell 3320G. Newland EM2028 is there, but this user may not read it: Settings, Scanners has the ' +
        'command for it. Honeywell 1900G acts as a keyboard: scan the set-up code "USB HID POS" from its manual\n' +
        'It puts this line into /etc/udev/rules.d/70-dockside.rules; plug the scanner in again then.\n' +
        'KERNEL=="hidraw*", ATTRS{idVendor}=="1eab", TAG+="uaccess"'
    )
  })

  it('says that the device it names acts as a keyboard, whoever made it', async () => {
    const { hid, add } = openBench()
    const UNITECH = { vendorId: 0x2745, product: 'MS842N', manufacturer: 'Unitech', serialNumber: 'U-1' }
    hid.plug('hidraw0', { ...UNITECH, ...KEYBOARD })
    const [named, any] = [add({ id: 'named', device: 'U-1' }), add({ id: 'any' })]
    await settle()
    expect(stateText(named)).toBe(
      'Unitech MS842N acts as a keyboard: scan the set-up code "USB HID POS" from its manual'
    )
    expect(any.state()).toEqual({ kind: 'waiting' })
  })

  it('says of a scanner that another one names nothing, whatever is wrong with it', async () => {
    const { hid, add } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    hid.deny('hidraw0', 'no-permission')
    hid.plug('hidraw1', { ...HONEYWELL, ...KEYBOARD, serialNumber: 'H-2' })
    const scanners = [add({ id: 'any' }), add({ id: 'left', device: 'H-1' }), add({ id: 'right', device: 'H-2' })]
    await settle()
    expect(scanners.map((scanner) => scanner.state().kind)).toEqual(['waiting', 'no-permission', 'wrong-mode'])
  })

  it('goes on as connected while devices cannot be looked for, and says that no other one is noticed', async () => {
    const { hid, add, look, scan } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const scanner = add()
    const said = record(scanner)
    await settle()
    hid.breakDown(new Error('too many open files'))
    await look()
    expect(stateText(scanner)).toMatch(/^Connected: Honeywell 3320G\. Another scanner .* would not be noticed/)
    expect(stateText(scanner)).not.toContain('Install')
    scan('hidraw0', 'SN-1')
    expect(said.texts()).toEqual([']C0SN-1'])
    hid.breakDown(undefined)
    await look()
    expect(stateText(scanner)).toBe('Connected: Honeywell 3320G')
  })

  it('says that nothing can be read of a scanner that never sends anything but other reports', async () => {
    const { hid, add, look, scan } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const scanner = add()
    await settle()
    const unknown = () => hid.send('hidraw0', reportOfHex(`09 04 ${Buffer.from('SN-1').toString('hex')}`))
    unknown()
    unknown()
    await look()
    expect(stateText(scanner)).toBe('Connected: Honeywell 3320G')
    unknown()
    await look()
    expect(stateText(scanner)).toContain('Honeywell 3320G sends what the station cannot read')
    scan('hidraw0', 'SN-1')
    for (let count = 0; count < 5; count += 1) unknown()
    await look()
    expect(stateText(scanner)).toBe('Connected: Honeywell 3320G')
  })

  it('lets the device go when it is closed, is silent then, and stops looking', async () => {
    const { hid, time, add, look, scan } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const scanner = add()
    const said = record(scanner)
    await settle()
    await scanner.close()
    expect(hid.openPaths()).toEqual([])
    scan('hidraw0', 'SN-1')
    await look()
    expect(said.scans).toEqual([])
    expect(scanner.state()).toEqual({ kind: 'closed' })
    expect(time.waiting()).toBe(0)
  })

  it('lets a device go that is still being opened when it is closed', async () => {
    const { hid, time, add } = openBench()
    hid.plug('hidraw0', HONEYWELL)
    const letGo = hid.holdOpenings()
    const scanner = add()
    await settle()
    const closed = scanner.close()
    letGo()
    await closed
    expect(hid.openPaths()).toEqual([])
    expect(time.waiting()).toBe(0)
  })
})
