import { keycodeOf } from './keycodes.ts'
import type { XStroke } from './keyboard.ts'
import type { Random } from './random.ts'
import type { Layout } from './workplace.ts'

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
    text: 'Příliš ťuk Ó ůž 1',
    keys: 'ShiftLeft+KeyP Digit5 Digit9 KeyL KeyI Digit3 Space ShiftLeft+Equal KeyT KeyU KeyK Space Equal ShiftLeft+KeyO Space Semicolon Digit6 Space ShiftLeft+Digit1'
  }
}

/**
 * Presses keys as fingers do: 80 to 200 ms from one to the next, some still down when the next goes down, and Shift
 * well before its letter.
 */
export function typedStrokes(keys: string, random: Random): readonly XStroke[] {
  const events: { readonly type: XStroke['type']; readonly code: string; readonly atMs: number }[] = []
  let atMs = 200
  for (const [index, chord] of keys.split(' ').entries()) {
    const codes = chord.split('+')
    const key = codes.at(-1) ?? ''
    if (index > 0) atMs += random.between(80, 200)
    const upMs = atMs + random.between(40, 110)
    for (const code of codes.slice(0, -1)) {
      events.push({ type: 'down', code, atMs: atMs - 45 }, { type: 'up', code, atMs: atMs + 30 })
    }
    events.push({ type: 'down', code: key, atMs }, { type: 'up', code: key, atMs: upMs })
  }
  const inOrder = lettingGoFirst(events).sort((a, b) => a.atMs - b.atMs)
  return inOrder.map(({ type, code, atMs }, index) => ({
    type,
    keycode: keycodeOf(code),
    afterMs: atMs - (inOrder[index - 1]?.atMs ?? 0)
  }))
}

/** The same key twice in a row has to go up in between. */
function lettingGoFirst<Event extends { readonly type: string; readonly code: string; readonly atMs: number }>(
  events: readonly Event[]
): Event[] {
  return events.map((event) => {
    if (event.type === 'down') return event
    const again = events.find(
      ({ type, code, atMs }) => type === 'down' && code === event.code && atMs > event.atMs - 111
    )
    const down = events.findLast(({ type, code, atMs }) => type === 'down' && code === event.code && atMs < event.atMs)
    return again && down && again !== down ? { ...event, atMs: down.atMs + 35 } : event
  })
}
