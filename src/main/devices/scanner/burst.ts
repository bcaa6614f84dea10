import { createBurstPace, SURE_HICCUP_MS } from './burst-pace.ts'
import type { BurstPace } from './burst-pace.ts'
import { meaningOf, textOf } from './key-text.ts'
import type { KeyMeaning } from './key-text.ts'
import type { KeyStroke } from './key-stroke.ts'
import type { KeyboardSettings } from './keyboard-settings.ts'
import { MAX_SCAN_BYTES } from './scanner.ts'

/** What came of a burst that turned out to be a scanner's. */
export interface BurstReading {
  readonly kind: 'scan' | 'over-long' | 'incomplete'
  readonly text: string
  /** All strokes of it, with the one that ended it. */
  readonly strokes: readonly KeyStroke[]
}

export interface BurstOutcome {
  readonly reading: BurstReading | undefined
  /** Strokes held back so far that are a person's after all: to be played back at once, in this order. */
  readonly replay: readonly KeyStroke[]
}

export interface StrokeOutcome extends BurstOutcome {
  /** Whether this stroke is held back or goes on to the window, after what is replayed. */
  readonly verdict: 'hold' | 'pass'
}

/** Tells a scanner's strokes from a person's, by their pace and by how they end. Knows no clock: strokes bring their times. */
export interface BurstDetector {
  stroke(stroke: KeyStroke): StrokeOutcome
  /** To be called when the deadline passes without a stroke. */
  silence(): BurstOutcome
  /** Until when something is held back, in the time of the strokes; absent while nothing is. */
  deadlineMs(): number | undefined
  /** Lets go of everything that is held back. */
  release(): readonly KeyStroke[]
}

interface Burst {
  /** `passed`: it went on to the window when it came, but belongs to the text of a scan. */
  readonly strokes: { readonly stroke: KeyStroke; readonly passed: boolean }[]
  /** It follows so closely on strokes that were given back that it may be the rest of a scan. */
  readonly isDoubtful: boolean
  readonly pace: BurstPace
  isOverLong: boolean
}

/** After a burst that broke off, what comes within this time is its rest and no scan of its own. */
const BROKEN_SCAN_MS = 500

/** A single key is somebody's typing nearly always, and yet the first of a scan where the computer was stuck after it. */
const LONE_KEY_MS = 300

/** A single key and Enter may be pressed at once by mistake. */
const FEWEST_CHARACTERS = 2

/** Alt and four digits, each going down and up. */
const MAX_STROKES_OF_CHARACTER = 10

const NOTHING: BurstOutcome = { reading: undefined, replay: [] }

