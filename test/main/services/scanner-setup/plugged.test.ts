import { describe, expect, it } from 'vitest'
import type { HidInfo } from '../../../../src/main/devices/hid/port.ts'
import { pluggedView } from '../../../../src/main/services/scanner-setup/plugged.ts'

const HONEYWELL: HidInfo = {
  path: 'hidraw0',
  vendorId: 0x0c2e,
  productId: 0x0b87,
  serialNumber: 'H-1',
  manufacturer: 'Honeywell',
  product: '3320G',
  usagePage: 0x8c,
  usage: 0x02
}
const UNKNOWN: HidInfo = { ...HONEYWELL, path: 'hidraw1', vendorId: 0x9999, manufacturer: 'Acme', product: 'Acme Gun' }
const KEYBOARD = { usagePage: 0x01, usage: 0x06 }

describe('the scanners that an entry may name', () => {
  it('are named by serial number, one for each unit, whatever number of collections it has', () => {
    const second = { ...HONEYWELL, path: 'hidraw2', serialNumber: 'H-2' }
    expect(pluggedView([HONEYWELL, { ...HONEYWELL, path: 'hidraw3', usagePage: 0xff8c }, second])).toEqual([
      { device: 'H-1', words: 'Honeywell 3320G, by its serial number' },
      { device: 'H-2', words: 'Honeywell 3320G, by its serial number' }
    ])
  })

  it('are named by vendor and product where they have no serial number', () => {
    expect(pluggedView([{ ...UNKNOWN, serialNumber: null }])).toEqual([
      { device: '9999:0b87', words: 'Acme Gun, which has no serial number' }
    ])
  })

  it('say where several have the same serial number', () => {
    expect(pluggedView([HONEYWELL, { ...HONEYWELL, path: 'hidraw9' }])).toEqual([
      { device: 'H-1', words: 'Honeywell 3320G, 2 with this serial number' }
    ])
  })

  it('are those of known makers in any mode, and of others only in HID POS mode', () => {
    expect(
      pluggedView([
        { ...HONEYWELL, ...KEYBOARD },
        { ...UNKNOWN, ...KEYBOARD }
      ]).map(({ device }) => device)
    ).toEqual(['H-1'])
  })
})
