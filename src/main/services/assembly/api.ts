import type { AssemblyApi } from '../../../ipc/assembly-api.ts'
import type { AssemblyAnswer } from '../../../ipc/assembly-views.ts'
import { findRun } from '../../store/run.ts'
import type { StationContext } from '../context.ts'
import type { LeadRequests } from '../operators/lead-requests.ts'
import { chooseBuild, completeByHand, takeOutByHand } from './by-hand.ts'
import { buildPage, currentRunView, runPage, runView } from './run-view.ts'

export interface AssemblyApiParts {
  readonly context: StationContext
  /** Throws while the station is read-only. */
  readonly writable: <T>(work: () => T) => T
  readonly requests: LeadRequests
  /** Says that stock and runs changed, other than by a scan. */
  readonly runsChanged: () => void
  readonly labelsQueued: () => void
}

/** The window's requests about runs. */
export function createAssemblyApi(parts: AssemblyApiParts): AssemblyApi {
  const { context, writable, requests } = parts
  const { db } = context
  const told = (answer: AssemblyAnswer): AssemblyAnswer => {
    if (answer.kind === 'done') parts.runsChanged()
    return answer
  }
  return {
    current: async () => currentRunView(context),
    async run({ run: number }) {
      const run = findRun(db, number)
      return run ? runView(context, run.id) : null
    },
    runs: async ({ search, openOnly, offset, limit }) => runPage(db, search, openOnly, offset, limit),
    async builds({ run: number, offset, limit }) {
      const run = findRun(db, number)
      return run ? buildPage(db, run.id, offset, limit) : { rows: [], total: 0 }
    },
    choose: async ({ build }) => told(writable(() => chooseBuild(context, build))),
    remove: async ({ installation, ...request }) => told(writable(() => takeOutByHand(context, installation, request))),
    async complete({ build, ...request }) {
      const { answer, labels } = await requests.withLead((approval) =>
        writable(() => completeByHand(context, build, request, approval))
      )
      if (labels > 0) parts.labelsQueued()
      return told(answer)
    }
  }
}
