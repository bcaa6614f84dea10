import { execFile } from 'node:child_process'
import { readDeadKeys } from './dead-keys.ts'
import type { DeadKeys } from './dead-keys.ts'
import type { KeyStroke } from './key-stroke.ts'

/** What accents the keys of this computer write, since a window is only told that a key was a dead one. */
export interface Keymap {
  /** Asks the computer anew: its layout may have been changed. */
  refresh(): void
  /** The combining character of a dead key; absent where it is not known. */
  accentOf(dead: KeyStroke): string | undefined
}

const READ_TIMEOUT_MS = 2000

/**
 * The keymap of an X server. `xkbcomp` prints it, the compiler that every X server itself needs to set a layout.
 */
export function createXKeymap(display: string): Keymap {
  let deadKeys: DeadKeys = new Map()

  function refresh(): void {
    execFile('xkbcomp', ['-w', '0', display, '-'], { timeout: READ_TIMEOUT_MS }, (error, output) => {
      if (!error) deadKeys = readDeadKeys(output)
    })
  }

  return {
    refresh,
    accentOf: ({ code, shift, altGraph }) => deadKeys.get(code)?.[(shift ? 1 : 0) + (altGraph ? 2 : 0)]
  }
}
