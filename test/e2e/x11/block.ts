import type { CorpusScan } from './corpus.ts'
import type { XStroke } from './keyboard.ts'
import type { JournalEntry } from './journal.ts'
import { leavePlace, PLACES } from './places.ts'
import type { Place } from './places.ts'
import type { Locks, Workplace } from './workplace.ts'

export interface Block {
  readonly locks: Locks
  readonly place: Place
  readonly scans: readonly CorpusScan[]
}

export interface BlockResult {
  /** How many scans are in the journal as they were keyed. */
  readonly right: number
  /** Whatever else there is to say: what is missing, what reached the page, what was set off. */
  readonly wrong: readonly object[]
}

/** A key that the X server itself, on a busy computer, made so much too late says nothing of the station. */
const LATE_MS = 15
const TRIES = 25

/** Presses some scans in one place, until the X server pressed them as it was asked to. */
export async function scanBlock(workplace: Workplace, block: Block): Promise<BlockResult> {
  await workplace.setLocks(block.locks)
  for (let tries = 1; ; tries += 1) {
    const { wasInTime, ...result } = await pressBlock(workplace, block)
    if (wasInTime || result.wrong.length === 0) return result
    if (tries === TRIES) throw new Error(`The X server was late ${TRIES} times: this computer is too busy to test on`)
  }
}

async function pressBlock(
  workplace: Workplace,
  { locks, place, scans }: Block
): Promise<BlockResult & { readonly wasInTime: boolean }> {
  const { keyboard, journal, watch } = workplace
  await PLACES[place](workplace)
  await watch.leaked()
  const before = await watch.state()
  const downAtMs = await keyboard.press(scans.flatMap(({ strokes }) => strokes))
  const heard = await journal.next(scans.length)
  const leaked = await watch.leaked()
  const after = await watch.state()
  await leavePlace(workplace)

  const at = { ...locks, place }
  const missing = missingOf(scans, heard)
  const wrong: object[] = []
  if (missing.length > 0) wrong.push({ ...at, missing, heard })
  else if (heard.length > scans.length) wrong.push({ ...at, heard })
  if (leaked.length > 0) wrong.push({ ...at, leaked: leaked.join(', ') })
  if (JSON.stringify(after) !== JSON.stringify(before)) wrong.push({ ...at, before, after })
  return {
    right: scans.length - missing.length,
    wrong,
    wasInTime: wasInTime(
      scans.flatMap(({ strokes }) => strokes),
      downAtMs
    )
  }
}

function missingOf(scans: readonly CorpusScan[], heard: readonly JournalEntry[]): readonly object[] {
  const whole = heard.filter(({ outcome }) => !/arrive whole|more than any symbol/.test(outcome))
  return scans.flatMap(({ wanted, gapMs }) => {
    const index = whole.findIndex(({ text }) => text === wanted)
    if (index < 0) return [{ wanted, gapMs }]
    whole.splice(0, index + 1)
    return []
  })
}

function wasInTime(strokes: readonly XStroke[], downAtMs: readonly number[]): boolean {
  let waitedMs = 0
  let wantedMs: number | undefined
  const gapsMs: number[] = []
  for (const { type, afterMs } of strokes) {
    waitedMs += afterMs
    if (type === 'up') continue
    if (wantedMs !== undefined) gapsMs.push(waitedMs - wantedMs)
    wantedMs = waitedMs
  }
  return gapsMs.every((gapMs, index) => (downAtMs[index + 1] ?? 0) - (downAtMs[index] ?? 0) <= gapMs + LATE_MS)
}
