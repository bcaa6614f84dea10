import type { BuildId, InstallationId } from '../core/ids.ts'
import type { AssemblyAnswer, BuildPage, RunPage, RunView } from './assembly-views.ts'

/** What the window may ask about runs. A run is opened by a scan, also of the window: `DS:RUN:<no>`. */
export interface AssemblyApi {
  /** The run that scans go to; null while none is open. */
  current(input: Record<string, never>): Promise<RunView | null>
  /** A run by its number, looked at without opening it; null where there is none. */
  run(input: { run: string }): Promise<RunView | null>
  /** The runs whose number, part or description holds the text: those that are not completed first, by their due day. */
  runs(input: { search: string; openOnly: boolean; offset: number; limit: number }): Promise<RunPage>
  /** What a run builds, the first first: without the children that are made inside. */
  builds(input: { run: string; offset: number; limit: number }): Promise<BuildPage>
  /** Has scans go to a build of a run, as its label would. */
  choose(input: { build: BuildId }): Promise<AssemblyAnswer>
  /** Takes out what was installed and puts it at a place, with a reason. A quantity of null is all of it. */
  remove(input: {
    installation: InstallationId
    quantity: string | null
    to: string
    reason: string
  }): Promise<AssemblyAnswer>
  /**
   * Completes a build as it is; where lines are open, with the reason why. A quantity of null is all of it.
   * By scan `DS:DONE` does it, and asks for a lead's badge where lines are open.
   */
  complete(input: { build: BuildId; quantity: string | null; reason: string }): Promise<AssemblyAnswer>
}

/** The names that exist at run time. */
export const ASSEMBLY_METHODS = {
  current: true,
  run: true,
  runs: true,
  builds: true,
  choose: true,
  remove: true,
  complete: true
} as const satisfies { readonly [M in keyof AssemblyApi]: true }
