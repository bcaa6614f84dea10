import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeCalibration } from '../../../../../src/core/barcode/calibration-symbol.ts'
import { createAltGraphMarker } from '../../../../../src/main/devices/scanner/alt-graph.ts'
import { adviceOn } from '../../../../../src/main/devices/scanner/calibration/advice.ts'
import type { CalibrationScan } from '../../../../../src/main/devices/scanner/calibration/findings.ts'
import { readCalibration } from '../../../../../src/main/devices/scanner/calibration/read-calibration.ts'
import { settingsFound } from '../../../../../src/main/devices/scanner/calibration/settings-found.ts'
import { textOf } from '../../../../../src/main/devices/scanner/key-text.ts'
import type { KeyboardOptions } from '../../../../../src/main/devices/scanner/keyboard-settings.ts'
import { keyboardSettingsOf } from '../../../../../src/main/devices/scanner/keyboard-settings.ts'
import { LAYOUT_IDS, LAYOUTS } from '../../../../../src/main/devices/scanner/layouts/layouts.ts'
import { undress } from '../../../../../src/main/devices/scanner/undress.ts'
import { scannedBy } from '../../../../fakes/country-scanner.ts'
import type { ControlStyle, CountryScanner } from '../../../../fakes/country-scanner.ts'
import { person } from '../../../../fakes/typist.ts'
import { openKeyboard, START_MS } from '../open-keyboard.ts'

const SYMBOL = encodeCalibration('4711')

/** `CALIBRATION_RUNS=10000` tries as many scanners; the property is the same. */
const numRuns = Number(process.env['CALIBRATION_RUNS'] ?? 500)

const CONTROL: ControlStyle = { kind: 'control' }
const PIPES: ControlStyle = { kind: 'text', texts: { '\x1d': '|', '\x1e': '~', '\x04': '^' } }
const NAMES: ControlStyle = { kind: 'text', texts: { '\x1d': '<GS>', '\x1e': '<RS>', '\x04': '<EOT>' } }
const ARROWS: ControlStyle = {
  kind: 'keys',
  codes: { '\x1d': 'ArrowDown', '\x1e': 'ArrowLeft', '\x04': 'ArrowRight' }
}

const styles: readonly ControlStyle[] = [CONTROL, { kind: 'alt-number' }, PIPES, NAMES, ARROWS]

const scanners = fc.record({
  layout: fc.constantFrom(...LAYOUT_IDS),
  letterCase: fc.constantFrom('kept', 'swapped'),
  controls: fc.constantFrom(...styles),
  prefix: fc.constantFrom('', '#', '%%', '-7', '\x01', '\x02', '\x05', '\x1b', '\x02#'),
  aim: fc.constantFrom('', ']d1'),
  trailer: fc.constantFrom('', '+', '99'),
  end: fc.constantFrom('\r', '\t', ''),
  gapMs: fc.integer({ min: 1, max: 50 }),
  altGraph: fc.constantFrom('windows', 'level3', 'plain-alt')
})

type Settings = typeof scanners extends fc.Arbitrary<infer T> ? T : never

function strokesOf({ aim, trailer, end, ...scanner }: Settings, data: string) {
  const mark = createAltGraphMarker()
  const prefix = `${scanner.prefix}${aim}`
  return scannedBy({ ...scanner, prefix, suffix: `${trailer}${end}` }, data).map(mark)
}

/** What is found where the symbol comes by the keyboard of a station that listens for it, and nothing of it gets through. */
function heardFrom({ aim, trailer, end, ...scanner }: Settings) {
  const { scanner: keyboard, type, wait, seen, calibrations } = openKeyboard()
  keyboard.use({ ...keyboardSettingsOf(), isListening: true })
  const prefix = `${scanner.prefix}${aim}`
  type(scannedBy({ ...scanner, prefix, suffix: `${trailer}${end}` }, SYMBOL, START_MS))
  wait(1000)
  // A scanner that has no key for the control character that it begins with presses one that means nothing.
  expect(seen.filter(({ code, type }) => type === 'down' && !/^(Shift|Control|Alt|F12)/.test(code))).toEqual([])
  const [calibration] = calibrations
  return calibration && readCalibration(calibration)
}

