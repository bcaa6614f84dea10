import type { KeyStroke } from './key-stroke.ts'

/**
 * Finds out which strokes are made with AltGr, which no system tells alike: Windows tells Control and Alt, Linux a key of
 * its own and nothing with the stroke after it, or plain Alt where the computer's layout has no third level.
 *
 * A scanner presses AltGr anew for each character, and its going up is not always told: so it counts for one
 * character, or for as long as the strokes say that Alt is down.
 */
export function createAltGraphMarker(): (stroke: KeyStroke) => KeyStroke {
  let isDown = false
  return (stroke) => {
    if (stroke.code === 'AltRight' || stroke.key === 'AltGraph') {
      isDown = stroke.type === 'down'
      return stroke
    }
    if (stroke.code === 'AltLeft') isDown = false
    if (stroke.type === 'up' || /^(Shift|Control|Alt|Meta)(Left|Right)$/.test(stroke.code) || !isDown) return stroke
    isDown = stroke.alt
    return { ...stroke, altGraph: true }
  }
}
