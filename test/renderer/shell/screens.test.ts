import { describe, expect, it } from 'vitest'
import { screenOfKey } from '../../../src/renderer/src/shell/screens.ts'
import type { KeyPress } from '../../../src/renderer/src/shell/screens.ts'

const ALT: Omit<KeyPress, 'code'> = { altKey: true, ctrlKey: false, metaKey: false, shiftKey: false }

describe('the keys of the navigation', () => {
  it.each([
    ['Digit1', 'receiving'],
    ['Digit2', 'assembly'],
    ['Digit3', 'labels'],
    ['Digit4', 'inventory'],
    ['Digit5', 'counts'],
    ['Digit6', 'trace'],
    ['Digit7', 'issues'],
    ['Digit8', 'parts'],
    ['Digit9', 'scans'],
    ['Digit0', 'settings']
  ])('Alt and %s lead to %s', (code, screen) => {
    expect(screenOfKey({ ...ALT, code })).toBe(screen)
  })

  it('are not those that a scanner presses for a separator: Alt with 0 2 9 on the number pad, Ctrl with a key', () => {
    for (const code of ['Numpad0', 'Numpad2', 'Numpad9', 'Numpad1']) {
      expect(screenOfKey({ ...ALT, code })).toBeUndefined()
    }
    expect(screenOfKey({ ...ALT, altKey: false, ctrlKey: true, code: 'BracketRight' })).toBeUndefined()
    expect(screenOfKey({ ...ALT, altKey: false, ctrlKey: true, code: 'Digit1' })).toBeUndefined()
  })

  it('are not AltGr, which is Ctrl and Alt, nor digits alone or without a screen', () => {
    expect(screenOfKey({ ...ALT, ctrlKey: true, code: 'Digit2' })).toBeUndefined()
    expect(screenOfKey({ ...ALT, shiftKey: true, code: 'Digit2' })).toBeUndefined()
    expect(screenOfKey({ ...ALT, altKey: false, code: 'Digit2' })).toBeUndefined()
    expect(screenOfKey({ ...ALT, code: 'KeyA' })).toBeUndefined()
  })
})
