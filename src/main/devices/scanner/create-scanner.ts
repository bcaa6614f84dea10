import type { Clock } from '../../../core/clock.ts'
import { createNodeHid } from '../hid/node-hid.ts'
import type { HidBackend } from '../hid/port.ts'
import { systemTimers } from '../timers.ts'
import type { Timers } from '../timers.ts'
import { createHidPosScanner } from './hid-pos.ts'
import type { KeyStroke } from './key-stroke.ts'
import { createKeyboardScanner } from './keyboard.ts'
import type { Keymap } from './keymap.ts'
import { keyboardSettingsOf } from './keyboard-settings.ts'
import type { KeyboardOptions } from './keyboard-settings.ts'
import type { Scanner, Suffix } from './scanner.ts'
import { createTcpScanner } from './tcp.ts'
import { createScannerWatcher } from './watcher.ts'
import type { ScannerDress } from './undress.ts'
import type { ScannerWatcher } from './watcher.ts'

/** A scanner as `station.json` says it. */
export type ScannerEntry = TcpEntry | KeyboardEntry | HidPosEntry

export interface TcpEntry extends ScannerDress {
  readonly id: string
  readonly type: 'tcp'
  readonly listen: string
}

export interface KeyboardEntry extends KeyboardOptions, ScannerDress {
  readonly id: string
  readonly type: 'keyboard'
}

export interface HidPosEntry extends ScannerDress {
  readonly id: string
  readonly type: 'hid-pos'
  /** `vvvv:pppp` (vendor and product id in hexadecimal) or the serial number; absent for any that is not named elsewhere. */
  readonly device?: string | undefined
  readonly suffix?: Suffix | undefined
}

export interface ScannerSurroundings {
  readonly clock: Clock
  /** Plays key strokes back into the window that they came from, before it returns. */
  readonly replay: (strokes: readonly KeyStroke[]) => void
  /** The computer's own keys, where no input method puts accents on letters. */
  readonly keymap?: Keymap | undefined
  readonly timers?: Timers
  readonly hid?: HidBackend
}

/**
 * Opens all scanners of the settings together, since those in HID POS mode share out the devices among them.
 *
 * The one of type `keyboard` is a `KeyboardScanner`, which `isKeyboardScanner` tells.
 */
export function createScanners(
  entries: readonly ScannerEntry[],
  surroundings: ScannerSurroundings
): readonly Scanner[] {
  const { timers = systemTimers, hid = createNodeHid() } = surroundings
  const watcher = createScannerWatcher(hid, timers)
  return entries.map((entry) => createScanner(entry, { ...surroundings, timers, watcher }))
}

interface Surroundings extends ScannerSurroundings {
  readonly timers: Timers
  readonly watcher: ScannerWatcher
}

function createScanner(entry: ScannerEntry, { clock, timers, replay, keymap, watcher }: Surroundings): Scanner {
  const { id } = entry
  switch (entry.type) {
    case 'tcp':
      return createTcpScanner({ id, clock, timers, listen: entry.listen })
    case 'keyboard':
      return createKeyboardScanner({ id, clock, timers, replay, keymap, settings: keyboardSettingsOf(entry) })
    case 'hid-pos':
      return createHidPosScanner({ id, clock, timers, watcher, device: entry.device, suffix: entry.suffix })
  }
}
