import type { NumbersApi } from '../../../ipc/numbers-api.ts'
import type { ChangePatternAnswer } from '../../../ipc/numbers-views.ts'
import { snapshot } from '../../store/database.ts'
import type { StationContext } from '../context.ts'
import type { LeadRequests } from '../operators/lead-requests.ts'
import { changePattern } from './change-pattern.ts'
import { keptPatterns, numberedThing } from './numbered.ts'
import { previewPattern } from './preview-pattern.ts'

export interface NumbersParts {
  readonly context: StationContext
  /** Does the work, or throws while the station is read-only. */
  readonly writable: <T>(work: () => T) => T
  readonly requests: LeadRequests
  readonly partsChanged: () => void
}

/** The window's requests about how serials and lots are numbered. */
export function createNumbersApi({ context, writable, requests, partsChanged }: NumbersParts): NumbersApi {
  const { db } = context
  return {
    patterns: async ({ partNumber }) => keptPatterns(db, partNumber),
    preview: async ({ thing, pattern, count }) =>
      snapshot(db, () => previewPattern(context, numberedThing(db, thing), pattern, count)),
    async change(change) {
      const answer = await writable(() =>
        requests.withLead<ChangePatternAnswer>((approval) => changePattern(context, change, approval))
      )
      if (answer.kind === 'changed') partsChanged()
      return answer
    }
  }
}
