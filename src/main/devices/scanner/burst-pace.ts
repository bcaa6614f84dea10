import type { KeyboardSettings } from './keyboard-settings.ts'

/** How fast the strokes of a burst came, from one key down to the next. */
export interface BurstPace {
  /** Keys that went down and stand for text. */
  textKeys(): number
  /** A person's fingers may roll over a few keys this fast, but never over so many. */
  isSurelyScanned(): boolean
  /** Counts a key that went down so long after the one before. */
  add(gapMs: number, isText: boolean): void
  /** Its pauses are more than a busy computer explains: it is no scanner's pace. */
  isTooSlow(): boolean
}

const SURELY_SCANNED = 8

/** How long the rest of what is surely a scan is waited for, since the computer may be busy. */
export const SURE_HICCUP_MS = 300

export function createBurstPace({ maxGapMs, hiccupMs }: KeyboardSettings): BurstPace {
  const allowedExcessMs = hiccupMs - maxGapMs
  let textKeys = 1
  let gaps = 0
  let totalMs = 0
  let excessMs = 0

  const isSurelyScanned = () => textKeys >= SURELY_SCANNED

  return {
    textKeys: () => textKeys,
    isSurelyScanned,
    add(gapMs, isText) {
      // The time that a busy process took to notice the stroke says nothing of the stroke.
      const heededMs = Math.min(gapMs, isSurelyScanned() ? SURE_HICCUP_MS : hiccupMs)
      gaps += 1
      totalMs += heededMs
      excessMs += Math.max(0, heededMs - maxGapMs)
      if (isText) textKeys += 1
    },
    isTooSlow() {
      if (isSurelyScanned()) return totalMs > gaps * maxGapMs + allowedExcessMs
      return excessMs > allowedExcessMs
    }
  }
}
