import { describe, expect, it } from 'vitest'
import { DEFAULT_CONFIG, parseConfig } from '../../src/main/config.ts'

const station = { id: 'DOCK-1' }
const media = { widthMm: 51, heightMm: 25 }

function problemsOf(value: unknown): readonly string[] {
  const reading = parseConfig(value)
  return reading.ok ? [] : reading.problems
}

describe('station.json', () => {
  it('needs no more than the name of the station', () => {
    expect(parseConfig({ station })).toMatchObject({ ok: true, config: { station: { ...station, location: 'DOCK' } } })
  })

  it('takes what a new data folder gets', () => {
    expect(parseConfig(DEFAULT_CONFIG)).toEqual({ ok: true, config: DEFAULT_CONFIG })
  })

  it.each([
    [{ station, colour: 'red' }, 'colour', '"red"', 'station, scanners, printers, labels, journal, backups'],
    [{ station: { ...station, colour: 'red' } }, 'station.colour', '"red"', 'id, site, location, signIn'],
    [
      { station, scanners: [{ id: 'a', type: 'tcp', listen: '127.0.0.1:4001', x: 2 }] },
      'scanners[0].x',
      '2',
      'id, type, listen, connect, suffix, silenceMs, name, sound, prefix, trailer, separators'
    ],
    [
      { station, printers: [{ id: 'p', transport: { type: 'tcp', host: 'h', prot: 9 }, dpi: 203, media }] },
      'printers[0].transport.prot',
      '9',
      'type, host, port'
    ],
    [
      { station, labels: { units: 'virtual' } },
      'labels.units',
      '"virtual"',
      'unit, lot, location, confirm, reprint, lost'
    ]
  ])('refuses an unknown key with its path, its value and the keys that there are: %j', (value, path, shown, keys) => {
    const [problem = '', ...others] = problemsOf(value)
    expect(others).toEqual([])
    expect(problem.startsWith(`${path}:`), problem).toBe(true)
    expect(problem).toContain(shown)
    expect(problem.endsWith(`allowed: ${keys}`), problem).toBe(true)
  })

  it.each([
    [
      { station, printers: [{ id: 'p', transport: { type: 'virtual' }, dpi: 250, media }] },
      'printers[0].dpi',
      '250',
      '203, 300, 600'
    ],
    [
      { station, scanners: [{ id: 'a', type: 'rfid' }] },
      'scanners[0].type',
      '"rfid"',
      'hid-pos, keyboard, serial, tcp'
    ],
    [
      { station, scanners: [{ id: 'a', type: 'tcp', listen: '4001' }] },
      'scanners[0].listen',
      '"4001"',
      '127.0.0.1:4001'
    ],
    [
      { station, scanners: [{ id: 'a', type: 'tcp' }] },
      'scanners[0].listen',
      'missing',
      'connect, where the station connects to one'
    ],
    [
      { station, scanners: [{ id: 'a', type: 'tcp', listen: '127.0.0.1:4001', connect: '192.0.2.20:2001' }] },
      'scanners[0].listen',
      '"127.0.0.1:4001"',
      'either listen'
    ],
    [
      { station, scanners: [{ id: 'a', type: 'tcp', connect: '192.0.2.20:0' }] },
      'scanners[0].connect',
      '"192.0.2.20:0"',
      '192.0.2.20:2001'
    ],
    [{ station, scanners: [{ id: 'a', type: 'serial', baudRate: 1 }] }, 'scanners[0].baudRate', '1', '300 to 1000000'],
    [{ station, labels: { unit: 'zebra' } }, 'labels.unit', '"zebra"', 'virtual'],
    [
      { station, printers: [{ id: 'p', transport: { type: 'tcp', host: 'h', port: '9100' }, dpi: 203, media }] },
      'printers[0].transport.port',
      '"9100"',
      'allowed: a port number from 1 to 65535'
    ],
    [
      { station, printers: [{ id: 'p', transport: { type: 'tcp', host: '' }, dpi: 203, media }] },
      'printers[0].transport.host',
      '""',
      'allowed: a text that is not empty'
    ],
    [{ station: { ...station, site: 'B'.repeat(17) } }, 'station.site', '"BBB', 'allowed: at most 16 characters'],
    [{}, 'station', 'missing', 'object']
  ])('refuses a wrong value with its path, the value and what is allowed: %j', (value, path, shown, allowed) => {
    const [problem = '', ...others] = problemsOf(value)
    expect(others).toEqual([])
    for (const part of [path, shown, allowed]) expect(problem).toContain(part)
  })

  it('refuses two devices with one id', () => {
    const virtual = { id: 'p', transport: { type: 'virtual' }, dpi: 203, media }
    expect(problemsOf({ station, printers: [virtual, virtual] })).toHaveLength(1)
  })
})
