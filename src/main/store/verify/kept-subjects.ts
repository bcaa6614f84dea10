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
      let sum = 0
      let count = 0
      for (const [index, subject] of stated.entries()) {
        if (isRepeated(stated, index)) continue
        sum = (sum + markOf(subject[0], subject[1])) | 0
        count += 1
      }
      if (counts[seq] === count && sums[seq] === sum) return undefined
      return { found: `${counts[seq] ?? 0} subjects`, expected: `${count} subjects: ${subjects}` }
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

type Subjects = readonly (readonly [kind: string, id: number])[]

/** The subjects of an event; none where the text is no list. */
function statedSubjects(text: string): Subjects {
  try {
    const subjects = JSON.parse(text) as unknown
    return Array.isArray(subjects) ? (subjects as Subjects) : []
  } catch {
    return []
  }
}

/** However often an event says the same subject, it is looked up once. */
function isRepeated(subjects: Subjects, index: number): boolean {
  const [kind, id] = subjects[index] ?? []
  for (let before = 0; before < index; before += 1) {
    const subject = subjects[before]
    if (subject !== undefined && subject[1] === id && subject[0] === kind) return true
  }
  return false
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
