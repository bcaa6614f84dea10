import { recogniseCalibration } from '../../../core/barcode/calibration-symbol.ts'
import { createBurstPace, SURE_HICCUP_MS } from './burst-pace.ts'
import type { BurstPace } from './burst-pace.ts'
import { createHeldModifiers } from './held-modifiers.ts'
import { meaningOf, textOf } from './key-text.ts'
import type { KeyMeaning } from './key-text.ts'
import type { KeyStroke } from './key-stroke.ts'
import { patientWith } from './keyboard-settings.ts'
import type { KeyboardSettings } from './keyboard-settings.ts'
import { MAX_SCAN_BYTES } from './scanner.ts'

/** What came of a burst that turned out to be a scanner's. */
export interface BurstReading {
  /** `unknown-key`: one of its keys writes nothing, so that what it stands for is missing. */
  readonly kind: 'scan' | 'over-long' | 'incomplete' | 'unknown-key'
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
  /** By the scanner's own pace; the same where none is listened for that may be slower. */
  readonly ownPace: BurstPace
  /** By the scanner's own pace it is no scan, though it may be the calibration symbol. */
  isTooSlow: boolean
  /** Somebody else's keys are among them, or one that was held down changed what they write. */
  isMixed: boolean
  isOverLong: boolean
}

/** After a burst that broke off, what comes within this time is its rest and no scan of its own. */
const BROKEN_SCAN_MS = 500

/** A single key is somebody's typing nearly always, and yet the first of a scan where the computer was stuck after it. */
const LONE_KEY_MS = 300

/** No keyboard repeats a key so soon after it went down: a second one has pressed the same. */
const SOONEST_REPEAT_MS = 150

/** Control characters that scanners are set to send before the data, SOH and STX, or that data begins with, GS and RS. */
const SENT_FIRST = /^[\x01\x02\x1d\x1e]$/

/** Keys that write in a scan only: elsewhere they are a person's, and pass at once. */
const ONLY_IN_SCANS = /^(Arrow|Escape)/

/** A single key and Enter may be pressed at once by mistake. */
const FEWEST_CHARACTERS = 2

/** Alt and four digits, each going down and up. */
const MAX_STROKES_OF_CHARACTER = 10

const NOTHING: BurstOutcome = { reading: undefined, replay: [] }

