import type { Timers } from '../timers.ts'
import { createAltGraphMarker } from './alt-graph.ts'
import { createBurstDetector } from './burst.ts'
import type { BurstOutcome } from './burst.ts'
import type { KeyStroke } from './key-stroke.ts'
import type { Keymap } from './keymap.ts'
import type { KeyboardSettings } from './keyboard-settings.ts'
import type { Scanner } from './scanner.ts'
import { createScannerSignals } from './signals.ts'
import type { ScannerSettings } from './signals.ts'
import { createTypedAccents } from './typed-accents.ts'
import { createWakefulness } from './wakefulness.ts'

export interface KeyboardScannerSettings extends ScannerSettings {
  readonly timers: Timers
  /**
   * Plays strokes back into the window that they came from, in order and before it returns: what is let pass after
   * them must come after them. Strokes that reach `key` while it runs are let pass.
   *
   * It is called while `key` runs only if `key` then lets its stroke pass: Chromium forgets to drop the character of a
   * stroke that is held back when other strokes are played back in between.
   */
  readonly replay: (strokes: readonly KeyStroke[]) => void
  readonly settings: KeyboardSettings
  /** The computer's own keys, where no input method puts accents on letters. */
  readonly keymap?: Keymap | undefined
}

export interface KeyboardScanner extends Scanner {
  /** Every key stroke of the station's windows goes through here before the window sees it; `hold` keeps it from the window. */
  key(stroke: KeyStroke): 'hold' | 'pass'
  /** Goes by other settings from the next scan on. */
  use(settings: KeyboardSettings): void
  /** Says whether the window is in front: only then the system gives it what a scanner types. */
  inFront(isInFront: boolean): void
}

/** A timer later than this shows that the process was busy, so that strokes may be waiting: they are let come first. */
const LATE_MS = 8
const LET_COME_MS = 10

/**
 * A scanner that types like a keyboard, caught before any window sees its keys.
 *
 * A stroke that could begin a scan is held back until the pace tells; what turns out to be a person's is played back.
 */
export function createKeyboardScanner(options: KeyboardScannerSettings): KeyboardScanner {
  const { clock, timers, replay, keymap } = options
  const signals = createScannerSignals('keyboard', options, { kind: 'ready' })
  const wakefulness = createWakefulness(clock, timers)
  const withAltGraph = createAltGraphMarker()
  const accents = keymap && createTypedAccents(keymap)
  const detectorFor = (settings: KeyboardSettings) => createBurstDetector(settings, keymap !== undefined)
  let settings = options.settings
  let detector = detectorFor(settings)
  let next: KeyboardSettings | undefined
  let lastStrokeMs = Number.NEGATIVE_INFINITY
  let waitingForReplay: readonly KeyStroke[] = []
  let isReplaying = false
  let isClosed = false
  let deadlineMs: number | undefined
  let stopTimer = (): void => {}

  function deliver({ reading, replay: strokes }: BurstOutcome): void {
    if (reading) {
      const bytes = Buffer.from(reading.text, 'utf8')
      const how = { strokes: reading.strokes }
      if (reading.kind === 'scan') signals.scan(bytes, how)
      else signals.fault(reading.kind, bytes, how)
    }
    waitingForReplay = [...waitingForReplay, ...strokes]
  }

  function playBack(): void {
    if (waitingForReplay.length === 0) return
    const strokes = waitingForReplay
    waitingForReplay = []
    isReplaying = true
    try {
      replay(accents?.compose(strokes) ?? strokes)
    } finally {
      isReplaying = false
    }
  }

  function watchDeadline(): void {
    const next = detector.deadlineMs()
    if (next === deadlineMs) return
    deadlineMs = next
    stopTimer()
    if (next !== undefined) waitUntil(next)
  }

  function waitUntil(silentMs: number): void {
    const delayMs = Math.max(LET_COME_MS, silentMs - wakefulness.awakeMs())
    const dueMs = clock.now() + delayMs
    stopTimer = timers.after(delayMs, () => {
      if (wakefulness.awakeMs() < silentMs || clock.now() - dueMs > LATE_MS) return waitUntil(silentMs)
      deadlineMs = undefined
      deliver(detector.silence())
      playBack()
    })
  }

  function inAwakeTime(told: KeyStroke): KeyStroke {
    const atMs = wakefulness.awakeMs()
    const waitedMs = wakefulness.waitedMs()
    if (waitedMs > 0) return { ...told, atMs, waitedMs }
    return atMs === told.atMs ? told : { ...told, atMs }
  }

  /** What still belongs to a scan, such as LF after CR, goes by the settings of that scan. */
  function changeSettings(stroke: KeyStroke): void {
    const isQuiet = detector.deadlineMs() === undefined && stroke.atMs - lastStrokeMs > settings.maxGapMs
    if (next && isQuiet && stroke.type === 'down') {
      settings = next
      detector = detectorFor(next)
      next = undefined
    }
    lastStrokeMs = stroke.atMs
  }

  return {
    ...signals.port,
    key(told) {
      if (isReplaying || isClosed) return 'pass'
      const stroke = withAltGraph(inAwakeTime(told))
      changeSettings(stroke)
      const outcome = detector.stroke(stroke)
      deliver(outcome)
      if (outcome.verdict === 'pass') {
        playBack()
        accents?.passed(stroke)
      } else if (waitingForReplay.length > 0) timers.after(0, playBack)
      watchDeadline()
      return outcome.verdict
    },
    use(changed) {
      next = changed
    },
    inFront: (isInFront) => signals.state({ kind: isInFront ? 'ready' : 'behind' }),
    close() {
      if (isClosed) return Promise.resolve()
      isClosed = true
      signals.closed()
      wakefulness.stop()
      stopTimer()
      deliver({ reading: undefined, replay: detector.release() })
      playBack()
      return Promise.resolve()
    }
  }
}

export function isKeyboardScanner(scanner: Scanner): scanner is KeyboardScanner {
  return scanner.type === 'keyboard'
}
