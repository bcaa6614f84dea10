import { StationError } from '../../../core/errors.ts'
import type { AssemblyApi } from '../../../ipc/assembly-api.ts'
import { buildAt } from '../../store/build.ts'
import { installationAt } from '../../store/installation.ts'
import { listedRun } from '../../store/run-list.ts'
import { findRun } from '../../store/run.ts'
import type { StationContext } from '../context.ts'
import { buildPage, runPage, runSummary } from './run-view.ts'

/** The window's requests about runs. */
export function createAssemblyApi({ db, station }: StationContext): AssemblyApi {
  return {
    current: async () => null,
    async run({ run: number }) {
      const run = findRun(db, number)
      const listed = run && listedRun(db, run.id)
      if (!listed) return null
      return {
        ...runSummary(listed),
        isOpen: false,
        lot: null,
        changes: [],
        obstacle: null,
        location: station.location,
        top: null,
        inHand: null,
        pending: null,
        saidQuantity: null,
        next: `Scan DS:RUN:${number} to open it.`
      }
    },
    runs: async ({ search, openOnly, offset, limit }) => runPage(db, search, openOnly, offset, limit),
    async builds({ run: number, offset, limit }) {
      const run = findRun(db, number)
      return run ? buildPage(db, run.id, offset, limit) : { rows: [], total: 0 }
    },
    choose: async ({ build }) => unknownUnless(buildAt(db, build)),
    remove: async ({ installation }) => unknownUnless(installationAt(db, installation)),
    complete: async ({ build }) => unknownUnless(buildAt(db, build))
  }
}

function unknownUnless(found: unknown): never {
  throw new StationError(
    found === undefined ? 'not-found' : 'refused',
    found === undefined
      ? 'This is not on the run any more. Open the run again.'
      : 'No run is open at this station. Scan DS:RUN with its number first.'
  )
}