function read(scanner: CountryScanner) {
  const strokes = scannedBy(scanner, SYMBOL).map(createAltGraphMarker())
  return readCalibration({ scannerId: 'wedge', type: 'keyboard', bytes: new Uint8Array(), aim: null, strokes })
}

function readBytes(text: string, more: Partial<CalibrationScan> = {}) {
  const bytes = Buffer.from(text, 'utf8')
  return readCalibration({ scannerId: 'fixed', type: 'tcp', bytes, aim: null, lineEnd: 'cr', ...more })
}

describe('one scan of the calibration symbol by a keyboard scanner', () => {
  it('tells keyboard, case, separators, prefix, suffix and pace, and with what it tells every label comes out right', () => {
    const label = fc.array(fc.constantFrom(...Array.from('abcxyzABCXYZqwmQWM0123456789-/.:_+[]()>@,=\x1d\x1e\x04')), {
      minLength: 8,
      maxLength: 40
    })
    fc.assert(
      fc.property(scanners, label, (scanner, characters) => {
        const findings = heardFrom(scanner)
        expect(findings?.nonce).toBe('4711')
        expect(findings?.layout).toEqual({ kind: 'known', id: scanner.layout, wrong: '' })
        expect(findings?.letterCase).toBe(scanner.letterCase)
        expect(findings?.sendsAim).toBe(scanner.aim !== '')
        // A scanner that has no way to send a control character sends none before the data either.
        const isSendable = scanner.controls.kind === 'control' || scanner.controls.kind === 'alt-number'
        expect(findings?.prefix).toBe(isSendable ? scanner.prefix : scanner.prefix.replace(/[\x01\x02\x05\x1b]/, ''))
        expect(findings?.trailer).toBe(scanner.trailer)
        expect(findings?.ending).toBe(scanner.end === '\r' ? 'enter' : scanner.end === '\t' ? 'tab' : 'none')
        expect(findings?.pace?.perCharacterMs).toBeGreaterThan(scanner.gapMs * 0.8)
        expect(findings?.pace?.perCharacterMs).toBeLessThanOrEqual(scanner.gapMs)
        if (!findings) return
        expect(adviceOn(findings).filter(({ isNeeded }) => isNeeded)).toEqual([])
        const found = settingsFound(findings)
        expect(found.maxGapMs).toBeGreaterThan(scanner.gapMs)

        const data = characters.join('')
        const { layout } = keyboardSettingsOf(found as KeyboardOptions)
        const text = textOf(strokesOf({ ...scanner, aim: '', end: '' }, data), layout)
        const { aim, bytes } = undress({ bytes: Buffer.from(text, 'utf8'), aim: null }, found)
        expect(`${aim ?? ''}${Buffer.from(bytes).toString('utf8')}`).toBe(data)
      }),
      { numRuns }
    )
  })

  it('never has a person waited for who types at 80 ms a key, be the scanner as slow as it may', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 80, max: 200 }), (scannersMs, gapMs) => {
        const findings = read({ layout: 'us', gapMs: scannersMs })
        const found = findings && settingsFound(findings)
        for (const text of ['1250\r', 'received in bad state\r']) {
          const { type, wait, said, seen, latenessOf } = openKeyboard(found as KeyboardOptions)
          const typed = person(text, START_MS, gapMs)
          type(typed)
          wait(1000)
          expect(said.scans).toEqual([])
          expect(said.faults).toEqual([])
          const downs = typed.filter(({ type }) => type === 'down')
          expect(seen.filter(({ type }) => type === 'down')).toEqual(downs)
          for (const lateMs of latenessOf(downs)) expect(lateMs).toBeLessThanOrEqual(75)
        }
      }),
      { numRuns: 50 }
    )
  })

  it.each(['w', 'P00'])(
    'does not keep %j before the data, which may be the identifier of a kind of symbol',
    (prefix) => {
      const findings = read({ layout: 'us', prefix })
      expect(findings && settingsFound(findings)).not.toHaveProperty('prefix')
      expect(findings && adviceOn(findings)).toEqual([
        expect.objectContaining({ isNeeded: true, what: `${prefix} comes before the data` })
      ])
    }
  )

  it('says of a scanner that is as slow as a person that it has to be set faster', () => {
    const findings = read({ layout: 'us', gapMs: 70 })
    expect(findings && adviceOn(findings)).toEqual([
      expect.objectContaining({ isNeeded: true, what: 'A key every 70 ms is as slow as a person types' })
    ])
  })

  it.each(['upper', 'lower'] as const)(
    'says that all letters come in %s case, and that no setting mends it',
    (letterCase) => {
      for (const layout of LAYOUT_IDS) {
        const findings = read({ layout, letterCase })
        expect(findings).toMatchObject({ letterCase, layout: { kind: 'known', id: layout } })
        expect(findings && adviceOn(findings)[0]).toMatchObject({ isNeeded: true })
        expect(findings && settingsFound(findings)).not.toHaveProperty('letterCase')
      }
    }
  )

  it('says that separators are lost, and what to re-programme', () => {
    const findings = read({ layout: 'us', controls: { kind: 'lost' } })
    expect(findings?.separators).toEqual({ gs: { kind: 'lost' }, rs: { kind: 'lost' }, eot: { kind: 'lost' } })
    expect(findings && adviceOn(findings)).toEqual([
      expect.objectContaining({ isNeeded: true, what: 'GS and RS and EOT are lost' })
    ])
  })

  it('does not take what codes are full of for a separator, nor one sign for two separators', () => {
    const dashes = read({ layout: 'us', controls: { kind: 'text', texts: { '\x1d': '-', '\x1e': '~', '\x04': '^' } } })
    expect(dashes?.separators.gs).toEqual({ kind: 'mixed-up', text: '-' })
    expect(dashes && settingsFound(dashes).separators).toEqual({ rs: '~', eot: '^' })
    const commas = read({ layout: 'us', controls: { kind: 'text', texts: { '\x1d': ',', '\x1e': '~', '\x04': '^' } } })
    expect(commas?.separators.gs, 'labels of LCSC are full of them').toEqual({ kind: 'mixed-up', text: ',' })
    const same = read({ layout: 'us', controls: { kind: 'text', texts: { '\x1d': '#', '\x1e': '#', '\x04': '^' } } })
    expect(same?.separators.gs.kind).toBe('mixed-up')
    expect(same?.separators.rs.kind).toBe('mixed-up')
  })

  it('tells F8 for GS, as some makers have it', () => {
    const codes = { '\x1d': 'F8', '\x1e': 'F9', '\x04': 'F10' }
    const findings = read({ layout: 'us', controls: { kind: 'keys', codes } })
    expect(findings?.separators).toEqual({
      gs: { kind: 'kept', by: 'function-key' },
      rs: { kind: 'key', code: 'F9' },
      eot: { kind: 'key', code: 'F10' }
    })
  })

  it('knows that a keyboard is one that it does not know, by the mirrored marks, and asks for the US one', () => {
    const keys = 'QWERTYUIOPASDFGHJKLZXCVBNM'
    const places = [
      ...Array.from(keys, (key) => `Key${key}`),
      'BracketLeft',
      'Semicolon',
      'Quote',
      'Comma',
      'Period',
      'Slash'
    ]
    const dvorak = new Map(
      Array.from("',.pyfgcrlaoeuidhtn;qjkxbm/s-wvz", (plain, at) => [
        places[at] ?? '',
        [plain, plain.toUpperCase()] as const
      ])
    )
    const written = new Map([...LAYOUTS.us, ...dvorak])
    const data = Array.from(SYMBOL).filter((character) => /[a-z0-9\x04\x1d\x1e]/i.test(character))
    const strokes = scannedBy({ layout: written }, data.join(''))
    const findings = readCalibration({
      scannerId: 'wedge',
      type: 'keyboard',
      bytes: new Uint8Array(),
      aim: null,
      strokes
    })
    expect(findings).toMatchObject({ layout: { kind: 'unknown' }, ending: 'enter' })
    expect(findings && adviceOn(findings).map(({ what }) => what)).toEqual([
      'The scanner is set to a keyboard that is not known here'
    ])
  })

  it('has Caps Lock taken off before a scanner that makes up for it is believed', () => {
    const strokes = scannedBy({ layout: 'us', letterCase: 'swapped' }, SYMBOL).map((stroke) => ({
      ...stroke,
      capsLock: true
    }))
    const scan: CalibrationScan = { scannerId: 'w', type: 'keyboard', bytes: new Uint8Array(), aim: null, strokes }
    const findings = readCalibration(scan)
    expect(findings && settingsFound(findings)).not.toHaveProperty('letterCase')
    expect(findings && adviceOn(findings)[0]?.what).toContain('Caps Lock is on')
  })

  it('says that every character is typed as a number, whatever the keyboard', () => {
    const findings = read({ layout: 'de', isAltMode: true, controls: { kind: 'alt-number' } })
    expect(findings?.layout).toEqual({ kind: 'numbers' })
    expect(findings && settingsFound(findings)).not.toHaveProperty('layout')
  })

  it('is no calibration where a piece of it is missing', () => {
    const strokes = scannedBy({ layout: 'us' }, SYMBOL.slice(0, 50))
    expect(
      readCalibration({ scannerId: 'w', type: 'keyboard', bytes: new Uint8Array(), aim: null, strokes })
    ).toBeUndefined()
  })
})

