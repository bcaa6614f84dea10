import { describe, expect, it } from 'vitest'
import { describeScannerState } from '../../../../src/main/devices/scanner/scanner.ts'
import type { Scanner } from '../../../../src/main/devices/scanner/scanner.ts'
import { createSerialScanner, createSerialWatcher, isPort } from '../../../../src/main/devices/scanner/serial.ts'
import type { SerialScannerSettings } from '../../../../src/main/devices/scanner/serial.ts'
import { SILENCE_MS } from '../../../../src/main/devices/scanner/stream-reader.ts'
import { LOOK_EVERY_MS } from '../../../../src/main/devices/scanner/watcher.ts'
import type { UsbIdentity } from '../../../../src/main/devices/usb-identity.ts'
import { createFakeSerial } from '../../../fakes/fake-serial.ts'
import { createFakeTime } from '../../../fakes/fake-time.ts'
import { record } from './recorded.ts'

const ZEBRA: UsbIdentity = {
  vendorId: 0x05e0,
  productId: 0x1701,
  serialNumber: 'Z-1',
  manufacturer: 'Symbol',
  product: 'DS4608'
}
const BOARD: UsbIdentity = { ...ZEBRA, vendorId: 0x2341, product: 'Microcontroller board', serialNumber: 'B-1' }

