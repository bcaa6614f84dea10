import type { CalibrationScan } from '../../../../src/main/devices/scanner/calibration/findings.ts'
import type { KeyStroke } from '../../../../src/main/devices/scanner/key-stroke.ts'
import { createKeyboardScanner } from '../../../../src/main/devices/scanner/keyboard.ts'
import type { Keymap } from '../../../../src/main/devices/scanner/keymap.ts'
import { keyboardSettingsOf } from '../../../../src/main/devices/scanner/keyboard-settings.ts'
import type { KeyboardOptions } from '../../../../src/main/devices/scanner/keyboard-settings.ts'
import { createFakeTime } from '../../../fakes/fake-time.ts'
import { createFakeWindow } from '../../../fakes/fake-window.ts'
import { record } from './recorded.ts'

/** When the first stroke may come. */
export const START_MS = 1_000_000

/** A keyboard scanner between a keyboard and a page, with a time of its own. */
export function openKeyboard(
  options: KeyboardOptions = {},
  { tellsEveryUp = false, keymap = undefined as Keymap | undefined } = {}
) {
  const time = createFakeTime(START_MS)
  const latenessMs = new Map<KeyStroke, number>()
  const scanner = createKeyboardScanner({
    id: 'wedge',
    clock: time,
    timers: time,
    settings: keyboardSettingsOf(options),
    replay: (strokes) => strokes.forEach(arrive),
    keymap
  })
  const calibrations: CalibrationScan[] = []
  scanner.onCalibration((scan) => calibrations.push(scan))
  const window = createFakeWindow((stroke) => scanner.key(stroke), { tellsEveryUp })

  function arrive(stroke: KeyStroke): void {
    const before = window.seen.length
    window.stroke(stroke)
    if (window.seen.length > before) latenessMs.set(stroke, time.now() - stroke.atMs)
  }

  return {
    scanner,
    time,
    said: record(scanner),
    calibrations,
    /** What the window got to see, in order. */
    seen: window.seen,
    leaked: window.leaked,
    /** How late the window saw each of these strokes. */
    latenessOf: (strokes: readonly KeyStroke[]) => strokes.map((stroke) => latenessMs.get(stroke)),
    /** Lets strokes arrive at their times. */
    type: (strokes: readonly KeyStroke[]) => {
      for (const stroke of strokes) {
        time.advance(Math.max(0, stroke.atMs - time.now()))
        arrive(stroke)
      }
    },
    wait: (ms: number) => time.advance(ms),
    now: () => time.now()
  }
}
