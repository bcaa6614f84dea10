import { MAX_SCAN_BYTES } from './scanner.ts'

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

export type LineOutcome =
  { readonly kind: 'line'; readonly bytes: Uint8Array } | { readonly kind: 'over-long'; readonly bytes: Uint8Array }

export interface LineReader {
  /** Takes what came in and gives each line that it ended, in order. */
  push(chunk: Uint8Array): readonly LineOutcome[]
  /** Gives up the line that was begun but never ended; absent when there is none. */
  abandon(): Uint8Array | undefined
}

/**
 * Cuts a stream into lines that end in CR, LF or CR LF, wherever the chunks are cut. Empty lines are no lines.
 *
 * A line over {@link MAX_SCAN_BYTES} is told once, at its end, with its beginning.
 */
export function createLineReader(): LineReader {
  let begun: number[] = []
  let overLong = false

  function end(): LineOutcome | undefined {
    if (begun.length === 0) return undefined
    const outcome: LineOutcome = { kind: overLong ? 'over-long' : 'line', bytes: Uint8Array.from(begun) }
    begun = []
    overLong = false
    return outcome
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
    abandon: () => end()?.bytes
  }
}