describe('one scan of the calibration symbol that comes as bytes', () => {
  it('tells line end, prefix, trailer and identifier', () => {
    expect(readBytes(`\x02]d1${SYMBOL}\x03`, { lineEnd: 'cr-lf' })).toMatchObject({
      layout: null,
      prefix: '\x02',
      trailer: '\x03',
      ending: 'cr-lf',
      sendsAim: true,
      letterCase: 'kept',
      wrong: '',
      separators: { gs: { kind: 'kept', by: 'byte' } }
    })
    expect(readBytes(SYMBOL, { type: 'hid-pos', aim: ']d1' })).toMatchObject({ sendsAim: true })
  })

  it('tells stand-ins, and with what it tells a label comes out right', () => {
    const sent = (data: string) => `<STX>${data.replaceAll('\x1d', '|').replaceAll('\x1e', '~')}ETX`
    const findings = readBytes(sent(SYMBOL))
    const found = findings && settingsFound(findings)
    expect(found).toEqual({ prefix: '<STX>', trailer: 'ETX', separators: { gs: '|', rs: '~' } })
    const label = '[)>\x1e06\x1dPA-1\x1dQ5\x1e\x04'
    const { bytes } = undress({ bytes: Buffer.from(sent(label)), aim: null }, found ?? {})
    expect(Buffer.from(bytes).toString()).toBe(label)
  })

  it('says which characters something on the way has changed', () => {
    const findings = readBytes(SYMBOL.replaceAll('y', '#').replaceAll('-', 'ß'))
    expect(findings?.wrong).toBe('y-')
    expect(findings && adviceOn(findings)[0]?.what).toBe('These characters come wrong: y -')
  })

  it('finds out what ends a scan of a stream that no line end ends', () => {
    const { lineEnd: _, ...rest } = { lineEnd: undefined, type: 'tcp' as const }
    const findings = readCalibration({ scannerId: 'f', bytes: Buffer.from(SYMBOL), aim: null, ...rest })
    expect(findings?.ending).toBe('none')
    expect(findings && adviceOn(findings)[0]?.what).toBe('Nothing ends a scan')
    expect(findings && settingsFound(findings)).toEqual({ suffix: 'none' })
    const tabbed = readBytes(`${SYMBOL}\t`, { lineEnd: undefined as never })
    expect(tabbed && settingsFound(tabbed)).toEqual({ suffix: 'tab' })
    expect(tabbed && adviceOn(tabbed)).toEqual([])
  })
})
