import type { Clock } from '../../../core/clock.ts'
import type { Timers } from '../timers.ts'
import type { LineEnd } from './calibration/findings.ts'
import { BY_ENTER, BY_ETX, BY_NO_MARK, BY_TAB, createLineReader } from './line-reader.ts'
import type { LineMarks, LineOutcome } from './line-reader.ts'
import { afterSilence } from './patience.ts'
import type { Suffix } from './scanner.ts'
import type { ReadSignals } from './signals.ts'

/** What a scanner that sends a stream ends each scan with; `none`: a silence ends it. */
export type StreamSuffix = Suffix | 'etx'

/** How scans are told apart in a stream of bytes. */
export interface StreamFraming {
  /** Absent for Enter: CR, LF or both. */
  readonly suffix?: StreamSuffix | undefined
  /** How long nothing has to come until a scan without a suffix is over; absent for {@link SILENCE_MS}. */
  readonly silenceMs?: number | undefined
}

/** Longer than networks and converters hold back the rest of a scan, and shorter than two scans by hand are apart. */
export const SILENCE_MS = 150

/** A line that was begun and not ended is given up after this time, so that it cannot run into the next scan. */
export const UNFINISHED_LINE_MS = 2000

/** What comes within this time after a line was given up may be its late rest. */
export const REST_OF_LINE_MS = 5000

/** Reads one stream, of one connection or port; every byte of it becomes part of a scan or of a fault. */
export interface StreamReader {
  push(chunk: Uint8Array): void
  /** The other side ended the stream in good order, which ends a scan as a silence does. */
  ended(): void
  /** Nothing more comes, and what was begun has lost its end. */
  lost(): void
}

const MARKS: Readonly<Record<StreamSuffix, LineMarks>> = {
  enter: BY_ENTER,
  tab: BY_TAB,
  etx: BY_ETX,
  none: BY_NO_MARK
}

export function createStreamReader(
  { suffix = 'enter', silenceMs = SILENCE_MS }: StreamFraming,
  surroundings: { readonly clock: Clock; readonly timers: Timers },
  signals: ReadSignals
): StreamReader {
  const lines = createLineReader(MARKS[suffix])
  const endsInSilence = suffix === 'none'
  let hasEnds = false
  let stopAwaitingEnd = (): void => {}
  let stopDoubting = (): void => {}

  function tell(outcome: LineOutcome | undefined, lineEnd: LineEnd = 'silence'): void {
    if (outcome?.kind === 'line') signals.scan(outcome.bytes, { lineEnd })
    else if (outcome) signals.fault(outcome.kind, outcome.bytes)
  }

  function giveUp(kind: 'incomplete' | 'no-end'): void {
    const begun = lines.abandon()
    if (!begun) return
    signals.fault(kind, begun)
    stopDoubting()
    stopDoubting = surroundings.timers.after(REST_OF_LINE_MS, () => lines.forgetAbandoned())
  }

  return {
    push(chunk) {
      stopAwaitingEnd()
      const lineEnd = suffix === 'tab' || suffix === 'etx' ? suffix : lineEndIn(chunk)
      const ended = lines.push(chunk)
      hasEnds ||= ended.length > 0
      for (const outcome of ended) tell(outcome, lineEnd)
      stopAwaitingEnd = endsInSilence
        ? afterSilence(silenceMs, surroundings, () => tell(lines.end()))
        : afterSilence(UNFINISHED_LINE_MS, surroundings, () => giveUp(hasEnds ? 'incomplete' : 'no-end'))
    },
    ended() {
      if (endsInSilence) tell(lines.end())
    },
    lost() {
      stopAwaitingEnd()
      giveUp('incomplete')
      stopDoubting()
    }
  }
}

/** What the lines of a chunk end in. Of a CR at its very end it is not known whether an LF follows. */
function lineEndIn(chunk: Uint8Array): LineEnd {
  const text = Buffer.from(chunk).toString('latin1')
  if (text.includes('\r\n')) return 'cr-lf'
  return text.includes('\r') ? 'cr' : 'lf'
}
