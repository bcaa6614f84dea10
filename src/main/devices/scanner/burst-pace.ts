import type { KeyboardSettings } from './keyboard-settings.ts'

/** How fast the strokes of a burst came, from one key down to the next. */
export interface BurstPace {
  /** Keys that went down and stand for text. */
  textKeys(): number
  /** A person's fingers may roll over a few keys this fast, but never over so many. */
  isSurelyScanned(): boolean
  /** No fingers press keys one after the other so fast, be they ever so few. */
  isQuick(): boolean
  /** Counts a key that went down so long after the one before, and that may have waited so long until it was told. */
  add(gapMs: number, key: 'text' | 'end' | 'none', waitedMs?: number): void
  /** Its pauses are more than a busy computer explains: it is no scanner's pace. `isLast` has all of it judged. */
  isTooSlow(isLast: boolean): boolean
  /** Nobody types many keys so fast, whatever became of their end. */
  isScanners(): boolean
  /** The first key came so long before the others that it may be somebody else's. */
  hasLoneStart(): boolean
  /** The process was too busy to see the pace, for so long that a person may have typed meanwhile what came. */
  mayBeTyped(): boolean
}

const SURELY_SCANNED = 8

/** A scanner is so much later now and then than its settings say, with nothing being busy. */
const JITTER_MS = 5

/** From so many gaps on their mean says something. */
const TELLING_GAPS = 4

/** Half of the keys come faster: 300 words a minute. */
const SCANNERS_MEDIAN_MS = 40

/** A first gap longer than this has to be like the others. */
const LONE_START_MS = 45
const LIKE_OTHERS = 1.6

/** More pauses than these, and what is not surely a scan is somebody's typing. */
const MAX_PAUSES = 2

/** How long the rest of what is surely a scan is waited for, since the computer may be busy. */
export const SURE_HICCUP_MS = 300

/** From the first key to the one that ends the scan, so much for each: a person takes twice as long at the least. */
const QUICK_MS = 15

/** The computer may notice the last of them so much later than the first, and one in between so late. */
const QUICK_EXCESS_MS = 8
const QUICK_PAUSE_MS = 30

/** Fingers are not so fast, but by mistake. */
const SCANNERS_GAP_MS = 20

/** Nor do they roll over so many keys. */
const SCANNERS_GAPS = 3

/** Nobody types faster for long: 160 words a minute. */
const TYPED_GAP_MS = 75

/** @param firstWaitedMs how long the first key may have waited until it was told */
export function createBurstPace({ maxGapMs, hiccupMs }: KeyboardSettings, firstWaitedMs = 0): BurstPace {
  const allowedExcessMs = hiccupMs - maxGapMs
  let textKeys = 1
  const gapsMs: number[] = []
  /** From one key that writes, or ends, to the next; what is held down meanwhile does not count. */
  const characterGapsMs: number[] = []
  let sinceCharacterMs = 0
  let totalMs = 0
  let longestMs = 0
  let excessMs = 0
  let pauses = 0
  let lastWaitedMs = firstWaitedMs
  let keysThatWaited = firstWaitedMs > 0 ? 1 : 0
  let unseenMs = firstWaitedMs
  let scannersGaps = 0

  const isSurelyScanned = () => textKeys >= SURELY_SCANNED

  function notice(gapMs: number, waitedMs: number): void {
    if (waitedMs > 0) {
      keysThatWaited += 1
      // Keys that are told one right after the other have waited for the same thing.
      unseenMs += Math.max(0, waitedMs - lastWaitedMs)
    } else if (lastWaitedMs === 0 && gapMs <= maxGapMs) {
      scannersGaps += gapMs <= SCANNERS_GAP_MS ? SCANNERS_GAPS : 1
    }
    lastWaitedMs = waitedMs
  }

  return {
    textKeys: () => textKeys,
    isSurelyScanned,
    isQuick: () => longestMs <= QUICK_PAUSE_MS && totalMs <= textKeys * QUICK_MS + QUICK_EXCESS_MS,
    add(gapMs, key, waitedMs = 0) {
      // The time that a busy process took to notice the stroke says nothing of the stroke.
      const heededMs = Math.min(gapMs, isSurelyScanned() ? SURE_HICCUP_MS : hiccupMs)
      gapsMs.push(gapMs)
      totalMs += heededMs
      longestMs = Math.max(longestMs, gapMs)
      excessMs += Math.max(0, heededMs - maxGapMs)
      if (gapMs > maxGapMs + JITTER_MS) pauses += 1
      if (key === 'text') textKeys += 1
      sinceCharacterMs += gapMs
      if (key !== 'none') {
        characterGapsMs.push(sinceCharacterMs)
        sinceCharacterMs = 0
      }
      notice(gapMs, waitedMs)
    },
    isTooSlow(isLast) {
      const allowedMs = gapsMs.length * maxGapMs
      if (isSurelyScanned()) return totalMs > allowedMs + allowedExcessMs
      if (excessMs > allowedExcessMs || pauses > MAX_PAUSES) return true
      return pauses > 0 && totalMs > allowedMs && (isLast || gapsMs.length >= TELLING_GAPS)
    },
    isScanners: () => medianOf(characterGapsMs) <= SCANNERS_MEDIAN_MS,
    hasLoneStart() {
      const [firstMs = 0, ...othersMs] = characterGapsMs
      return firstMs > LONE_START_MS && firstMs > medianOf(othersMs) * LIKE_OTHERS + JITTER_MS
    },
    mayBeTyped: () =>
      keysThatWaited > 0 && scannersGaps < SCANNERS_GAPS && unseenMs >= (keysThatWaited - 1) * TYPED_GAP_MS
  }
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
