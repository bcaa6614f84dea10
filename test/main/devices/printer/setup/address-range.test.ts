import { describe, expect, it } from 'vitest'
import { MOST_ADDRESSES, readAddressRange } from '../../../../../src/main/devices/printer/setup/address-range.ts'

function hostsOf(text: string): readonly string[] {
  const reading = readAddressRange(text)
  return reading.ok ? reading.addresses.map(({ host, port }) => (port === 9100 ? host : `${host}:${port}`)) : []
}

describe('where printers are looked for', () => {
  it('is an address, a range, a network, a name, or several of them, each once', () => {
    expect(hostsOf('192.0.2.17')).toEqual(['192.0.2.17'])
    expect(hostsOf('192.0.2.9-11')).toEqual(['192.0.2.9', '192.0.2.10', '192.0.2.11'])
    expect(hostsOf('192.0.2.77/30')).toEqual(['192.0.2.77', '192.0.2.78'])
    expect(hostsOf('192.0.2.1/32')).toEqual(['192.0.2.1'])
    expect(hostsOf('zebra-1.example, 192.0.2.17:6101; 192.0.2.17:6101')).toEqual(['zebra-1.example', '192.0.2.17:6101'])
    const network = hostsOf('10.1.2.3/24')
    expect([network.length, network[0], network.at(-1)]).toEqual([254, '10.1.2.1', '10.1.2.254'])
  })

  it.each([
    '',
    ' , ',
    '192.0.2.256',
    '192.0.2.40-10',
    '192.0.2.1-300',
    '1.2.3',
    '192.0.2.1/33',
    '192.0.2.1:70000',
    '-a',
    '::1',
    'x y/24',
    '$(id)'
  ])('is refused with what is allowed: %j', (text) => {
    const reading = readAddressRange(text)
    expect(reading).toMatchObject({ ok: false, reason: expect.stringContaining('192.0.2.10-40') })
  })

  it('is never more than can be asked within seconds', () => {
    for (const text of ['10.0.0.0/8', '192.0.2.0/23', '192.0.2.0/24,198.51.100.0/24']) {
      expect(readAddressRange(text)).toMatchObject({
        ok: false,
        reason: expect.stringContaining(String(MOST_ADDRESSES))
      })
    }
  })
})
