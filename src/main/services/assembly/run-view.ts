import { nextInRun } from '../../../core/assembly/open-run.ts'
import type { OnBuild } from '../../../core/assembly/on-run.ts'
import { pendingState } from '../../../core/assembly/pending-state.ts'
import type { RunPlace } from '../../../core/assembly/place.ts'
import { nextOnBuild } from '../../../core/assembly/prompt.ts'
import { buildInHand } from '../../../core/assembly/run.ts'
import type { BuildId, RunId } from '../../../core/ids.ts'
import type { StationDirectory } from '../../../core/session/directory.ts'
import type { Session } from '../../../core/session/session.ts'
import type {
  BuildPage,
  PendingComponentView,
  RunPage,
  RunState,
  RunSummary,
  RunView
} from '../../../ipc/assembly-views.ts'
import { buildAt, buildsOfRun, countBuilds } from '../../store/build.ts'
import { snapshot, type ReadableDb } from '../../store/database.ts'
import { countRuns, listedRun, searchRuns, type ListedRun } from '../../store/run-list.ts'
import type { StationContext } from '../context.ts'
import { createDirectory } from '../directory.ts'
import { readSessionBeneath } from '../session-store.ts'
import { buildSummary, buildView } from './build-view.ts'
import { knownRun, parentOf } from './directory.ts'

export function runPage(db: ReadableDb, search: string, openOnly: boolean, offset: number, limit: number): RunPage {
  return snapshot(db, () => ({
    rows: searchRuns(db, search, openOnly, offset, limit).map(runSummary),
    total: countRuns(db, search, openOnly)
  }))
}

export function buildPage(db: ReadableDb, run: RunId, offset: number, limit: number): BuildPage {
  return snapshot(db, () => ({
    rows: buildsOfRun(db, run, offset, limit).map((build) => buildSummary(db, build)),
    total: countBuilds(db, run)
  }))
}

/** The run that scans go to, as the window shows it. */
export function currentRunView(context: StationContext): RunView | null {
  const { at } = readSessionBeneath(context.db)
  return at.kind === 'run' ? runView(context, at.run) : null
}

/** A run as the window shows it, whether scans go to it or not. */
export function runView(context: StationContext, id: RunId): RunView | null {
  const { db, station } = context
  return snapshot(db, () => {
    const session = readSessionBeneath(db)
    const listed = listedRun(db, id)
    const run = knownRun(listed)
    if (!listed || !run) return null
    const directory = createDirectory(context)
    const at = session.at.kind === 'run' && session.at.run === id ? session.at : null
    const inHand = at ? buildInHand(at, directory.assembly) : null
    const shown = inHand ?? directory.assembly.firstOpen(id) ?? null
    const obstacle = run.isStarted ? undefined : directory.assembly.startObstacle(id)
    return {
      ...runSummary(listed),
      isOpen: at !== null,
      lot: run.isStarted && run.tracking === 'lot' ? run.run : null,
      changes: directory.assembly.changesSince(id),
      obstacle: obstacle?.message ?? null,
      location: session.location ?? station.location,
      top: shown ? buildView(db, topOf(db, shown.id)) : null,
      inHand: inHand?.id ?? null,
      ...pendingOf(session, at, directory),
      saidQuantity: at?.quantity ?? null,
      next: nextWords(session, at, id, directory)
    }
  })
}

function runSummary(run: ListedRun): RunSummary {
  const { id, partNumber, description, tracking, unit, quantity, built, due } = run
  return {
    id,
    run: run.run,
    partNumber,
    revision: run.revision || null,
    description,
    tracking,
    unit,
    quantity,
    built,
    due,
    state: stateOf(run)
  }
}

function stateOf({ started, completed }: ListedRun): RunState {
  if (completed === 1) return 'completed'
  return started === 1 ? 'started' : 'planned'
}

/** What a build belongs to at the top, within its own run. */
function topOf(db: ReadableDb, id: BuildId): BuildId {
  const build = buildAt(db, id)
  const parent = build && parentOf(db, build)
  if (!build || parent == null || buildAt(db, parent)?.runId !== build.runId) return id
  return topOf(db, parent)
}

function onBuild(session: Session, at: RunPlace | null, directory: StationDirectory): OnBuild | undefined {
  const { assembly } = directory
  const build = at && buildInHand(at, assembly)
  const run = at && assembly.runAt(at.run)
  return at && build && run ? { session, at, run, build, directory, lines: assembly.lines(build) } : undefined
}

function pendingOf(
  session: Session,
  at: RunPlace | null,
  directory: StationDirectory
): { readonly pending: PendingComponentView | null } {
  const on = onBuild(session, at, directory)
  const state = on && pendingState(on)
  if (!state || !at?.pending) return { pending: null }
  const { quantity, unit, source, places } = state
  const { name, line } = at.pending
  return { pending: { name, line, quantity, unit, source, places } }
}

function nextWords(session: Session, at: RunPlace | null, id: RunId, directory: StationDirectory): string {
  const run = directory.assembly.runAt(id)
  if (!at || !run) return run?.isStarted ? `DS:RUN:${run.run} opens it.` : `DS:RUN:${run?.run ?? ''} starts it.`
  const on = onBuild(session, at, directory)
  if (!on) return nextInRun(run, directory).message
  return pendingState(on)?.next ?? nextOnBuild(on.build, on.lines)
}
