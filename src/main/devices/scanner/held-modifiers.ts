import type { KeyStroke } from './key-stroke.ts'

const MODIFIERS = ['shift', 'control', 'alt'] as const
type Modifier = (typeof MODIFIERS)[number]

/** Knows since when Shift, Control and Alt are down, as far as their going down was told. */
export interface HeldModifiers {
  /** Takes note of a stroke, before anything is asked about it. */
  note(stroke: KeyStroke): void
  /** Whether the stroke is made with one that went down before that time. */
  isHeldSince(stroke: KeyStroke, beforeMs: number): boolean
}

export function createHeldModifiers(): HeldModifiers {
  const downMs = new Map<Modifier, number>()
  return {
    note(stroke) {
      if (stroke.isAutoRepeat) return
      const [own] = MODIFIERS.filter((modifier) => new RegExp(`^${modifier}(Left|Right)$`, 'i').test(stroke.code))
      if (own !== undefined) {
        if (stroke.type === 'down') downMs.set(own, stroke.atMs)
        else downMs.delete(own)
        return
      }
      // Its going up is not always told.
      if (stroke.type === 'down') for (const modifier of MODIFIERS) if (!stroke[modifier]) downMs.delete(modifier)
    },
    isHeldSince: (stroke, beforeMs) =>
      MODIFIERS.some((modifier) => stroke[modifier] && (downMs.get(modifier) ?? beforeMs) < beforeMs)
  }
}
