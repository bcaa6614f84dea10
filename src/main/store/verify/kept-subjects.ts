import { all, one, statement } from '../statement.ts'
import type { ReadableDb } from '../database.ts'

/** What the table of subjects holds for each event, as a number and a sum: enough to tell it from anything else. */
export interface KeptSubjects {
  /** Why what is kept of an event is not what the event says; absent where it is. */
  readonly compare: (seq: number, subjects: string) => { readonly found: string; readonly expected: string } | undefined
}

const READ_AT_ONCE = 5_000

/** Reads the whole table once, as it lies. */
export function readKeptSubjects(db: ReadableDb): KeptSubjects {
  const markOf = createMarks()
  const lastSeq = one<{ seq: number | null }>(db, 'SELECT max(seq) AS seq FROM event')?.seq ?? 0
  const counts = new Int32Array(lastSeq + 1)
  const sums = new Int32Array(lastSeq + 1)
  for (const { kind } of all<{ kind: string }>(db, 'SELECT DISTINCT kind FROM event_subject')) {
    eachOfKind(db, kind, (id, seq) => {
      if (seq > lastSeq) return
      counts[seq] = (counts[seq] ?? 0) + 1
      sums[seq] = (sums[seq] ?? 0) + markOf(kind, id)
    })
  }
  return {
    compare(seq, subjects) {
      const stated = statedSubjects(subjects)
      const sum = new Int32Array(1)
      for (const [kind, id] of stated) sum[0] = (sum[0] ?? 0) + markOf(kind, id)
      if (counts[seq] === stated.length && sums[seq] === sum[0]) return undefined
      return { found: `${counts[seq] ?? 0} subjects`, expected: `${stated.length} subjects: ${subjects}` }
    }
  }
}

function eachOfKind(db: ReadableDb, kind: string, take: (id: number, seq: number) => void): void {
  const next = statement(
    db,
    'SELECT id, seq FROM event_subject WHERE kind = ? AND (id, seq) > (?, ?) ORDER BY id, seq LIMIT ?'
  ).raw()
  let last: readonly [id: number, seq: number] = [Number.MIN_SAFE_INTEGER, 0]
  for (;;) {
    const subjects = next.all(kind, ...last, READ_AT_ONCE) as [id: number, seq: number][]
    for (const [id, seq] of subjects) take(id, seq)
    const end = subjects.at(-1)
    if (!end) return
    last = end
  }
}

/** The subjects of an event, each once, however often it says them; none where the text is no such list. */
function statedSubjects(text: string): readonly (readonly [kind: string, id: number])[] {
  try {
    const subjects = JSON.parse(text) as readonly (readonly [string, number])[]
    return subjects.filter(
      ([kind, id], index) => subjects.findIndex((other) => other[0] === kind && other[1] === id) === index
    )
  } catch {
    return []
  }
}

/** A number for a thing that hardly another thing has: sums of a few tell sets of things from each other. */
function createMarks(): (kind: string, id: number) => number {
  const kinds = new Map<string, number>()
  return (kind, id) => {
    let mark = kinds.get(kind)
    if (mark === undefined) {
      mark = Array.from(kind).reduce(
        (hash, character) => Math.imul(hash ^ (character.codePointAt(0) ?? 0), FNV_PRIME),
        FNV_BASIS
      )
      kinds.set(kind, mark)
    }
    const mixed = Math.imul(mark ^ id, FNV_PRIME)
    return Math.imul(mixed ^ (mixed >>> 15), FNV_PRIME)
  }
}

/** Fowler, Noll and Vo's hash in 32 bits. */
const FNV_BASIS = 0x811c9dc5
const FNV_PRIME = 0x01000193