/** @param holdsDeadKeys whether dead keys come before anything has put them together with what follows */
export function createBurstDetector(settings: KeyboardSettings, holdsDeadKeys = false): BurstDetector {
  const { minCharacters, maxGapMs, holdMs, hiccupMs, prefix, suffix, layout } = settings
  let burst: Burst | undefined
  let lastDownMs = Number.NEGATIVE_INFINITY
  let scanEndedMs = Number.NEGATIVE_INFINITY
  let doubtUntilMs = Number.NEGATIVE_INFINITY
  /** Keys of a scan that are still down: their going up is the scan's as well. */
  const swallowed = new Set<string>()

  function wentDown(stroke: KeyStroke): StrokeOutcome {
    if (stroke.isAutoRepeat) {
      const isScanners = swallowed.has(stroke.code) || burst?.strokes.some((held) => held.stroke.code === stroke.code)
      return { ...NOTHING, verdict: isScanners ? 'hold' : 'pass' }
    }
    const before = burst && isOver(burst, stroke) ? end() : NOTHING
    swallowed.delete(stroke.code)
    const meaning = meaningOf(stroke, layout)
    const now = burst ? goOn(burst, stroke, meaning) : begin(stroke, meaning)
    lastDownMs = stroke.atMs
    return {
      verdict: now.verdict,
      reading: before.reading ?? now.reading,
      replay: [...before.replay, ...now.replay]
    }
  }

  function wentUp(stroke: KeyStroke): StrokeOutcome {
    if (swallowed.delete(stroke.code)) return { ...NOTHING, verdict: 'hold' }
    if (!burst?.strokes.some(({ passed }) => !passed)) return { ...NOTHING, verdict: 'pass' }
    if (!burst.isOverLong) burst.strokes.push({ stroke, passed: false })
    return { ...NOTHING, verdict: 'hold' }
  }

  /** Its time is up, though the timer did not come before the stroke. */
  function isOver(running: Burst, stroke: KeyStroke): boolean {
    return stroke.atMs - lastDownMs > patienceMs(running)
  }

  /** How long nothing may come before the burst is over. */
  function patienceMs(running: Burst): number {
    if (!isIdentified(running)) return holdMs
    return running.pace.isSurelyScanned() && !mayEndInSilence(running) ? Math.max(SURE_HICCUP_MS, hiccupMs) : hiccupMs
  }

  function begin(stroke: KeyStroke, meaning: KeyMeaning): StrokeOutcome {
    if (meaning.kind === 'end' && stroke.atMs - scanEndedMs <= maxGapMs) {
      // CR LF and the like: the second key of a suffix must not press a button.
      scanEndedMs = stroke.atMs
      swallowed.add(stroke.code)
      return { ...NOTHING, verdict: 'hold' }
    }
    if (!mayBegin(stroke, meaning)) return { ...NOTHING, verdict: 'pass' }
    // An input method has composed these already; held back and replayed, a person's accent would be lost.
    const passed = stroke.key === 'Process' || (stroke.key === 'Dead' && !holdsDeadKeys)
    burst = {
      strokes: [{ stroke, passed }],
      isDoubtful: stroke.atMs <= doubtUntilMs,
      pace: createBurstPace(settings, stroke.waitedMs),
      isOverLong: false
    }
    return { ...NOTHING, verdict: passed ? 'pass' : 'hold' }
  }

  function mayBegin(stroke: KeyStroke, meaning: KeyMeaning): boolean {
    if (meaning.kind === 'alt-digit') return stroke.atMs - lastDownMs <= maxGapMs
    if (meaning.kind !== 'text') return false
    // Other combinations are a person's shortcuts, and a shortcut played back would not reach the menu.
    // With AltGr, which Windows tells as Control and Alt, a scanner of another country writes brackets.
    return (
      !stroke.control ||
      stroke.alt ||
      /^[\x1d\x1e]$/.test(meaning.text) ||
      (prefix !== '' && prefix.startsWith(meaning.text))
    )
  }

  function goOn(running: Burst, stroke: KeyStroke, meaning: KeyMeaning): StrokeOutcome {
    const isEnd = meaning.kind === 'end' && (suffix === undefined || suffix === 'none' || suffix === meaning.key)
    const isText = !isEnd && meaning.kind !== 'modifier' && meaning.kind !== 'other'
    running.pace.add(stroke.atMs - lastDownMs, isText, stroke.waitedMs)
    if (running.pace.isTooSlow(isEnd)) return { ...breakOff(running), verdict: begin(stroke, meaning).verdict }
    if (isEnd) {
      if (!isScan(running) && !isQuickScan(running)) {
        return { reading: undefined, replay: giveBack(running), verdict: 'pass' }
      }
      const outcome = finish(running, kindOf(running), stroke)
      swallowed.add(stroke.code)
      scanEndedMs = stroke.atMs
      doubtUntilMs = Number.NEGATIVE_INFINITY
      return { ...outcome, verdict: 'hold' }
    }
    if (running.pace.textKeys() > MAX_SCAN_BYTES) running.isOverLong = true
    if (running.isOverLong) swallowed.add(stroke.code)
    else running.strokes.push({ stroke, passed: false })
    return { ...NOTHING, verdict: 'hold' }
  }

  /** The burst is over without a key that ends it. */
  function end(): BurstOutcome {
    if (!burst) return NOTHING
    const ended = burst
    if (!mayEndInSilence(ended) || !isScan(ended) || ended.pace.isTooSlow(true)) return breakOff(ended)
    return finish(ended, kindOf(ended))
  }

  /** It is over and is no whole scan: a person's, or a scan that lost its end. */
  function breakOff(ended: Burst): BurstOutcome {
    const isScanners = ended.pace.isSurelyScanned() && ended.pace.isScanners()
    if (!isScanners || mayBeTyped(ended)) return { reading: undefined, replay: giveBack(ended) }
    doubtUntilMs = lastDownMs + BROKEN_SCAN_MS
    return finish(ended, 'incomplete')
  }

  function kindOf(ended: Burst): 'scan' | 'incomplete' {
    return ended.isDoubtful || mayBeTyped(ended) ? 'incomplete' : 'scan'
  }

  function mayBeTyped(ended: Burst): boolean {
    return ended.pace.mayBeTyped() && !hasPrefix(ended)
  }

  function mayEndInSilence(running: Burst): boolean {
    return suffix === 'none' || hasPrefix(running)
  }

  function isIdentified(running: Burst): boolean {
    return running.pace.textKeys() >= minCharacters || hasPrefix(running)
  }

  function isScan(running: Burst): boolean {
    return hasPrefix(running) || textOfBurst(running).length >= minCharacters
  }

  /** Too short to be told from typing by its length, and by its pace, with the key that ends it, no typing. */
  function isQuickScan(running: Burst): boolean {
    return running.pace.isQuick() && !running.pace.mayBeTyped() && textOfBurst(running).length >= FEWEST_CHARACTERS
  }

  function hasPrefix(running: Burst): boolean {
    if (prefix === '') return false
    const text = textOfBurst(running, (prefix.length + 1) * MAX_STROKES_OF_CHARACTER)
    return text.startsWith(prefix) && text.length > prefix.length
  }

  function textOfBurst(running: Burst, maxStrokes?: number): string {
    return textOf(
      running.strokes.slice(0, maxStrokes).map(({ stroke }) => stroke),
      layout
    )
  }

  function finish(running: Burst, kind: BurstReading['kind'], end?: KeyStroke): BurstOutcome {
    const text = textOfBurst(running)
    const strokes = [...running.strokes.map(({ stroke }) => stroke), ...(end ? [end] : [])]
    const replay: KeyStroke[] = []
    for (const { stroke, passed } of running.strokes) {
      if (stroke.type === 'down' && !passed) swallowed.add(stroke.code)
      // The key went down in sight of the window, which has to see it go up.
      if (stroke.type === 'up' && !swallowed.delete(stroke.code) && !passed) replay.push(stroke)
    }
    burst = undefined
    const withoutPrefix = prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text
    return { reading: { kind: running.isOverLong ? 'over-long' : kind, text: withoutPrefix, strokes }, replay }
  }

  function giveBack(running: Burst): readonly KeyStroke[] {
    const mayBeScans = running.pace.textKeys() > 1
    doubtUntilMs = Math.max(doubtUntilMs, lastDownMs + (mayBeScans ? BROKEN_SCAN_MS : LONE_KEY_MS))
    burst = undefined
    return running.strokes.filter(({ passed }) => !passed).map(({ stroke }) => stroke)
  }

  return {
    stroke: (stroke) => (stroke.type === 'down' ? wentDown(stroke) : wentUp(stroke)),
    silence: end,
    deadlineMs: () => (burst ? lastDownMs + patienceMs(burst) : undefined),
    release: () => (burst ? giveBack(burst) : [])
  }
}
