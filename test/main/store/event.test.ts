import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/core/clock.ts'
import type { EventDraft } from '../../../src/core/event.ts'
import type { WritableDb } from '../../../src/main/store/database.ts'
import { appendEvent, appendEvents, eachEvent, eventsOf } from '../../../src/main/store/event.ts'
import { newStore } from '../../helpers/store.ts'

const AT = '2026-11-23T10:00:00.000Z' as Instant

function draft(serial: string, subjects: EventDraft['subjects']): EventDraft {
  return { kind: 'unit-received', at: AT, operator: 'Ada', station: 'DOCK-1', subjects, data: { serial } }
}

/** Three units, the second of a lot, the third twice of the same part. */
const DRAFTS: readonly EventDraft[] = [
  draft('S-1', [
    { kind: 'row', id: 1 },
    { kind: 'part', id: 7 }
  ]),
  draft('S-2', [
    { kind: 'row', id: 2 },
    { kind: 'lot', id: 3 },
    { kind: 'part', id: 7 }
  ]),
  draft('S-3', [
    { kind: 'row', id: 3 },
    { kind: 'part', id: 7 },
    { kind: 'part', id: 7 }
  ])
]

function kept(db: WritableDb) {
  return {
    events: [...eachEvent(db)],
    subjects: db.prepare('SELECT * FROM event_subject ORDER BY kind, id, seq').all()
  }
}

describe('events that are written together', () => {
  it('are those that are written one by one, hashes and subjects included', () => {
    const together = newStore()
    appendEvent(together, draft('S-0', []))
    expect(appendEvents(together, DRAFTS)).toBe(2)
    const oneByOne = newStore()
    appendEvent(oneByOne, draft('S-0', []))
    for (const each of DRAFTS) appendEvent(oneByOne, each)
    expect(kept(together)).toEqual(kept(oneByOne))
  })

  it('are found by each thing that has part in them', () => {
    const db = newStore()
    appendEvents(db, DRAFTS)
    const serials = (kind: 'part' | 'lot' | 'row', id: number) =>
      eventsOf(db, { kind, id }).map(({ data }) => data.serial)
    expect(serials('part', 7)).toEqual(['S-1', 'S-2', 'S-3'])
    expect(serials('lot', 3)).toEqual(['S-2'])
    expect(serials('row', 3)).toEqual(['S-3'])
  })
})
