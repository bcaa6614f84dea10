import { assert } from '../../../core/assert.ts'
import {
  boundPattern,
  describeMeeting,
  findMeeting,
  type BoundPattern,
  type PartPattern
} from '../../../core/numbering/meeting.ts'
import { readPartPattern, type NumberedPlace, type PartPatternReading } from '../../../core/numbering/pattern-faults.ts'
import type { Part } from '../../../core/part.ts'
import { capitalised } from '../../../core/words.ts'
import type { ReadableDb } from '../../store/database.ts'
import { serialPatterns } from '../../store/part.ts'

/** What is numbered: the units of a part at one revision, or the lots of a part, which has one revision or more. */
export type Numbered =
  | { readonly kind: 'serial'; readonly part: Part }
  | { readonly kind: 'lot'; readonly part: Part; readonly revisions: readonly Part[] }

/**
 * Everything that keeps a part from having a pattern, by the rules of an import: serials are unique over all parts, lots
 * within theirs.
 */
export function checkPattern(
  db: ReadableDb,
  numbered: Numbered,
  text: string,
  place: NumberedPlace
): PartPatternReading {
  const { part } = numbered
  const reading = readPartPattern(text, part, place)
  if (!reading.ok) return reading
  const revisions =
    numbered.kind === 'lot' ? numbered.revisions.filter(({ revision }) => revision !== part.revision) : []
  for (const revision of revisions) {
    const ofRevision = readPartPattern(text, revision, place)
    if (!ofRevision.ok) return ofRevision
  }
  const bound = boundPattern(ofPart(part, text))
  assert(bound, 'a pattern that was read can be bound')
  const others =
    numbered.kind === 'serial' ? otherSerials(db, part) : boundOf(revisions.map((revision) => ofPart(revision, text)))
  const meeting = findMeeting(bound, others)
  if (meeting === undefined) return { ok: true, pattern: reading.pattern }
  const kind = meeting.other === null ? 'meets-itself' : 'meets'
  const message = `${capitalised(describeMeeting(meeting))}.`
  return { ok: false, faults: [{ kind, at: 0, length: text.length, message }] }
}

function ofPart({ partNumber, revision }: Part, pattern: string): PartPattern {
  return { partNumber, revision, pattern }
}

function otherSerials(db: ReadableDb, { partNumber, revision }: Part): Generator<BoundPattern<PartPattern>> {
  return boundOf(serialPatterns(db).filter((each) => each.partNumber !== partNumber || each.revision !== revision))
}

function* boundOf(patterns: readonly PartPattern[]): Generator<BoundPattern<PartPattern>> {
  for (const each of patterns) {
    const bound = boundPattern(each)
    if (bound !== undefined) yield bound
  }
}
