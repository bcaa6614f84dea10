import { describe, expect, it } from 'vitest'
import {
  deviceIdText,
  printerInterfaces,
  printerPipes
} from '../../../../../src/main/devices/printer/usb/printer-class.ts'

const OUT = { bEndpointAddress: 0x01, bmAttributes: 2, wMaxPacketSize: 512 }
const IN = { bEndpointAddress: 0x82, bmAttributes: 2, wMaxPacketSize: 512 }
const EVENTS = { bEndpointAddress: 0x83, bmAttributes: 3, wMaxPacketSize: 64 }

function alternate(number: number, setting: number, protocol: number, endpoints = [EVENTS, OUT, IN], of = 7) {
  return {
    bInterfaceNumber: number,
    bAlternateSetting: setting,
    bInterfaceClass: of,
    bInterfaceProtocol: protocol,
    endpoints
  }
}

describe('the interfaces of a printer', () => {
  it('are those of the printer class, each once', () => {
    const interfaces = [[alternate(0, 0, 0, [], 3)], [alternate(1, 0, 1), alternate(1, 1, 2)], [alternate(3, 0, 2)]]
    expect(printerInterfaces({ interfaces })).toEqual([1, 3])
  })

  it('are used in the setting that answers', () => {
    const interfaces = [[alternate(0, 0, 1, [OUT]), alternate(0, 1, 3), alternate(0, 2, 2)]]
    expect(printerPipes({ interfaces }, 0)).toEqual({
      interfaceNumber: 0,
      alternateSetting: 2,
      outAddress: 0x01,
      inAddress: 0x82,
      inPacketBytes: 512
    })
  })

  it('are used one way where there is no other, and not in packets of another kind', () => {
    expect(printerPipes({ interfaces: [[alternate(0, 0, 1, [OUT])]] }, 0)).toMatchObject({ inAddress: undefined })
    expect(printerPipes({ interfaces: [[alternate(0, 0, 3), alternate(0, 1, 4)]] }, 0)).toBeUndefined()
    expect(printerPipes({ interfaces: [] }, 0)).toBeUndefined()
  })
})

describe('a device id as the printer sends it', () => {
  it('stands behind its length, and is no longer than that', () => {
    expect(deviceIdText(Buffer.from('\0\x0aMFG:Acme;;', 'latin1'))).toBe('MFG:Acme')
    expect(deviceIdText(Buffer.from('\0\x40MFG:Acme;', 'latin1'))).toBe('MFG:Acme;')
    expect(deviceIdText(Buffer.alloc(0))).toBe('')
  })
})
