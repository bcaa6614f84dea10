import { describe, expect, it } from 'vitest'
import type { HidInfo } from '../../../../src/main/devices/hid/port.ts'
import { isHidPos, isSelected, nameOf, SCANNER_MAKERS } from '../../../../src/main/devices/scanner/models.ts'

const info: HidInfo = {
  path: '/dev/hidraw3',
  vendorId: 0x0c2e,
  productId: 0x0b87,
  serialNumber: 'S/N:0042',
  manufacturer: 'Honeywell Imaging & Mobility',
  product: '3320G Area-Imaging Scanner',
  usagePage: 0x8c,
  usage: 0x02
}

describe('scanner models', () => {
  it('have one entry for each vendor id', () => {
    const ids = SCANNER_MAKERS.map(({ vendorId }) => vendorId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("know scans from a vendor's own collection with the same ids", () => {
    expect(isHidPos(info)).toBe(true)
    expect(isHidPos({ ...info, usagePage: 0xff8c })).toBe(false)
    expect(isHidPos({ ...info, usage: 0x04 })).toBe(false)
  })

  it('name a device by its maker and its own name, and the maker once', () => {
    expect(nameOf(info)).toBe('Honeywell 3320G Area-Imaging Scanner')
    expect(nameOf({ ...info, product: 'Honeywell Xenon' })).toBe('Honeywell Xenon')
    expect(nameOf({ ...info, product: null })).toBe('Honeywell scanner 0c2e:0b87')
    expect(nameOf({ ...info, vendorId: 0x9999, manufacturer: null })).toBe('3320G Area-Imaging Scanner')
  })

  it('are selected by vendor and product id or by serial number', () => {
    expect(isSelected(info, '0c2e:0b87')).toBe(true)
    expect(isSelected(info, '0C2E:0B87')).toBe(true)
    expect(isSelected(info, 'S/N:0042')).toBe(true)
    expect(isSelected(info, '0c2e:0b81')).toBe(false)
    expect(isSelected(info, 'S/N:004')).toBe(false)
    expect(isSelected({ ...info, serialNumber: null }, '')).toBe(false)
  })
})
