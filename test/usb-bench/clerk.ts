import { setTimeout as wait } from 'node:timers/promises'
import type { KeptScan } from './journal.ts'

export interface TriggerPull {
  readonly text: string
  /** How often the cable took all of the code. */
  readonly taken: number
}

/** How long a clerk listens for an answer before pulling the trigger again. */
const PATIENCE_MS = 1500

const LOOK_EVERY_MS = 50

const GIVE_UP_MS = 120_000

/** Scans a code as a clerk does: again, until the station has answered. */
export async function scanUntilAnswered(
  text: string,
  scan: (text: string) => Promise<boolean>,
  scans: () => readonly KeptScan[]
): Promise<TriggerPull> {
  const isAnswered = (): boolean => scans().some((kept) => kept.text === text && kept.isAnswered)
  const beganAtMs = Date.now()
  let taken = 0
  while (Date.now() - beganAtMs < GIVE_UP_MS) {
    // A scanner that is not plugged in does not beep, and nobody waits for an answer.
    const isTaken = await scan(text)
    if (isTaken) taken += 1
    const listenUntilMs = Date.now() + (isTaken ? PATIENCE_MS : LOOK_EVERY_MS)
    do {
      if (isAnswered()) return { text, taken }
      await wait(LOOK_EVERY_MS)
    } while (Date.now() < listenUntilMs)
  }
  throw new Error(`${text} was scanned for two minutes and never answered`)
}
