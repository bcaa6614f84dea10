import { createHash } from 'node:crypto'
import {
  BEFORE_ALL,
  brokenLink,
  writtenEvent,
  type BrokenLink,
  type ChainedEvent,
  type StoredEvent
} from '../../src/core/event.ts'

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** An event as the store keeps it. */
export function stored({ previousHash, hash, ...event }: ChainedEvent): StoredEvent {
  return { ...writtenEvent(event), previousHash, hash }
}

/** The first event that does not follow from those before it. */
export function firstBroken(events: readonly ChainedEvent[]): BrokenLink | undefined {
  let before = BEFORE_ALL
  for (const event of events) {
    const broken = brokenLink(before, stored(event), sha256)
    if (broken) return broken
    before = event
  }
  return undefined
}
