import { describe, expect, it } from 'vitest'
import { parseDeviceId } from '../../../../../src/main/devices/printer/usb/ieee-1284.ts'

describe('an IEEE 1284 device id', () => {
  it('is read with long names and with short ones', () => {
    const long =
      'MANUFACTURER:Zebra Technologies ;COMMAND SET:ZPL;MODEL:ZTC ZT220-200dpi ZPL;CLASS:PRINTER;OPTIONS:XML;'
    expect(Object.fromEntries(parseDeviceId(long))).toEqual({
      MANUFACTURER: 'Zebra Technologies',
      'COMMAND SET': 'ZPL',
      MODEL: 'ZTC ZT220-200dpi ZPL',
      CLASS: 'PRINTER',
      OPTIONS: 'XML'
    })
    const short = 'MFG:Acme;mdl:L1;CMD:ZPL,EPL;SN:A1;CLS:PRINTER'
    expect(parseDeviceId(short).get('MANUFACTURER')).toBe('Acme')
    expect(parseDeviceId(short).get('MODEL')).toBe('L1')
    expect(parseDeviceId(short).get('SERIAL NUMBER')).toBe('A1')
  })

  it('keeps a value with a colon whole, and leaves out what is no key and value', () => {
    expect([...parseDeviceId('URL:http://192.0.2.7;;nonsense;:x;EMPTY:;\0')]).toEqual([['URL', 'http://192.0.2.7']])
    expect(parseDeviceId('').size).toBe(0)
  })
})
