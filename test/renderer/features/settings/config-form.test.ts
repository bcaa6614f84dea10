import { describe, expect, it } from 'vitest'
import { DEFAULT_CONFIG, parseConfig } from '../../../../src/main/config.ts'
import { configOf, fieldPaths, formOf } from '../../../../src/renderer/src/features/settings/config-form.ts'
import { NEW_SCANNER } from '../../../../src/renderer/src/features/settings/scanner-form.ts'

const EVERYTHING = {
  station: { id: 'DOCK-1', site: 'BER', location: 'DOCK' },
  scanners: [
    { id: 'gun', type: 'hid-pos', device: 'S/N 1' },
    { id: 'any', type: 'hid-pos' },
    { id: 'ended', type: 'hid-pos', suffix: 'tab' },
    { id: 'wedge', type: 'keyboard', prefix: '~7', suffix: 'enter', minCharacters: 6, maxGapMs: 20 },
    {
      id: 'german',
      type: 'keyboard',
      layout: 'de',
      letterCase: 'swapped',
      trailer: '+',
      separators: { gs: '|', rs: 'key:F9' },
      name: 'Gun at door 2',
      sound: 'high'
    },
    { id: 'fixed', type: 'tcp', listen: '127.0.0.1:4001', prefix: '\u0002', separators: { eot: '^' } },
    { id: 'portal', type: 'tcp', connect: '192.0.2.20:2001', suffix: 'none', silenceMs: 80 },
    { id: 'cradle', type: 'serial' },
    { id: 'cable', type: 'serial', device: 'COM3', baudRate: 115_200, suffix: 'etx' }
  ],
  printers: [
    {
      id: 'zd421',
      transport: { type: 'tcp', host: '10.0.0.9', port: 9100 },
      dpi: 203,
      media: { widthMm: 51, heightMm: 25.5 },
      darkness: -5,
      speedIps: 4,
      depth: 4
    },
    { id: 'usb', transport: { type: 'usb', serial: 'D4J0001' }, dpi: 300, media: { widthMm: 76, heightMm: 51 } },
    { id: 'queue', transport: { type: 'queue', name: 'Zebra' }, dpi: 600, media: { widthMm: 51, heightMm: 25 } },
    { id: 'virtual', transport: { type: 'virtual' }, dpi: 203, media: { widthMm: 51, heightMm: 25 } }
  ],
  labels: {
    unit: 'zd421',
    lot: 'usb',
    location: 'virtual',
    confirm: { unit: 'each', lot: 10 },
    reprint: 'lead',
    lost: 'lead'
  },
  journal: { keepDays: 90 },
  backups: { keep: 14 }
}

describe('the form of station.json', () => {
  it('gives back every kind of scanner and printer as it was', () => {
    expect(configOf(formOf(EVERYTHING))).toEqual(EVERYTHING)
    expect(configOf(formOf(DEFAULT_CONFIG))).toEqual(DEFAULT_CONFIG)
  })

  it.each([[null], ['{ "no": json'], [7], [[]], [{ scanners: 'none', printers: [null, 3], station: [] }]])(
    'opens on whatever stands in the file: %j',
    (config) => {
      const form = formOf(config)
      expect(form.station).toEqual({ id: '', site: '', location: '', signIn: '' })
      expect(configOf(form)).toBeTypeOf('object')
    }
  )

  it('leaves a wrong number as it was typed, so that the station can name it', () => {
    const form = formOf(EVERYTHING)
    const [first, ...others] = form.printers
    const wrong = { ...form, printers: first ? [{ ...first, dpi: '200', port: 'abc' }, ...others] : [] }
    const reading = parseConfig(configOf(wrong))
    expect(reading.ok).toBe(false)
    const problems = reading.ok ? [] : reading.problems
    expect(problems).toContainEqual(expect.stringMatching(/^printers\[0\]\.dpi: 200 /))
    expect(problems).toContainEqual(expect.stringMatching(/^printers\[0\]\.transport\.port: "abc" /))
  })

  it('knows a field for everything that the station finds wrong in a form', () => {
    const empty = { ...NEW_SCANNER, type: '', listen: '' }
    for (const type of ['hid-pos', 'keyboard', 'tcp', 'other']) {
      for (const transport of ['tcp', 'usb', 'queue', 'virtual', 'other']) {
        const form = {
          ...formOf(null),
          scanners: [{ ...empty, type }],
          printers: [
            {
              ...formOf(EVERYTHING).printers[0],
              id: '',
              transport,
              host: '',
              serial: '',
              queue: '',
              dpi: '',
              widthMm: 'x',
              heightMm: ''
            }
          ],
          labels: { unit: 'nobody', lot: '', location: '' }
        } as ReturnType<typeof formOf>
        const reading = parseConfig(configOf(form))
        const paths = (reading.ok ? [] : reading.problems).map((problem) => problem.slice(0, problem.indexOf(': ')))
        expect(paths.length).toBeGreaterThan(0)
        for (const path of paths) expect(fieldPaths(form)).toContain(path)
      }
    }
  })
})