/** Lets everything happen that waits for nothing but its turn. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

function openBench(named: readonly string[] = []) {
  const serial = createFakeSerial()
  const time = createFakeTime()
  const watcher = createSerialWatcher(serial, named, time)
  return {
    serial,
    time,
    add: (settings: Partial<SerialScannerSettings> = {}) =>
      createSerialScanner({ id: 'gun', clock: time, timers: time, watcher, ...settings }),
    look: async () => {
      await settle()
      time.advance(LOOK_EVERY_MS)
      await settle()
    },
    send: (path: string, text: string) => serial.send(path, Uint8Array.from(Buffer.from(text, 'latin1')))
  }
}

const words = (scanner: Scanner) => describeScannerState(scanner.state())

describe('serial scanner', () => {
  it('waits for a scanner of a known maker, takes it and hands its scans on', async () => {
    const { serial, time, add, look, send } = openBench()
    const scanner = add()
    const said = record(scanner)
    await settle()
    expect(words(scanner)).toBe('Waiting for the scanner: plug it in')
    serial.plug('/dev/ttyACM0', ZEBRA)
    await look()
    expect(words(scanner)).toBe('Connected: Zebra DS4608 on /dev/ttyACM0')
    send('/dev/ttyACM0', ']d201095060001343521')
    send('/dev/ttyACM0', '0ABC\x1d21SER-9\r\n')
    expect(said.texts()).toEqual([']d2010950600013435210ABC\x1d21SER-9'])
    expect(said.scans[0]).toMatchObject({ scannerId: 'gun', aim: ']d2', at: time.now() })
  })

  it('leaves ports alone that no scanner is known by', async () => {
    const { serial, add } = openBench()
    serial.plug('/dev/ttyACM0', BOARD)
    serial.plug('/dev/ttyS0')
    const scanner = add()
    await settle()
    expect(serial.openPorts()).toEqual([])
    expect(scanner.state()).toEqual({ kind: 'waiting' })
  })

  it('opens the port that it names at its speed, whatever is behind it', async () => {
    const { serial, add, send } = openBench(['/dev/ttyS0'])
    serial.plug('/dev/ttyS0')
    const scanner = add({ device: '/dev/ttyS0', baudRate: 115_200 })
    const said = record(scanner)
    await settle()
    expect(words(scanner)).toBe('Connected: /dev/ttyS0')
    expect(serial.openPorts()).toEqual([['/dev/ttyS0', 115_200]])
    send('/dev/ttyS0', 'SN-1\r')
    expect(said.texts()).toEqual(['SN-1'])
  })

  it('takes the one with the serial number that it names, whoever made it, and others what is left', async () => {
    const { serial, add, look, send } = openBench()
    serial.plug('/dev/ttyACM0', ZEBRA)
    serial.plug('/dev/ttyACM1', { ...ZEBRA, serialNumber: 'Z-2' })
    serial.plug('/dev/ttyACM2', BOARD)
    const scanners = [
      add({ id: 'any' }),
      add({ id: 'second', device: 'Z-2' }),
      add({ id: 'board', device: '2341:1701' })
    ]
    const said = scanners.map(record)
    await look()
    for (const number of [0, 1, 2]) send(`/dev/ttyACM${number}`, `SN-${number}\r`)
    expect(said.map((recorded) => recorded.texts())).toEqual([['SN-0'], ['SN-1'], ['SN-2']])
  })

  it('finds the scanner again that was pulled and plugged in, by whatever name it has then', async () => {
    const { serial, add, look, send } = openBench()
    serial.plug('/dev/ttyACM0', ZEBRA)
    const scanner = add({ device: 'Z-1' })
    const said = record(scanner)
    await settle()
    send('/dev/ttyACM0', 'SN-1\r')
    serial.pull('/dev/ttyACM0')
    expect(scanner.state()).toEqual({ kind: 'waiting' })
    serial.plug('/dev/ttyACM1', ZEBRA)
    await look()
    send('/dev/ttyACM1', 'SN-2\r')
    serial.vanish('/dev/ttyACM1')
    await look()
    expect(scanner.state()).toEqual({ kind: 'waiting' })
    serial.plug('/dev/ttyACM1', ZEBRA)
    await look()
    send('/dev/ttyACM1', 'SN-3\r')
    expect(said.texts()).toEqual(['SN-1', 'SN-2', 'SN-3'])
    expect(said.faults).toEqual([])
  })

  it('serves several devices as one scanner, each with its own codes', async () => {
    const { serial, add, send } = openBench()
    serial.plug('/dev/ttyACM0', ZEBRA)
    serial.plug('/dev/ttyACM1', { ...ZEBRA, serialNumber: 'Z-2' })
    const said = record(add())
    await settle()
    send('/dev/ttyACM0', 'SN-')
    send('/dev/ttyACM1', 'LOT-7\r')
    send('/dev/ttyACM0', '1\r')
    expect(said.texts()).toEqual(['LOT-7', 'SN-1'])
  })

  it('tells a scan as a fault whose end was pulled off', async () => {
    const { serial, add, send } = openBench()
    serial.plug('/dev/ttyACM0', ZEBRA)
    const said = record(add())
    await settle()
    send('/dev/ttyACM0', 'SN-')
    serial.pull('/dev/ttyACM0')
    expect(said.faults).toMatchObject([{ kind: 'incomplete', scannerId: 'gun' }])
    expect(said.scans).toEqual([])
  })

  it('ends a scan in silence where nothing else does', async () => {
    const { serial, time, add, send } = openBench()
    serial.plug('/dev/ttyACM0', ZEBRA)
    const said = record(add({ framing: { suffix: 'none' } }))
    await settle()
    send('/dev/ttyACM0', 'SN-1')
    time.advance(SILENCE_MS - 1)
    expect(said.scans).toEqual([])
    time.advance(1)
    expect(said.texts()).toEqual(['SN-1'])
  })

  it('says what is missing to be let in, and is let in then', async () => {
    const { serial, add, look } = openBench(['/dev/ttyS0'])
    serial.plug('/dev/ttyACM0', ZEBRA)
    serial.plug('/dev/ttyS0')
    serial.deny('/dev/ttyACM0', 'no-permission')
    serial.deny('/dev/ttyS0', 'no-permission')
    const [onUsb, builtIn] = [add(), add({ device: '/dev/ttyS0' })]
    await look()
    expect(words(onUsb)).toContain('SUBSYSTEM=="tty", ATTRS{idVendor}=="05e0", TAG+="uaccess"')
    expect(words(builtIn)).toContain('make the user a member of the group dialout')
    serial.deny('/dev/ttyACM0', undefined)
    await look()
    expect(onUsb.state().kind).toBe('connected')
  })

  it('says that another program has the port, and why no port can be seen', async () => {
    const { serial, add, look } = openBench()
    serial.plug('/dev/ttyACM0', ZEBRA)
    serial.deny('/dev/ttyACM0', 'refused')
    const scanner = add()
    await settle()
    expect(words(scanner)).toMatch(
      /^Zebra DS4608 on \/dev\/ttyACM0 cannot be opened, most likely because another program/
    )
    serial.breakDown(new Error('No native build was found'))
    await look()
    expect(words(scanner)).toContain('serial ports cannot be read: No native build was found')
    serial.breakDown(undefined)
    serial.deny('/dev/ttyACM0', undefined)
    await look()
    expect(scanner.state().kind).toBe('connected')
  })

  it('lets the port go when it is closed, is silent then, and stops looking', async () => {
    const { serial, time, add, send } = openBench()
    serial.plug('/dev/ttyACM0', ZEBRA)
    const scanner = add()
    const said = record(scanner)
    await settle()
    await scanner.close()
    send('/dev/ttyACM0', 'SN-1\r')
    expect(said.scans).toEqual([])
    expect(serial.openPorts()).toEqual([])
    expect(scanner.state()).toEqual({ kind: 'closed' })
    expect(time.waiting()).toBe(0)
  })

  it('knows the name of a port from that of a device', () => {
    expect(['COM3', 'com12', '/dev/ttyS0', '/dev/serial/by-id/usb-x'].map(isPort)).toEqual([true, true, true, true])
    expect(['COMET-7', '05e0:1701', 'Z-1'].map(isPort)).toEqual([false, false, false])
  })
})
