import { interpretScan } from '../../src/core/barcode/interpret.ts'
import type { Answer, Effect } from '../../src/core/session/answer.ts'
import { decide } from '../../src/core/session/decide.ts'
import { readingContext } from '../../src/core/session/reading-context.ts'
import type { StationDirectory } from '../../src/core/session/directory.ts'
import { captureOf, type Capture } from '../../src/core/receiving/capture.ts'
import { IDLE, type Session } from '../../src/core/session/session.ts'

/** Scans one text after the other and remembers what the station answered. Nothing is stored. */
export interface Clerk {
  scan(text: string): Answer
  /** Scans several, and gives the answer to the last. */
  scanAll(...texts: readonly string[]): Answer
  readonly session: Session
  /** What is captured on the open line. */
  readonly capture: Capture
  readonly effects: readonly Effect[]
}

export function createClerk(directory: StationDirectory, start: Session = IDLE): Clerk {
  let session = start
  const effects: Effect[] = []
  const scan = (text: string): Answer => {
    const reading = interpretScan({ text, aim: null, source: 'other' }, readingContext(session, directory))
    const answer = decide(session, reading, directory)
    if (answer.kind === 'accepted') {
      session = answer.session
      if (answer.effect.kind !== 'none') effects.push(answer.effect)
    }
    return answer
  }
  return {
    scan,
    scanAll(...texts) {
      const answers = texts.map(scan)
      const last = answers.at(-1)
      if (!last) throw new Error('nothing was scanned')
      return last
    },
    get session() {
      return session
    },
    get capture() {
      return captureOf(session.at.kind === 'line' ? session.at.steps : [])
    },
    effects
  }
}
