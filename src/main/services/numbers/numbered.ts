import { StationError } from '../../../core/errors.ts'
import { atRevision } from '../../../core/words.ts'
import type { KeptPattern, NumberedThing } from '../../../ipc/numbers-views.ts'
import type { ReadableDb } from '../../store/database.ts'
import { revisionsOf } from '../../store/part.ts'
import type { Numbered } from './check-pattern.ts'

/** The patterns of a part that can be edited: those by which numbers are made here. */
export function keptPatterns(db: ReadableDb, partNumber: string): readonly KeptPattern[] {
  const revisions = revisionsOf(db, partNumber)
  const [part] = revisions
  if (part?.tracking === 'serial') {
    return revisions
      .filter(({ serialSource }) => serialSource === 'generated')
      .map(({ revision, serialPattern }) => ({
        thing: { kind: 'serial', partNumber, revision },
        pattern: serialPattern,
        mayBeEmpty: false
      }))
  }
  if (part?.tracking !== 'lot' || part.lotSource === 'run') return []
  return [{ thing: { kind: 'lot', partNumber }, pattern: part.lotPattern, mayBeEmpty: part.lotSource === 'supplier' }]
}

/**
 * What a request means by a thing that is numbered.
 *
 * @throws StationError `not-found` where there is no such part, or no such revision of it
 */
export function numberedThing(db: ReadableDb, thing: NumberedThing): Numbered {
  const revisions = revisionsOf(db, thing.partNumber)
  const part = thing.kind === 'lot' ? revisions[0] : revisions.find(({ revision }) => revision === thing.revision)
  if (!part) {
    const name = thing.kind === 'lot' ? thing.partNumber : atRevision(thing)
    throw new StationError('not-found', `There is no part ${name} on this station. Import it, or check its number.`)
  }
  return thing.kind === 'lot' ? { kind: 'lot', part, revisions } : { kind: 'serial', part }
}

/** The pattern that is kept of what is numbered. */
export function patternKept({ kind, part }: Numbered): string | null {
  return kind === 'serial' ? part.serialPattern : part.lotPattern
}
