import { MAX_SCAN_BYTES } from './scanner.ts'

const START_OF_TEXT = 0x02
const END_OF_TEXT = 0x03
const TAB = 0x09
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** How lines are told apart, by their first and last bytes. */
export interface LineMarks {
  readonly ends: readonly number[]
  /** What begins a line where it has such a mark; what stands before it is no part of the line. */
  readonly start?: number
  /** What a line never begins with. */
  readonly between?: readonly number[]
}

/** Ends in CR, LF or CR LF. */
export const BY_ENTER: LineMarks = { ends: [LINE_FEED, CARRIAGE_RETURN] }
export const BY_TAB: LineMarks = { ends: [TAB], between: [LINE_FEED, CARRIAGE_RETURN] }
/** Ends in ETX, and may begin with STX; some scanners send CR LF after it all the same. */
export const BY_ETX: LineMarks = { ends: [END_OF_TEXT], start: START_OF_TEXT, between: [LINE_FEED, CARRIAGE_RETURN] }
/** Whoever reads says where a line ends. */
export const BY_NO_MARK: LineMarks = { ends: [] }

/** `incomplete`: one whose end did not come before the next began, or whose beginning was given up. */
export interface LineOutcome {
  readonly kind: 'line' | 'over-long' | 'incomplete'
  readonly bytes: Uint8Array
}

export interface LineReader {
  /** Takes what came in and gives each line that it ended, in order. */
  push(chunk: Uint8Array): readonly LineOutcome[]
  /** Ends the line that was begun, as its mark would; absent when there is none. */
  end(): LineOutcome | undefined
  /** Gives up the line that was begun but never ended; absent when there is none. What ends next is then not whole. */
  abandon(): Uint8Array | undefined
  /** What begins from now on is a line of its own again. */
  forgetAbandoned(): void
}

/**
 * Cuts a stream into lines, wherever the chunks are cut. Empty lines are no lines.
 *
 * A line over {@link MAX_SCAN_BYTES} is told once, at its end, with its beginning.
 */
export function createLineReader({ ends, start, between = [] }: LineMarks = BY_ENTER): LineReader {
  let begun: number[] = []
  let overLong = false
  let mayBeRest = false

  function end(): LineOutcome | undefined {
    if (begun.length === 0) return undefined
    const kind = overLong ? 'over-long' : mayBeRest ? 'incomplete' : 'line'
    const bytes = Uint8Array.from(begun)
    begun = []
    overLong = false
    mayBeRest = false
    return { kind, bytes }
  }

  /** A line begins by its mark: one that was begun has lost its end, and nothing of an older one can follow. */
  function begin(): LineOutcome | undefined {
    const broken = end()
    mayBeRest = false
    return broken && { ...broken, kind: 'incomplete' }
  }

  return {
    push(chunk) {
      const outcomes: LineOutcome[] = []
      for (const byte of chunk) {
        const outcome = ends.includes(byte) ? end() : byte === start ? begin() : undefined
        if (outcome) outcomes.push(outcome)
        if (ends.includes(byte) || byte === start || (begun.length === 0 && between.includes(byte))) continue
        if (begun.length < MAX_SCAN_BYTES) begun.push(byte)
        else overLong = true
      }
      return outcomes
    },
    end,
    abandon() {
      const outcome = end()
      if (outcome) mayBeRest = true
      return outcome?.bytes
    },
    forgetAbandoned() {
      if (begun.length === 0) mayBeRest = false
    }
  }
}
