import type { Reading } from '../barcode/reading.ts'
import { refused, type Answer } from './answer.ts'
import type { Session } from './session.ts'

/** Scanners read a symbol twice while the trigger is held, and hands tap twice: nobody has read a question by then. */
export const READ_TWICE_MS = 1_000

/**
 * Whether `DS:DONE` would now confirm what was asked just before: a count that is posted, labels that never came out, goods
 * that are expired.
 */
export function confirmsForGood({ at }: Session, reading: Reading): boolean {
  if (reading.kind !== 'command' || reading.command.kind !== 'done') return false
  if (at.kind === 'line') return at.steps.at(-1)?.expiredSeen !== undefined
  return (at.kind === 'count' && at.review) || (at.kind === 'resume' && at.saysNone)
}

export function readTwice(): Answer {
  return refused(
    'duplicate',
    'Read twice',
    'DS:DONE came twice within a second. Read what the screen says; if it is so, scan DS:DONE once more.',
    'duplicate'
  )
}
