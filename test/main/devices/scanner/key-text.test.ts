import { describe, expect, it } from 'vitest'
import { textOf } from '../../../../src/main/devices/scanner/key-text.ts'
import { LAYOUTS } from '../../../../src/main/devices/scanner/layouts/layouts.ts'
import { US_LAYOUT } from '../../../../src/main/devices/scanner/keyboard-layout.ts'
import { press, scanStrokes, strokeOf } from '../../../fakes/typist.ts'
import type { Key } from '../../../fakes/typist.ts'

const textOfKeys = (...keys: readonly Key[]) =>
  textOf(
    keys.flatMap((key) => press(key, 0)),
    US_LAYOUT
  )

const altSequence = (digits: string, pad: 'Numpad' | 'Digit') => [
  strokeOf('down', { code: 'AltLeft', key: 'Alt', alt: true }, 0),
  ...Array.from(digits).flatMap((digit) => {
    const key = { code: `${pad}${digit}`, key: 'Insert', alt: true }
    return [strokeOf('down', key, 0), strokeOf('up', key, 0)]
  }),
  strokeOf('up', { code: 'AltLeft', key: 'Alt' }, 0)
]

describe('text of key strokes', () => {
  it('knows every printable ASCII character', () => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
    expect(textOf(scanStrokes(printable, 0), US_LAYOUT)).toBe(printable)
  })

  it('goes by the place of the key, whatever layout or Caps Lock makes of it', () => {
    expect(textOfKeys({ code: 'KeyZ', key: 'y' }, { code: 'Minus', key: 'ß' }, { code: 'Digit2', key: 'ě' })).toBe(
      'z-2'
    )
    expect(textOfKeys({ code: 'KeyA', key: 'A' }, { code: 'KeyA', key: 'a', shift: true })).toBe('aA')
    expect(textOfKeys({ code: 'Equal', key: 'Dead' }, { code: 'KeyA', key: 'Process' })).toBe('=a')
  })

  it('reads the number pad with Num Lock on and off', () => {
    expect(textOfKeys({ code: 'Numpad1', key: '1' }, { code: 'Numpad1', key: 'End' })).toBe('11')
    expect(textOfKeys({ code: 'NumpadSubtract', key: '-' }, { code: 'NumpadDecimal', key: ',' })).toBe('-.')
  })

  it.each([
    ['GS as Control and ]', [{ code: 'BracketRight', key: ']', control: true }], '\x1d'],
    ['GS as F8', [{ code: 'F8', key: 'F8' }], '\x1d'],
    ['RS as Control, Shift and 6', [{ code: 'Digit6', key: '^', control: true, shift: true }], '\x1e'],
    ['RS as Control and 6', [{ code: 'Digit6', key: '6', control: true }], '\x1e'],
    ['EOT as Control and D', [{ code: 'KeyD', key: 'd', control: true }], '\x04'],
    ['FS as Control and \\', [{ code: 'Backslash', key: '\\', control: true }], '\x1c'],
    ['a character that was sent without a key', [{ code: '', key: '␝' }], '␝']
  ] as const)('reads %s', (_, keys, text) => {
    expect(textOfKeys(...keys)).toBe(text)
  })

  it.each([
    ['029', '\x1d'],
    ['29', '\x1d'],
    ['030', '\x1e'],
    ['4', '\x04'],
    ['0065', 'A'],
    ['0233', 'é'],
    ['0128', '€'],
    ['130', 'é']
  ])('reads Alt and %s, on the number pad or above the letters', (digits, text) => {
    expect(textOf(altSequence(digits, 'Numpad'), US_LAYOUT)).toBe(text)
    expect(textOf(altSequence(digits, 'Digit'), US_LAYOUT)).toBe(text)
  })

  it('keeps two Alt sequences apart, also where no key is told to go up', () => {
    const strokes = [...altSequence('029', 'Numpad'), ...altSequence('030', 'Numpad')]
    expect(textOf(strokes, US_LAYOUT)).toBe('\x1d\x1e')
    const downs = strokes.filter(({ type }) => type === 'down')
    expect(textOf(downs, US_LAYOUT)).toBe('\x1d\x1e')
  })

  it('leaves out what is no character', () => {
    expect(textOfKeys({ code: 'ArrowUp', key: 'ArrowUp' }, { code: 'CapsLock', key: 'CapsLock' })).toBe('')
  })

  it('takes keys for the control characters that scanners press them for', () => {
    expect(
      textOfKeys(
        { code: 'ArrowDown', key: 'ArrowDown' },
        { code: 'ArrowLeft', key: 'ArrowLeft' },
        { code: 'Escape', key: 'Escape' }
      )
    ).toBe('\x1d\x1e\x1b')
  })

  it('takes Control and the dead circumflex of a German scanner for RS', () => {
    const stroke = strokeOf('down', { code: 'Backquote', key: 'Dead', control: true }, 0)
    expect(textOf([stroke], LAYOUTS.de)).toBe('\x1e')
  })
})
