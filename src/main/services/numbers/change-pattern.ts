import { instantOf } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import { isApproved, type Approval } from '../../../core/operators/approval.ts'
import { atRevision } from '../../../core/words.ts'
import type { ChangePatternAnswer, NumberedThing } from '../../../ipc/numbers-views.ts'
import { transaction } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import { putLotPattern, putSerialPattern } from '../../store/part.ts'
import type { StationContext } from '../context.ts'
import { needsLeadFor, type NeedsLead } from '../operators/lead-requests.ts'
import { createOperatorDirectory } from '../operators/people.ts'
import { checkPattern, type Numbered } from './check-pattern.ts'
import { numberedThing, patternKept } from './numbered.ts'

type ChangeContext = Pick<StationContext, 'db' | 'clock' | 'operator' | 'station'>

export interface PatternChange {
  readonly thing: NumberedThing
  /** The pattern as whoever changes it saw it. */
  readonly before: string | null
  /** Empty for lots that are to come from the supplier alone. */
  readonly pattern: string
}

/**
 * Has serials or lots numbered by another pattern from now on. One transaction.
 *
 * Counters belong to series, not to parts: that of an old pattern stands where it stood should it come back, and a
 * number that was given stays taken.
 *
 * @throws StationError `not-found` where there is no such part, `refused` where its numbers are not made here
 */
export function changePattern(
  context: ChangeContext,
  { thing, before, pattern }: PatternChange,
  approval: Approval | null = null
): ChangePatternAnswer | NeedsLead {
  const { db, clock, operator, station } = context
  return transaction(db, () => {
    const numbered = numberedThing(db, thing)
    refuseUnlessMadeHere(numbered)
    const { part } = numbered
    const kept = patternKept(numbered)
    const next = pattern === '' && part.lotSource === 'supplier' ? null : pattern
    const name = nameOf(numbered)
    if (next === kept) return { kind: 'unchanged', message: `${name} are numbered ${inWords(kept)} already.` }
    if (kept !== before) {
      const message = `${name} were given another pattern meanwhile: ${inWords(kept)}. Nothing was changed. Look at it, then save yours again if it is still right.`
      return { kind: 'changed-meanwhile', message, pattern: kept }
    }
    if (next !== null) {
      const checked = checkPattern(db, numbered, next, { site: station.site, station: station.id })
      if (!checked.ok) return { kind: 'refused', faults: checked.faults }
    }
    const change = `${name} are numbered ${inWords(next)} from now on, before ${inWords(kept)}.`
    if (!isApproved(createOperatorDirectory(context, approval), 'change-numbers')) {
      return needsLeadFor('change-numbers', change)
    }
    if (numbered.kind === 'lot') putLotPattern(db, part.id, next)
    else if (next !== null) putSerialPattern(db, part.id, part.revision, next)
    appendEvent(db, {
      kind: 'numbering-changed',
      at: instantOf(clock.now()),
      operator,
      station: station.id,
      subjects: [{ kind: 'part', id: part.id }],
      data: {
        part_number: part.partNumber,
        revision: numbered.kind === 'serial' ? part.revision : null,
        numbers: numbered.kind,
        from: kept,
        to: next
      }
    })
    return { kind: 'changed', message: `${change} What was given stays taken.` }
  })
}

/** A part says where its numbers come from; a pattern is never made to say it in passing. */
function refuseUnlessMadeHere({ kind, part }: Numbered): void {
  const isMadeHere =
    kind === 'serial'
      ? part.tracking === 'serial' && part.serialSource === 'generated'
      : part.tracking === 'lot' && part.lotSource !== 'run'
  if (isMadeHere) return
  const what = kind === 'serial' ? 'serials' : 'lots'
  throw new StationError(
    'refused',
    `The ${what} of ${atRevision({ ...part, revision: kind === 'serial' ? part.revision : '' })} are not numbered here, so they have no pattern. To have them made here, import the part with ${kind}_source generated and a ${kind}_pattern.`
  )
}

function nameOf({ kind, part }: Numbered): string {
  return kind === 'serial' ? `Serials of ${atRevision(part)}` : `Lots of ${part.partNumber}`
}

function inWords(pattern: string | null): string {
  return pattern ?? 'by the supplier alone'
}