/** @param holdsDeadKeys whether dead keys come before anything has put them together with what follows */
export function createBurstDetector(settings: KeyboardSettings, holdsDeadKeys = false): BurstDetector {
  const { minCharacters, prefix, suffix, layout, isListening } = settings
  /** Letters and digits before a scan are what a person types as well. */
  const isMark = /[^A-Za-z0-9]/.test(prefix)
  const patient = isListening ? patientWith(settings) : settings
  const { maxGapMs } = patient
  const modifiers = createHeldModifiers()
  let burst: Burst | undefined
  let lastDownMs = Number.NEGATIVE_INFINITY
  let scanEndedMs = Number.NEGATIVE_INFINITY
  let doubtUntilMs = Number.NEGATIVE_INFINITY
  /** Keys of a scan that are still down: their going up is the scan's as well. */
  const swallowed = new Set<string>()

  function wentDown(stroke: KeyStroke): StrokeOutcome {
    if (stroke.isAutoRepeat) return repeated(stroke)
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

  function repeated({ code, atMs, waitedMs = 0 }: KeyStroke): StrokeOutcome {
    const own = burst?.strokes.findLast(({ stroke }) => stroke.code === code && stroke.type === 'down')
    if (burst && own && waitedMs === 0 && atMs - own.stroke.atMs < SOONEST_REPEAT_MS) burst.isMixed = true
    return { ...NOTHING, verdict: own || swallowed.has(code) ? 'hold' : 'pass' }
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
  function patienceMs(running: Burst, { holdMs, hiccupMs } = patient): number {
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
    const pace = createBurstPace(patient, stroke.waitedMs)
    burst = {
      strokes: [{ stroke, passed }],
      isDoubtful: stroke.atMs <= doubtUntilMs,
      pace,
      ownPace: isListening ? createBurstPace(settings, stroke.waitedMs) : pace,
      isTooSlow: false,
      isMixed: modifiers.isHeldSince(stroke, stroke.atMs - patient.holdMs),
      isOverLong: false
    }
    return { ...NOTHING, verdict: passed ? 'pass' : 'hold' }
  }

  function mayBegin(stroke: KeyStroke, meaning: KeyMeaning): boolean {
    if (meaning.kind === 'alt-digit') return stroke.atMs - lastDownMs <= maxGapMs
    if (isListening && stroke.altGraph) return true
    if (meaning.kind !== 'text') return false
    const isPrefix = prefix !== '' && prefix.startsWith(meaning.text)
    if (ONLY_IN_SCANS.test(stroke.code) && !layout.has(stroke.code)) {
      return stroke.code === 'Escape' && (isPrefix || isListening)
    }
    // Other combinations are a person's shortcuts, and a shortcut played back would not reach the menu.
    // With AltGr, which Windows tells as Control and Alt, a scanner of another country writes brackets.
    return !stroke.control || stroke.alt || isPrefix || isListening || SENT_FIRST.test(meaning.text)
  }

  function goOn(running: Burst, stroke: KeyStroke, meaning: KeyMeaning): StrokeOutcome {
    const isEnd = meaning.kind === 'end' && (suffix === undefined || suffix === 'none' || suffix === meaning.key)
    const isText = !isEnd && meaning.kind !== 'modifier' && meaning.kind !== 'other'
    notice(running, stroke, isEnd ? 'end' : isText ? 'text' : 'none')
    if (running.pace.isTooSlow(isEnd)) return { ...breakOff(running), verdict: begin(stroke, meaning).verdict }
    if (isEnd) {
      const isRead = running.isTooSlow ? isCalibration(running) : isScan(running) || isQuickScan(running)
      if (!isRead) return { reading: undefined, replay: giveBack(running), verdict: 'pass' }
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

  function notice(running: Burst, stroke: KeyStroke, key: 'text' | 'end' | 'none'): void {
    const gapMs = stroke.atMs - lastDownMs
    const [first] = running.strokes
    if (key === 'text' && first && modifiers.isHeldSince(stroke, first.stroke.atMs - patient.holdMs)) {
      running.isMixed = true
    }
    if (gapMs > patienceMs(running, settings)) running.isTooSlow = true
    for (const pace of new Set([running.pace, running.ownPace])) pace.add(gapMs, key, stroke.waitedMs)
    if (running.ownPace.isTooSlow(key === 'end')) running.isTooSlow = true
  }

  /** The burst is over without a key that ends it. */
  function end(): BurstOutcome {
    if (!burst) return NOTHING
    const ended = burst
    const isWhole = mayEndInSilence(ended) && isScan(ended) && !ended.isTooSlow && !ended.pace.isTooSlow(true)
    return isWhole ? finish(ended, kindOf(ended)) : breakOff(ended)
  }

  /** It is over and is no whole scan: a person's, or a scan that lost its end. */
  function breakOff(ended: Burst): BurstOutcome {
    const isScanners = !ended.isTooSlow && ended.pace.isSurelyScanned() && ended.pace.isScanners()
    if ((!isScanners || mayBeTyped(ended)) && !isCalibration(ended)) {
      return { reading: undefined, replay: giveBack(ended) }
    }
    doubtUntilMs = lastDownMs + BROKEN_SCAN_MS
    return finish(ended, 'incomplete')
  }

  function kindOf(ended: Burst): BurstReading['kind'] {
    const mayHaveMore = ended.isDoubtful || ended.isMixed || (ended.pace.hasLoneStart() && !hasPrefix(ended))
    if (mayHaveMore || mayBeTyped(ended)) return 'incomplete'
    const isUnknown = ({ stroke }: Burst['strokes'][number]) =>
      stroke.type === 'down' && meaningOf(stroke, layout).kind === 'other'
    // The calibration symbol is there to find out what its keys stand for.
    return ended.strokes.some(isUnknown) && !recogniseCalibration(textOfBurst(ended)) ? 'unknown-key' : 'scan'
  }

  function isCalibration(ended: Burst): boolean {
    return isListening && recogniseCalibration(textOfBurst(ended)) !== undefined
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
    if (!isMark) return false
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
    stroke(stroke) {
      modifiers.note(stroke)
      return stroke.type === 'down' ? wentDown(stroke) : wentUp(stroke)
    },
    silence: end,
    deadlineMs: () => (burst ? lastDownMs + patienceMs(burst) : undefined),
    release: () => (burst ? giveBack(burst) : [])
  }
}
