import type { SessionPlace } from '../session/session.ts'

/** Somebody looks at the paper of a printer that stopped, and says what came out of it. */
export interface ResumePlace {
  readonly kind: 'resume'
  readonly printer: string
  /** Whether DS:DONE was scanned with no label: once more says that none of them came out. */
  readonly saysNone: boolean
  /** What was in hand before, and goes on after. */
  readonly back: Exclude<SessionPlace, ResumePlace>
}
