import { assert } from '../../../core/assert.ts'
import { StationError } from '../../../core/errors.ts'
import type { Approval, ApprovalNeed, GivenApproval } from '../../../core/operators/approval.ts'
import type { LeadAsking } from '../../../core/operators/asking.ts'
import { transaction, type WritableDb } from '../../store/database.ts'
import { anyOperator } from '../../store/operator.ts'
import { readSession, writeSession } from '../session-store.ts'

/** What a service answers where all is well but for a lead's word. */
export interface NeedsLead {
  readonly kind: 'needs-lead'
  readonly need: ApprovalNeed
  /** What is to be approved, in a sentence. */
  readonly what: string
}

export function needsLeadFor(need: ApprovalNeed, what: string): NeedsLead {
  return { kind: 'needs-lead', need, what }
}

/** Work of the window that may need a lead's word. */
export type LeadWork<T> = (approval: Approval | null) => T | NeedsLead

/**
 * Keeps what the window asked for until a lead's badge was scanned, at whatever scanner.
 *
 * The window's request stays open meanwhile; a restart forgets it, and nothing was done.
 */
export interface LeadRequests {
  /**
   * Does the work at once where no lead is needed, else once one has given their word.
   *
   * Rejects with `refused` where the word is not given, or where nobody could be asked.
   */
  withLead<T>(work: LeadWork<T>): Promise<T>
  /** Does what was kept, inside the transaction of the badge. */
  perform(request: number, approval: GivenApproval): PerformedRequest
  drop(request: number): void
}

/** `settle` answers the window; call it once the transaction is over. */
export interface PerformedRequest {
  readonly failure: string | null
  settle(): void
}

interface Kept {
  readonly work: LeadWork<unknown>
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/** @param onAsked is called when the station begins to wait for a lead */
export function createLeadRequests(db: WritableDb, onAsked: () => void): LeadRequests {
  const kept = new Map<number, Kept>()
  let last = 0

  function over(request: number, answer: () => void): void {
    kept.delete(request)
    answer()
  }

  return {
    async withLead<T>(work: LeadWork<T>): Promise<T> {
      const outcome = work(null)
      if (!isNeedsLead(outcome)) return outcome
      last += 1
      const request = last
      ask(db, { kind: 'lead', ...pick(outcome), subject: { kind: 'request', request } })
      const answer = new Promise<unknown>((resolve, reject) => kept.set(request, { work, resolve, reject }))
      onAsked()
      return (await answer) as T
    },
    perform(request, approval) {
      const found = kept.get(request)
      if (!found)
        return { failure: 'What was to be approved is no longer asked for: ask for it again.', settle: () => {} }
      const { work, resolve, reject } = found
      try {
        const outcome = work(approval)
        assert(!isNeedsLead(outcome), 'a lead’s word is enough for what it was asked for')
        return { failure: null, settle: () => over(request, () => resolve(outcome)) }
      } catch (error) {
        if (error instanceof StationError) {
          return { failure: error.message, settle: () => over(request, () => reject(error)) }
        }
        over(request, () => reject(error))
        throw error
      }
    },
    drop(request) {
      const found = kept.get(request)
      if (found)
        over(request, () => found.reject(new StationError('refused', 'No lead has approved it: nothing was changed.')))
    }
  }
}

/** Whether a session waits for a lead on behalf of a window that is gone. */
export function forgetRequests(db: WritableDb): void {
  const session = readSession(db)
  const { asking } = session
  const lead = asking?.kind === 'pin' ? asking.approves : asking?.kind === 'lead' ? asking : null
  if (lead?.subject.kind === 'request') writeSession(db, { ...session, asking: null })
}

function ask(db: WritableDb, asking: LeadAsking): void {
  transaction(db, () => {
    const session = readSession(db)
    const { asking: before } = session
    if (!anyOperator(db)) {
      throw new StationError(
        'refused',
        `${asking.what} That takes a lead’s badge, and this station has no operators yet. Set them up first.`
      )
    }
    if (before?.kind === 'lead' || before?.kind === 'pin') {
      throw new StationError(
        'refused',
        'The station waits for a badge or a PIN already. Answer that, or leave it with DS:CANCEL, then ask again.'
      )
    }
    writeSession(db, { ...session, asking })
  })
}

function pick({ need, what }: NeedsLead): Pick<LeadAsking, 'need' | 'what'> {
  return { need, what }
}

function isNeedsLead(outcome: unknown): outcome is NeedsLead {
  return typeof outcome === 'object' && outcome !== null && 'kind' in outcome && outcome.kind === 'needs-lead'
}
