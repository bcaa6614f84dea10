import { describe, expect, it } from 'vitest'
import { formatNetworkAddress, parseNetworkAddress } from '../../../../src/main/devices/scanner/network-address.ts'

describe('network address', () => {
  it.each([
    ['127.0.0.1:4001', { host: '127.0.0.1', port: 4001 }],
    ['[::1]:4001', { host: '::1', port: 4001 }],
    ['[::]:0', { host: '::', port: 0 }],
    ['0.0.0.0:65535', { host: '0.0.0.0', port: 65535 }],
    ['dock-pc.local:4001', { host: 'dock-pc.local', port: 4001 }]
  ])('reads %s and writes it again', (text, address) => {
    expect(parseNetworkAddress(text)).toEqual(address)
    expect(formatNetworkAddress(address)).toBe(text)
  })

  it.each(['', '4001', ':4001', '127.0.0.1', '127.0.0.1:', '127.0.0.1:65536', '::1:4001', 'a b:1', '127.0.0.1:-1'])(
    'refuses %j',
    (text) => {
      expect(parseNetworkAddress(text)).toBeUndefined()
    }
  )
})
