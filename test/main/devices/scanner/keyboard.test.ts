import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../../src/core/random.ts'
import type { KeyStroke } from '../../../../src/main/devices/scanner/key-stroke.ts'
import type { Keymap } from '../../../../src/main/devices/scanner/keymap.ts'
import { describeScannerState, MAX_SCAN_BYTES } from '../../../../src/main/devices/scanner/scanner.ts'
import { keyOf, person, press, scanStrokes, strokeOf } from '../../../fakes/typist.ts'
import { openKeyboard, START_MS } from './open-keyboard.ts'

const ACUTE_KEYMAP: Keymap = { refresh() {}, accentOf: ({ code }) => (code === 'Equal' ? '\u0301' : undefined) }

const downs = (strokes: readonly KeyStroke[]) => strokes.filter(({ type }) => type === 'down')

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text))

describe('keyboard scanner', () => {
  it('catches a scan whole and lets nothing of it through, not even its Enter or a key going up', () => {
    const { type, wait, said, seen, scanner } = openKeyboard()
    const code = '[)>\x1e06\x1dP596-777A1-ND\x1dQ3\x1d1TBf:1103/_\x1e\x04'
    type(scanStrokes(`${code}\r`, START_MS))
    wait(1000)
    expect(said.texts()).toEqual([code])
    expect(said.scans[0]).toMatchObject({ scannerId: 'wedge', aim: null })
    expect(seen.filter(({ key }) => key !== 'Shift')).toEqual([])
    expect(scanner.state()).toEqual({ kind: 'ready' })
  })

  it('takes the AIM identifier off', () => {
    const { type, said } = openKeyboard()
    type(scanStrokes(']C1010950600013435210ABC\r', START_MS))
    expect(said.scans).toMatchObject([{ aim: ']C1', bytes: bytesOf('010950600013435210ABC') }])
  })

  it('ends a scan at Tab, at Enter and at the Enter of the number pad', () => {
    const { type, said, seen } = openKeyboard()
    type(scanStrokes('SN-1\t', START_MS))
    type(scanStrokes('sn-2', START_MS + 300))
    type(press({ code: 'NumpadEnter', key: 'Enter' }, START_MS + 320))
    type(scanStrokes('sn-3\r', START_MS + 600))
    expect(said.texts()).toEqual(['SN-1', 'sn-2', 'sn-3'])
    expect(seen.filter(({ key }) => key !== 'Shift')).toEqual([])
  })

  it('swallows the second key of a suffix, which would press a button', () => {
    const { type, said, seen } = openKeyboard()
    type(scanStrokes('sn-1\r\r', START_MS))
    type(scanStrokes('sn-2\t\r', START_MS + 100))
    expect(said.texts()).toEqual(['sn-1', 'sn-2'])
    expect(seen).toEqual([])
  })

  it('gives a key of a person back within the hold time, and the next Enter at once', () => {
    const { type, wait, seen, latenessOf, said } = openKeyboard()
    const strokes = [...person('ab1', START_MS), ...person('\r', START_MS + 400)]
    type(strokes)
    wait(1000)
    expect(downs(seen)).toEqual(downs(strokes))
    expect(latenessOf(downs(strokes))).toEqual([75, 75, 75, 0])
    expect(said.scans).toEqual([])
  })

  it('gives a person\'s fast "42" and Enter back in order', () => {
    const { type, wait, seen, said } = openKeyboard()
    const strokes = scanStrokes('42\r', START_MS, 20)
    type(strokes)
    wait(100)
    expect(downs(seen)).toEqual(downs(strokes))
    expect(said.scans).toEqual([])
  })

  it.each(['Q5\r', 'A1\r', 'Q10\r', 'B12\t', '42\t'])(
    'catches the short code %j at 1 to 15 ms a key, with the key that ends it',
    (scanned) => {
      for (const gapMs of [1, 4, 9, 15]) {
        const { type, wait, said, seen } = openKeyboard()
        type(scanStrokes(scanned, START_MS, gapMs))
        wait(1000)
        expect(said.texts()).toEqual([scanned.slice(0, -1)])
        expect(said.faults).toEqual([])
        expect(seen.filter(({ key }) => key !== 'Shift')).toEqual([])
      }
    }
  )

  it('catches a short code though the computer notices one of its keys late', () => {
    const { type, said, seen } = openKeyboard()
    const atMs = [0, 12, 38, 44]
    type(Array.from('q10\r').flatMap((character, index) => press(keyOf(character), START_MS + (atMs[index] ?? 0))))
    expect(said.texts()).toEqual(['q10'])
    expect(seen).toEqual([])
  })

  it("gives a person's number back that was typed with Enter while the process was busy", () => {
    const { scanner, time, said, seen } = openKeyboard()
    const [four, two, enter] = downs(scanStrokes('42\r', START_MS + 600))
    time.stall(600)
    for (const stroke of [four, two, enter]) {
      expect(stroke && scanner.key(stroke)).toBe(stroke === enter ? 'pass' : 'hold')
    }
    expect(said.scans).toEqual([])
    expect(seen.map(({ key }) => key)).toEqual(['4', '2'])
  })

  it('gives a word back that a person began fast, before it ends', () => {
    const { type, said, seen } = openKeyboard()
    const strokes = [...scanStrokes('then', START_MS, 20), ...person(' we go\r', START_MS + 140, 80)]
    type(strokes)
    expect(downs(seen)).toEqual(downs(strokes))
    expect(said.scans).toEqual([])
  })

  it.each([[[45, 70, 50, 90]], [[50, 50, 50, 100]], [[40, 80, 40, 80]], [[60, 45, 70, 90]]])(
    'gives a fast word and its Enter back, typed with pauses of %j ms',
    (gapsMs) => {
      const { type, wait, said, seen } = openKeyboard()
      let atMs = START_MS
      const strokes = Array.from('then\r').flatMap((character, index) => {
        const pressed = press(keyOf(character), atMs)
        atMs += gapsMs[index] ?? 0
        return pressed
      })
      type(strokes)
      wait(1000)
      expect(said.scans).toEqual([])
      expect(downs(seen)).toEqual(downs(strokes))
    }
  )

  it('gives a line back that a person typed nearly as fast as a slow scanner, and did not end', () => {
    const { type, wait, said, seen } = openKeyboard()
    const strokes = person('received bad', START_MS, 52)
    type(strokes)
    wait(1000)
    expect(said.faults).toEqual([])
    expect(downs(seen)).toEqual(downs(strokes))
  })

  it('takes every scan of a scanner at 50 ms a key that is up to 10 ms early or late', () => {
    const random = createRandom(4711)
    for (let scans = 0; scans < 500; scans += 1) {
      const { type, wait, said } = openKeyboard()
      const text = 'SN-4711-0815'.slice(0, 4 + random.below(9))
      let atMs = START_MS
      for (const character of `${text}\r`) {
        type(press(keyOf(character), atMs))
        atMs += 40 + random.below(21)
      }
      wait(1000)
      expect(said.texts()).toEqual([text])
    }
  })

  it("lets a person's Enter after a scan go down and up", () => {
    const { type, said, seen } = openKeyboard()
    type(scanStrokes('sn-1\r', START_MS))
    const strokes = person('\r', START_MS + 500)
    type(strokes)
    expect(said.texts()).toEqual(['sn-1'])
    expect(seen).toEqual(strokes)
  })

  it('lets shortcuts, arrows and repeats of a person pass at once', () => {
    const { type, seen } = openKeyboard()
    const strokes = [
      ...press({ code: 'KeyC', key: 'c', control: true }, START_MS, 30),
      ...press({ code: 'ArrowDown', key: 'ArrowDown' }, START_MS + 100, 30),
      ...press({ code: 'Numpad5', key: 'Clear', alt: true }, START_MS + 200, 30).map((stroke, index) => ({
        ...stroke,
        atMs: stroke.atMs + index * 80
      })),
      { ...strokeOf('down', { code: 'KeyA', key: 'a' }, START_MS + 800), isAutoRepeat: true },
      { ...strokeOf('down', { code: 'KeyA', key: 'a' }, START_MS + 830), isAutoRepeat: true }
    ]
    for (const stroke of strokes) {
      type([stroke])
      expect(seen.at(-1)).toBe(stroke)
    }
  })

  it('keeps shortcuts of a running scan from the window', () => {
    const { type, said, seen } = openKeyboard()
    type(scanStrokes('ab\x04cd\x1d\x01ef\r', START_MS))
    expect(said.texts()).toEqual(['ab\x04cd\x1d\x01ef'])
    expect(seen).toEqual([])
  })

  it('catches a scan that begins with GS, whether by Control, F8 or Alt and 029', () => {
    const { type, said, seen } = openKeyboard()
    type(scanStrokes('\x1d01095\r', START_MS))
    const alt = { code: 'AltLeft', key: 'Alt' }
    type([
      strokeOf('down', { ...alt, alt: true }, START_MS + 500),
      ...['0', '2', '9'].flatMap((digit, index) =>
        press({ code: `Numpad${digit}`, key: digit }, START_MS + 504 + 4 * index).map((stroke) => ({
          ...stroke,
          alt: true
        }))
      ),
      strokeOf('up', alt, START_MS + 516),
      ...scanStrokes('02095\r', START_MS + 520)
    ])
    type([...press({ code: 'F8', key: 'F8' }, START_MS + 1000), ...scanStrokes('03095\r', START_MS + 1004)])
    expect(said.texts()).toEqual(['\x1d01095', '\x1d02095', '\x1d03095'])
    expect(seen.map(({ key }) => key)).toEqual(['Control', 'Alt'])
  })

  it('takes a dead key of the layout into the scan without breaking it', () => {
    const { type, said, seen } = openKeyboard()
    type([...press({ code: 'Equal', key: 'Process' }, START_MS), ...scanStrokes('a-12\r', START_MS + 4)])
    expect(said.texts()).toEqual(['=a-12'])
    expect(seen.filter(({ type }) => type === 'down').map(({ key }) => key)).toEqual(['Process'])
  })

  it('keeps even the dead key from the window that a scan begins with, where no input method has it first', () => {
    const { type, said, seen } = openKeyboard({}, { keymap: ACUTE_KEYMAP })
    type([...press({ code: 'Equal', key: 'Dead' }, START_MS), ...scanStrokes('a-12\r', START_MS + 4)])
    expect(said.texts()).toEqual(['=a-12'])
    expect(seen).toEqual([])
  })

  it("puts a person's accent on the letter, where no input method does", () => {
    const { type, wait, seen } = openKeyboard({}, { keymap: ACUTE_KEYMAP })
    type([...press({ code: 'Equal', key: 'Dead' }, START_MS, 60), ...person('a', START_MS + 100)])
    wait(200)
    expect(downs(seen).map(({ key }) => key)).toEqual(['á'])
  })

  it('takes short scans, and scans without an end, when they begin with the prefix', () => {
    const { type, wait, said, seen } = openKeyboard({ prefix: '\x01' })
    type(scanStrokes('\x01A1\r', START_MS))
    type(scanStrokes('\x01b', START_MS + 300))
    wait(200)
    expect(said.texts()).toEqual(['A1', 'b'])
    expect(seen.filter(({ key }) => !['Shift', 'Control'].includes(key))).toEqual([])
  })

  it('gives the prefix back when a person typed it', () => {
    const { type, wait, said, seen } = openKeyboard({ prefix: '~' })
    const strokes = [...person('~ab', START_MS, 80), ...person('\r', START_MS + 400)]
    type(strokes)
    wait(200)
    expect(downs(seen)).toEqual(downs(strokes))
    expect(said.scans).toEqual([])
  })

  it('gives a short word back that begins with a prefix of letters, which people type as well', () => {
    const { type, wait, said, seen } = openKeyboard({ prefix: 'w' })
    const strokes = person('we', START_MS, 50)
    type(strokes)
    wait(1000)
    expect(said.scans).toEqual([])
    expect(downs(seen)).toEqual(downs(strokes))
    type(scanStrokes('wsn-1\r', START_MS + 3000))
    expect(said.texts()).toEqual(['sn-1'])
  })

  it('says while the window is not in front that scans go elsewhere', () => {
    const { scanner, said } = openKeyboard()
    scanner.inFront(false)
    scanner.inFront(true)
    expect(said.states.map(describeScannerState)).toEqual([
      expect.stringContaining('Dockside is not in front: a scanner that types writes into the other program'),
      expect.stringContaining('Ready')
    ])
  })

  it('takes Tab as data where the suffix is Enter', () => {
    const { type, said } = openKeyboard({ suffix: 'enter' })
    type(scanStrokes('ab12\tcd\r', START_MS))
    expect(said.texts()).toEqual(['ab12\tcd'])
  })

  it('ends a scan in silence where the scanner sends no suffix', () => {
    const { type, wait, said, seen } = openKeyboard({ suffix: 'none' })
    type(scanStrokes('ab12', START_MS))
    wait(150)
    expect(said.texts()).toEqual(['ab12'])
    expect(seen).toEqual([])
  })

  it('tells a scan whose end never came as a fault, since nobody types that fast', () => {
    const { type, wait, said, seen } = openKeyboard()
    type(scanStrokes('lot-20260123', START_MS))
    wait(400)
    expect(said.scans).toEqual([])
    expect(said.faults).toMatchObject([{ kind: 'incomplete', bytes: bytesOf('lot-20260123') }])
    expect(seen).toEqual([])
  })

  it('never takes the rest of a scan that broke off for a scan', () => {
    const { type, said } = openKeyboard()
    type(scanStrokes('lot-20', START_MS))
    type(scanStrokes('260123\r', START_MS + 20 + 200))
    expect(said.scans).toEqual([])
    expect(said.faults).toMatchObject([{ kind: 'incomplete', bytes: bytesOf('260123') }])
  })

  it('never takes the fast end of a scan that was too slow for a scan', () => {
    const { type, said } = openKeyboard()
    type(scanStrokes('lot-', START_MS, 62))
    type(scanStrokes('0123\r', START_MS + 4 * 62, 20))
    expect(said.scans).toEqual([])
    expect(said.faults).toMatchObject([{ kind: 'incomplete' }])
  })

  it('bears one pause within a scan', () => {
    const { type, said } = openKeyboard()
    type(scanStrokes('lot-20', START_MS))
    type(scanStrokes('260123\r', START_MS + 20 + 95))
    expect(said.texts()).toEqual(['lot-20260123'])
  })

  it('bears long pauses of a busy computer in what nobody can have typed', () => {
    const { type, said, seen } = openKeyboard()
    type(scanStrokes('lot-2026', START_MS))
    type(scanStrokes('0123-4567890', START_MS + 28 + 280))
    type(scanStrokes('abc\r', START_MS + 28 + 280 + 44 + 290))
    expect(said.texts()).toEqual(['lot-20260123-4567890abc'])
    expect(seen).toEqual([])
  })

  it('calls a scan incomplete that goes on too slowly', () => {
    const { type, said } = openKeyboard()
    type(scanStrokes('lot-20260', START_MS))
    type(scanStrokes('12345678\r', START_MS + 400, 90))
    expect(said.scans).toEqual([])
    expect(said.faults[0]).toMatchObject({ kind: 'incomplete', bytes: bytesOf('lot-20260') })
  })

  it('never takes a scan for whole whose first key came long before the rest', () => {
    const { type, said } = openKeyboard()
    type(press(keyOf('0'), START_MS))
    type(scanStrokes('13066288958327\r', START_MS + 280))
    expect(said.scans).toEqual([])
    expect(said.faults).toMatchObject([{ kind: 'incomplete', bytes: bytesOf('13066288958327') }])
  })

  it('takes a scan whole or not at all whose first keys came too slowly', () => {
    for (const gapsMs of [[4, 60], [60], [4, 4, 60, 60], [70, 70], [80], [4, 90], [60, 60, 60], [70, 74, 70, 74]]) {
      const { type, said } = openKeyboard()
      let atMs = START_MS
      for (const [index, character] of Array.from('abcdef').entries()) {
        type(press(keyOf(character), atMs))
        atMs += gapsMs[index] ?? 4
      }
      type(scanStrokes('ghij\r', atMs))
      if (said.scans.length > 0) expect(said.texts()).toEqual(['abcdefghij'])
    }
  })

  it('keeps a scan whole when the process was busy in its middle and the timer came late', () => {
    const { scanner, type, time, said, seen } = openKeyboard()
    type(scanStrokes('ab', START_MS))
    time.stall(400)
    time.advance(0)
    for (const stroke of scanStrokes('c12\r', time.now(), 0)) expect(scanner.key(stroke)).toBe('hold')
    expect(said.texts()).toEqual(['abc12'])
    expect(seen).toEqual([])
  })

  it('keeps a scan whole when its strokes came before the late timer', () => {
    const { scanner, type, time, said } = openKeyboard()
    type(scanStrokes('ab', START_MS))
    time.stall(400)
    for (const stroke of scanStrokes('c12\r', time.now(), 0)) expect(scanner.key(stroke)).toBe('hold')
    expect(said.texts()).toEqual(['abc12'])
  })

  it('never takes for a scan what a person may have typed while the process was busy', () => {
    const { scanner, time, wait, said, seen } = openKeyboard()
    time.stall(600)
    for (const stroke of scanStrokes('PO-77\r', time.now(), 0)) scanner.key(stroke)
    wait(1000)
    expect(said.scans).toEqual([])
    expect(said.faults).toMatchObject([{ kind: 'incomplete' }])
    expect(seen.filter(({ key }) => key !== 'Shift')).toEqual([])
  })

  it('gives back, whole and in order, what a person typed while the process was busy', () => {
    const { scanner, time, wait, said, seen } = openKeyboard()
    const strokes = scanStrokes('twelve of them', START_MS, 0)
    time.stall(1200)
    for (const stroke of strokes) expect(scanner.key({ ...stroke, atMs: time.now() })).toBe('hold')
    wait(1000)
    expect(downs(seen).map(({ key }) => key)).toEqual(Array.from('twelve of them'))
    expect(said.faults).toEqual([])
  })

  it('takes a scan that came while the process was busy, when nobody types so much in that time', () => {
    const { scanner, time, said, seen } = openKeyboard()
    time.stall(600)
    for (const stroke of scanStrokes('lot-20260123\r', time.now(), 0)) expect(scanner.key(stroke)).toBe('hold')
    expect(said.texts()).toEqual(['lot-20260123'])
    expect(seen).toEqual([])
  })

  it('refuses a scan that came so soon after a key of a person that it may begin with it', () => {
    for (const gapMs of [1, 4, 20, 30]) {
      const { type, wait, said, seen } = openKeyboard()
      type(press(keyOf('5'), START_MS, 20))
      type(scanStrokes('SN-4711\r', START_MS + 60, gapMs))
      wait(1000)
      expect(said.scans).toEqual([])
      expect(said.faults).toMatchObject([{ kind: 'incomplete' }])
      expect(seen.filter(({ key }) => key === 'Enter')).toEqual([])
    }
  })

  it('refuses a scan that came while a person held Shift, which changes what it writes', () => {
    const { type, wait, said } = openKeyboard()
    type([strokeOf('down', { code: 'ShiftLeft', key: 'Shift', shift: true }, START_MS)])
    type(scanStrokes('sn-1234\r', START_MS + 200).map((stroke) => ({ ...stroke, shift: true })))
    wait(1000)
    expect(said.scans).toEqual([])
    expect(said.faults).toMatchObject([{ kind: 'incomplete' }])
  })

  it('takes a scan whose scanner holds Shift for all of its capitals', () => {
    const { type, said } = openKeyboard()
    const shift = strokeOf('down', { code: 'ShiftLeft', key: 'Shift', shift: true }, START_MS)
    const capitals = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter, index) =>
      strokeOf('down', keyOf(letter), START_MS + 20 + index * 20)
    )
    type([shift, ...capitals, ...scanStrokes('-1\r', START_MS + 600, 20)])
    expect(said.texts()).toEqual(['ABCDEFGHIJKLMNOPQRSTUVWXYZ-1'])
  })

  it('forgets an AltGr whose going up went to another window', () => {
    const { type, said } = openKeyboard({ layout: 'de' })
    type([strokeOf('down', { code: 'AltRight', key: 'AltGraph' }, START_MS)])
    type(scanStrokes('q1234\r', START_MS + 5000))
    expect(said.texts()).toEqual(['q1234'])
  })

  it('refuses what two scanners typed at once, as far as it can be told', () => {
    const { type, said } = openKeyboard()
    const once = scanStrokes('sn-12\r', START_MS, 8)
    const [first, ...others] = once
    const again = first && { ...first, atMs: START_MS + 4, isAutoRepeat: true }
    type([first, again, ...others].filter((stroke) => stroke !== undefined))
    expect(said.scans).toEqual([])
    expect(said.faults).toMatchObject([{ kind: 'incomplete' }])
  })

  it('takes the arrows down and left in a scan for GS and RS, and lets those of a person pass at once', () => {
    const { type, said, seen } = openKeyboard()
    type([
      ...scanStrokes('10abc', START_MS),
      ...press({ code: 'ArrowDown', key: 'ArrowDown' }, START_MS + 20),
      ...scanStrokes('21xy7', START_MS + 24),
      ...press({ code: 'ArrowLeft', key: 'ArrowLeft' }, START_MS + 44),
      ...scanStrokes('q5\r', START_MS + 48)
    ])
    expect(said.texts()).toEqual(['10abc\x1d21xy7\x1eq5'])
    expect(seen).toEqual([])
    const arrow = press({ code: 'ArrowLeft', key: 'ArrowLeft' }, START_MS + 1000, 30)
    for (const stroke of arrow) {
      type([stroke])
      expect(seen.at(-1)).toBe(stroke)
    }
  })

  it.each([
    { code: 'F10', key: 'F10' },
    { code: 'Home', key: 'Home' },
    { code: 'KeyG', key: 'g', alt: true }
  ])('refuses a scan with a key that writes nothing: $code', (key) => {
    const { type, said, seen } = openKeyboard()
    type([...scanStrokes('10abc', START_MS), ...press(key, START_MS + 20), ...scanStrokes('21xy7\r', START_MS + 24)])
    expect(said.scans).toEqual([])
    expect(said.faults).toMatchObject([{ kind: 'unknown-key' }])
    expect(seen).toEqual([])
  })

  it.each(['\x01', '\x02'])('keeps a scan that begins with the control character %j from the window', (first) => {
    const { type, said, seen } = openKeyboard()
    type(scanStrokes(`${first}sn-1\r`, START_MS))
    expect(said.texts()).toEqual([`${first}sn-1`])
    expect(seen.filter(({ key }) => key !== 'Control')).toEqual([])
  })

  it("gives a person's shortcut back that may begin a scan", () => {
    const { type, wait, seen, latenessOf } = openKeyboard()
    const strokes = [
      ...press({ code: 'KeyA', key: 'a', control: true }, START_MS, 30),
      ...press({ code: 'KeyB', key: 'b', control: true }, START_MS + 200, 30)
    ]
    type(strokes)
    wait(100)
    expect(downs(seen)).toEqual(downs(strokes))
    for (const lateMs of latenessOf(downs(strokes))) expect(lateMs).toBeLessThanOrEqual(75)
  })

  it('tells a scan that is too long as a fault', () => {
    const { type, said, seen } = openKeyboard()
    type(scanStrokes(`${'x'.repeat(MAX_SCAN_BYTES + 5)}\r`, START_MS, 1))
    expect(said.scans).toEqual([])
    expect(said.faults).toMatchObject([{ kind: 'over-long' }])
    expect(said.faults[0]?.bytes).toHaveLength(MAX_SCAN_BYTES)
    expect(seen).toEqual([])
  })

  it('gives everything back and lets everything pass once it is closed', async () => {
    const { type, scanner, seen, said } = openKeyboard()
    const strokes = scanStrokes('ab12cd', START_MS)
    type(strokes)
    await scanner.close()
    expect(seen).toEqual(downs(strokes))
    const late = scanStrokes('ef34\r', START_MS + 100)
    type(late)
    expect(seen).toEqual([...downs(strokes), ...late])
    expect(said.scans).toEqual([])
    expect(scanner.state()).toEqual({ kind: 'closed' })
  })

  it('keeps every scan whole and exact, and every stroke of a person once and in order', () => {
    const printable = fc.constantFrom(...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)))
    const scanned = fc.array(fc.oneof({ weight: 9, arbitrary: printable }, fc.constantFrom('\x1d', '\x1e', '\x04')), {
      minLength: 4,
      maxLength: 40
    })
    const scan = fc.record({
      kind: fc.constant('scan' as const),
      text: scanned.filter(([first]) => first !== '\x04').map((characters) => characters.join('')),
      end: fc.constantFrom('\r', '\t'),
      gapMs: fc.integer({ min: 1, max: 50 }),
      jittersMs: fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 1, maxLength: 7 })
    })
    const otherKeys = fc.constantFrom(
      { code: 'Backspace', key: 'Backspace' },
      { code: 'ArrowLeft', key: 'ArrowLeft' },
      { code: 'KeyS', key: 's', control: true },
      { code: 'Minus', key: 'ß' },
      { code: 'F8', key: 'F8' }
    )
    const key = fc.oneof(
      { weight: 4, arbitrary: printable.map(keyOf) },
      fc.constantFrom('\r', '\t').map(keyOf),
      otherKeys
    )
    const typing = fc.record({
      kind: fc.constant('typing' as const),
      keys: fc.array(fc.tuple(key, fc.integer({ min: 80, max: 400 }), fc.integer({ min: 20, max: 79 })), {
        minLength: 1,
        maxLength: 12
      })
    })

    fc.assert(
      fc.property(
        fc.array(fc.oneof(scan, typing), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (acts, tellsEveryUp) => {
          const { type, wait, said, seen, leaked, latenessOf, now } = openKeyboard({}, { tellsEveryUp })
          const typed: KeyStroke[] = []
          for (const act of acts) {
            let atMs = now() + 310
            if (act.kind === 'typing') {
              for (const [key, gapMs, heldMs] of act.keys) {
                const strokes = press(key, atMs, heldMs)
                type(strokes)
                typed.push(...strokes)
                atMs += gapMs
              }
            } else {
              for (const [index, character] of [...Array.from(act.text), act.end].entries()) {
                type(press(keyOf(character), atMs))
                atMs += Math.max(1, act.gapMs + (act.jittersMs[index % act.jittersMs.length] ?? 0))
              }
            }
          }
          wait(1000)
          expect(said.texts()).toEqual(acts.flatMap((act) => (act.kind === 'scan' ? [act.text] : [])))
          expect(said.faults).toEqual([])
          expect(leaked).toEqual([])
          const wanted = tellsEveryUp ? typed : downs(typed)
          const ofPerson = new Set(wanted)
          expect(seen.filter((stroke) => ofPerson.has(stroke))).toEqual(wanted)
          for (const lateMs of latenessOf(wanted)) expect(lateMs).toBeLessThanOrEqual(75)
          // A modifier that goes down before the first character of a scan writes nothing and is let pass.
          const ofScans = seen.filter((stroke) => !typed.includes(stroke))
          expect(ofScans.filter(({ key }) => key !== 'Shift' && key !== 'Control')).toEqual([])
        }
      ),
      { numRuns: Number(process.env['DOCKSIDE_PROPERTY_RUNS'] ?? 300) }
    )
  })

  it('never plays back within a stroke that it holds back, since its character would then get through', () => {
    const { type, wait, seen, leaked } = openKeyboard()
    const strokes = scanStrokes('hello', START_MS, 70)
    type(strokes)
    wait(100)
    expect(seen.filter(({ type }) => type === 'down')).toEqual(downs(strokes))
    expect(leaked).toEqual([])
  })
})
