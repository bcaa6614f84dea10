import { keycodeOf } from './keycodes.ts'
import type { XStroke } from './keyboard.ts'
import type { Random } from '../../../src/core/random.ts'
import type { Layout } from './workplace.ts'

const BEFORE_MS = 200

/** Words, and the keys that a person presses for them; `+` joins those that go down together. */
export const TYPED: Readonly<Record<Layout, { readonly text: string; readonly keys: string }>> = {
  us: {
    text: "Shelf B-12: it's 3/4",
    keys: 'ShiftLeft+KeyS KeyH KeyE KeyL KeyF Space ShiftLeft+KeyB Minus Digit1 Digit2 ShiftLeft+Semicolon Space KeyI KeyT Quote KeyS Space Digit3 Slash Digit4'
  },
  de: {
    text: 'Größe é Ô è @ 3/4',
    keys: 'ShiftLeft+KeyG KeyR Semicolon Minus KeyE Space Equal KeyE Space Backquote ShiftLeft+KeyO Space ShiftLeft+Equal KeyE Space AltRight+KeyQ Space Digit3 ShiftLeft+Digit7 Digit4'
  },
  fr: {
    text: 'Noël brûlé à 5 ^ $',
    keys: 'ShiftLeft+KeyN KeyO ShiftLeft+BracketLeft KeyE KeyL Space KeyB KeyR BracketLeft KeyU KeyL Digit2 Space Digit0 Space ShiftLeft+Digit5 Space BracketLeft Space Space BracketRight'
  },
  cz: {
    text: 'Příliš ťuk Ó ůž 1ñ',
    keys: 'ShiftLeft+KeyP Digit5 Digit9 KeyL KeyI Digit3 Space ShiftLeft+Equal KeyT KeyU KeyK Space Equal ShiftLeft+KeyO Space Semicolon Digit6 Space ShiftLeft+Digit1 AltRight+ShiftLeft+Digit1 KeyN'
  }
}

/**
 * Presses keys as fingers do: 80 to 200 ms from one to the next, some still down when the next goes down, and Shift
 * well before its letter.
 */
export function typedStrokes(keys: string, random: Random): readonly XStroke[] {
  const chords = keys.split(' ').map((chord) => chord.split('+'))
  let nextMs = BEFORE_MS
  const downMs = chords.map(() => {
    const atMs = nextMs
    nextMs += 80 + random.below(121)
    return atMs
  })
  const moves = chords.flatMap((codes, index) => {
    const key = codes.at(-1) ?? ''
    const atMs = downMs[index] ?? 0
    const heldMs = chords[index + 1]?.includes(key) ? 40 + random.below(31) : 40 + random.below(71)
    return [
      ...codes.slice(0, -1).flatMap((code) => [
        { type: 'down' as const, code, atMs: atMs - 45 },
        { type: 'up' as const, code, atMs: atMs + 30 }
      ]),
      { type: 'down' as const, code: key, atMs },
      { type: 'up' as const, code: key, atMs: atMs + heldMs }
    ]
  })
  const inOrder = moves.toSorted((a, b) => a.atMs - b.atMs)
  return inOrder.map(({ type, code, atMs }, index) => ({
    type,
    keycode: keycodeOf(code),
    afterMs: atMs - (inOrder[index - 1]?.atMs ?? 0)
  }))
}
