import { MAX_SCAN_BYTES } from './scanner.ts'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** `incomplete`: the end of a line whose beginning was given up. */
export interface LineOutcome {
  readonly kind: 'line' | 'over-long' | 'incomplete'
  readonly bytes: Uint8Array
}

export interface LineReader {
  /** Takes what came in and gives each line that it ended, in order. */
  push(chunk: Uint8Array): readonly LineOutcome[]
  /** Gives up the line that was begun but never ended; absent when there is none. What ends next is then not whole. */
  abandon(): Uint8Array | undefined
  /** What begins from now on is a line of its own again. */
  forgetAbandoned(): void
}

/**
 * Cuts a stream into lines that end in CR, LF or CR LF, wherever the chunks are cut. Empty lines are no lines.
 *
 * A line over {@link MAX_SCAN_BYTES} is told once, at its end, with its beginning.
 */
export function createLineReader(): LineReader {
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

  return {
    push(chunk) {
      const outcomes: LineOutcome[] = []
      for (const byte of chunk) {
        if (byte === LINE_FEED || byte === CARRIAGE_RETURN) {
          const outcome = end()
          if (outcome) outcomes.push(outcome)
        } else if (begun.length < MAX_SCAN_BYTES) {
          begun.push(byte)
        } else {
          overLong = true
        }
      }
      return outcomes
    },
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
