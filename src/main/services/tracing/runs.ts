import type { ReadableDb } from '../../store/database.ts'
import { runsOfLot, runsOfPart, runsOfUnit, type RunTouch } from '../../store/run-touch.ts'
import type { Subject } from './subject.ts'

/**
 * The runs that touched a subject: those that built it, then those that put it into something.
 *
 * Of a unit each with the very thing that it went into; of a lot with quantities; of a part counts alone, since nobody
 * knows which piece went where. Of a part that is too large to be followed there are none.
 */
export function runsOf(db: ReadableDb, subject: Subject): readonly RunTouch[] {
  switch (subject.kind) {
    case 'serial':
      return runsOfUnit(db, subject.row.id)
    case 'lot':
      return runsOfLot(db, subject.lot.id)
    case 'part':
      return subject.rows === null ? [] : runsOfPart(db, subject.part.id)
  }
}
