import type { RunId } from '../../../core/ids.ts'
import type { BuildPage, RunPage, RunState, RunSummary } from '../../../ipc/assembly-views.ts'
import { buildsOfRun, countBuilds } from '../../store/build.ts'
import { snapshot, type ReadableDb } from '../../store/database.ts'
import { countRuns, searchRuns, type ListedRun } from '../../store/run-list.ts'
import { buildSummary } from './build-view.ts'

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

export function runSummary(run: ListedRun): RunSummary {
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
