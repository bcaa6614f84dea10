import { BEFORE_ALL, brokenLink, type StoredEvent } from '../../../core/event.ts'
import { sha256 } from '../event.ts'
import { statement } from '../statement.ts'
import type { ReadableDb } from '../database.ts'
import { readKeptSubjects } from './kept-subjects.ts'
import { NAMED_PER_RULE, type Problem } from './rule.ts'

/** Whether the events form one chain, and whether what is looked up by subject is what the events say. */
export function eventProblems(db: ReadableDb): readonly Problem[] {
  const kept = readKeptSubjects(db)
  const chain: Problem[] = []
  const subjects: Problem[] = []
  let before = BEFORE_ALL
  eachStoredEvent(db, (event) => {
    const broken = chain.length === 0 ? brokenLink(before, event, sha256) : undefined
    if (broken) {
      const { seq, found, expected } = broken
      chain.push({ rule: 'events form a chain', subject: `event ${seq}`, found, expected })
    }
    before = event
    const wrong = kept.compare(event.seq, event.subjects)
    if (wrong && subjects.length < NAMED_PER_RULE) {
      subjects.push({ rule: 'subjects are those of the events', subject: `event ${event.seq}`, ...wrong })
    }
  })
  return [...chain, ...subjects]
}

type EventColumns = readonly [
  seq: number,
  at: string,
  operator: string,
  station: string,
  kind: string,
  subjects: string,
  data: string,
  previousHash: string,
  hash: string
]

const READ_AT_ONCE = 2_000

function eachStoredEvent(db: ReadableDb, take: (event: StoredEvent) => void): void {
  const next = statement(
    db,
    `SELECT seq, at, operator, station, kind, subjects, data, previous_hash, hash FROM event
     WHERE seq > ? ORDER BY seq LIMIT ?`
  ).raw()
  let last = Number.MIN_SAFE_INTEGER
  for (;;) {
    const events = next.all(last, READ_AT_ONCE) as EventColumns[]
    for (const [seq, at, operator, station, kind, subjects, data, previousHash, hash] of events) {
      take({ seq, at: at as StoredEvent['at'], operator, station, kind, subjects, data, previousHash, hash })
    }
    const end = events.at(-1)
    if (!end) return
    last = end[0]
  }
}
