import { describe, expect, it } from 'vitest'
import { bytesToText } from '../../../../src/main/devices/scanner/bytes-to-text.ts'
import { rawScanOf } from '../../../../src/main/devices/scanner/raw-scan.ts'

describe('bytes of a scan', () => {
  it.each([
    ['ASCII with separators', [0x5b, 0x29, 0x3e, 0x1e, 0x30, 0x36, 0x1d, 0x04], '[)>\x1e06\x1d\x04'],
    ['UTF-8', [0x4d, 0xc3, 0xbc], 'Mü'],
    ['Latin-1, being no valid UTF-8', [0x4d, 0xfc], 'Mü'],
    ['all of it as Latin-1 when one byte is no UTF-8', [0xc3, 0xbc, 0xff], 'Ã¼ÿ'],
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x41], '\ufeffA'],
    ['nothing', [], '']
  ])('become text: %s', (_, bytes, text) => {
    expect(bytesToText(Uint8Array.from(bytes))).toBe(text)
  })

  it.each([
    [']C1010950', ']C1', '010950'],
    ['SN-1', null, 'SN-1'],
    [']', null, ']'],
    [']C', null, ']C'],
    ['a]C1', null, 'a]C1'],
    [']d2', ']d2', '']
  ])('%j holds the identifier %j and %j', (received, aim, rest) => {
    const scan = rawScanOf({ scannerId: 'gun', device: 'Honeywell' }, Uint8Array.from(Buffer.from(received)), 5)
    expect(scan).toEqual({
      scannerId: 'gun',
      device: 'Honeywell',
      aim,
      bytes: Uint8Array.from(Buffer.from(rest)),
      at: 5
    })
  })
})
