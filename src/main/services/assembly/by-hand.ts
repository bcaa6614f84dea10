import { decideCompletion, decideTakingOut } from '../../../core/assembly/by-hand.ts'
import { goesIntoParent, openLineWords } from '../../../core/assembly/complete.ts'
import { isThere, takeInHand } from '../../../core/assembly/install-unit.ts'
import { nameOfBuild, type OnRun } from '../../../core/assembly/on-run.ts'
import { atRun } from '../../../core/assembly/place.ts'
import { StationError } from '../../../core/errors.ts'
import type { BuildId, InstallationId } from '../../../core/ids.ts'
import { isApproved, type Approval } from '../../../core/operators/approval.ts'
import { withUnit } from '../../../core/quantity.ts'
import type { AssemblyAnswer } from '../../../ipc/assembly-views.ts'
import { transaction } from '../../store/database.ts'
import { installationAt, type Installation } from '../../store/installation.ts'
import { findLocation } from '../../store/location.ts'
import type { StationContext } from '../context.ts'
import { createDirectory } from '../directory.ts'
import { needsLeadFor, type NeedsLead } from '../operators/lead-requests.ts'
import { readSession, writeSession } from '../session-store.ts'
import { completeBuild } from './complete.ts'
import { takeOut } from './install.ts'

export interface TakingOut {
  readonly quantity: string | null
  readonly to: string
  readonly reason: string
}

/** Takes out what is installed, also of what is completed: a rework. One transaction. */
export function takeOutByHand(context: StationContext, id: InstallationId, request: TakingOut): AssemblyAnswer {
  const { db } = context
  return transaction(db, () => {
    const installation = installationAt(db, id)
    if (!installation) throw new StationError('not-found', 'This is not installed anywhere. Open the run again.')
    const name = nameOfInstalled(installation)
    const decision = decideTakingOut(
      { name, isUnit: installation.serial !== null, quantity: installation.quantity, unit: installation.unit },
      { code: request.to, exists: findLocation(db, request.to) !== undefined },
      request
    )
    if (decision.kind === 'refused') return decision
    takeOut(context, id, decision.quantity, request.to, request.reason.trim())
    const amount = installation.serial === null ? `${withUnit(decision.quantity, installation)} of ${name}` : name
    return { kind: 'done', message: `${amount} taken out, and put at ${request.to}.` }
  })
}

export interface CompletingByHand {
  readonly quantity: string | null
  readonly reason: string
}

/**
 * Completes a build as it is. Where lines are open it takes a reason, and a lead’s badge on top of it.
 *
 * @returns how many labels were queued with the answer, or that a lead is needed
 */
export function completeByHand(
  context: StationContext,
  id: BuildId,
  request: CompletingByHand,
  approval: Approval | null
): { readonly kind: 'answered'; readonly answer: AssemblyAnswer; readonly labels: number } | NeedsLead {
  const { db } = context
  return transaction(db, () => {
    const directory = createDirectory(context)
    const build = directory.assembly.build(id)
    if (!build) throw new StationError('not-found', 'This is not on the run any more. Open the run again.')
    const decision = decideCompletion(build, directory.assembly.lines(build), request)
    if (decision.kind === 'refused') return { kind: 'answered', answer: decision, labels: 0 }
    const { quantity, openLines } = decision
    const words = openLines.map(openLineWords).join(', ')
    if (openLines.length > 0 && !isApproved({ ...directory.operators, approval }, 'open-lines')) {
      const what = `${nameOfBuild(build)} of run ${build.run} is to be completed without ${words}: ${request.reason.trim()}.`
      return needsLeadFor('open-lines', what)
    }
    const { labels } = completeBuild(context, {
      build: id,
      quantity,
      location: readSession(db).location ?? context.station.location,
      intoParent: goesIntoParent(build, quantity, directory.assembly),
      openLines,
      reason: openLines.length === 0 ? null : request.reason.trim()
    })
    const without = openLines.length === 0 ? '' : ` without ${words}`
    return {
      kind: 'answered',
      answer: { kind: 'done', message: `${nameOfBuild(build)} completed${without}.` },
      labels
    }
  })
}

/**
 * Has scans go to a build, as its label would: of the run that is open, or with nothing open. What is completed and
 * whole is chosen here alone, to take something out of it.
 */
export function chooseBuild(context: StationContext, id: BuildId): AssemblyAnswer {
  const { db } = context
  return transaction(db, () => {
    const session = readSession(db)
    const directory = createDirectory(context)
    const build = directory.assembly.build(id)
    const run = build && directory.assembly.runAt(build.runId)
    if (!build || !run) throw new StationError('not-found', 'This is not on the run any more. Open the run again.')
    if (session.at.kind !== 'idle' && session.at.kind !== 'run') {
      return refused('finish-first', 'Something else is open at this station. Finish it, or leave it with DS:CANCEL.')
    }
    if (session.at.kind === 'run' && session.at.pending !== null) {
      return refused('finish-first', `${session.at.pending.name} waits for DS:DONE. Confirm it, or scan DS:CANCEL.`)
    }
    const unit = build.serial === null ? undefined : directory.assembly.unit(build.serial)
    if (build.isCompleted && unit && !isThere(unit)) {
      return refused('built-already', `${nameOfBuild(build)} is completed and was ${unit.status}.`)
    }
    const on: OnRun = { session, at: atRun(run.id, build), run, build, directory }
    const answer = takeInHand(on, build)
    if (answer.kind === 'accepted') writeSession(db, answer.session)
    return { kind: 'done', message: answer.message }
  })
}

function nameOfInstalled({ serial, lot, partNumber }: Installation): string {
  if (serial !== null) return `${serial} (${partNumber})`
  return lot === null ? partNumber : `lot ${lot} of ${partNumber}`
}

function refused(reason: string, message: string): AssemblyAnswer {
  return { kind: 'refused', reason, message: message.charAt(0).toUpperCase() + message.slice(1) }
}
