import type { KeyStroke } from './key-stroke.ts'
import { isHeldModifier } from './modifiers.ts'

/** Later than this its going up has gone elsewhere, as to another window. */
const SOON_MS = 500

/**
 * Finds out which strokes are made with AltGr, which no system tells alike: Windows tells Control and Alt, Linux a key of
 * its own and nothing with the stroke after it, or plain Alt where the computer's layout has no third level.
 *
 * A scanner presses AltGr anew for each character, and its going up is not always told: so it counts for one
 * character that comes soon, or for as long as the strokes say that Alt is down.
 */
export function createAltGraphMarker(): (stroke: KeyStroke) => KeyStroke {
  /** AltGr has gone down, and no character has come since. */
  let isPressed = false
  let pressedMs = Number.NEGATIVE_INFINITY
  /** It is the right one of the Alt keys that a stroke with Alt is made with. */
  let isRight = false
  return (stroke) => {
    const { code, key, type, alt, atMs } = stroke
    if (code === 'AltRight' || key === 'AltGraph') {
      isPressed = isRight = type === 'down'
      pressedMs = atMs
    } else if (code === 'AltLeft') isRight = false
    if (type === 'up' || isHeldModifier(code)) return stroke
    const isMade = (isPressed && atMs - pressedMs <= SOON_MS) || (alt && isRight)
    isPressed = false
    return isMade ? { ...stroke, altGraph: true } : stroke
  }
}
