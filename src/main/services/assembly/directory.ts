import { todayOf } from '../../../core/clock.ts'
import type {
  AssemblyDirectory,
  BuildLine,
  ComponentRow,
  KnownBuild,
  KnownRun
} from '../../../core/assembly/directory.ts'
import type { BuildId, RowId } from '../../../core/ids.ts'
import { ZERO } from '../../../core/quantity.ts'
import { buildAt, buildOfUnit, firstOpenBuild, openChildrenOf, type Build } from '../../store/build.ts'
import { everyRowOfLot, everyUntrackedRow } from '../../store/component-row.ts'
import type { ReadableDb } from '../../store/database.ts'
import { installedIn, installedOnLines, lastInstallationIn } from '../../store/installation.ts'
import { unitWithSerial, type InventoryRow } from '../../store/inventory.ts'
import { listedRun, type ListedRun } from '../../store/run-list.ts'
import { childTaking, runLineAt, runLinesOf } from '../../store/run-line.ts'
import { findRun } from '../../store/run.ts'
import type { StationContext } from '../context.ts'
import { stockRow } from '../stock-directory.ts'
import { needOf } from './build-view.ts'
import { changesSince } from './changes.ts'
import { planChild, planRun } from './plan.ts'

/** What the rules of building may look up, answered from the store. */
export function createAssemblyDirectory(context: StationContext): AssemblyDirectory {
  const { db, clock, station } = context
  return {
    get today() {
      return todayOf(clock)
    },
    stationLocation: station.location,
    run(number) {
      const run = findRun(db, number)
      return run && knownRun(listedRun(db, run.id))
    },
    runAt: (id) => knownRun(listedRun(db, id)),
    startObstacle(id) {
      const plan = planRun(context, id)
      return plan.kind === 'obstacle' ? plan.obstacle : undefined
    },
    changesSince: (id) => changesSince(db, id),
    build: (id) => knownBuild(buildAt(db, id)),
    firstOpen: (run) => knownBuild(firstOpenBuild(db, run)),
    buildOfUnit: (row) => knownBuild(buildOfUnit(db, row)),
    lines: (build) => buildLines(db, build),
    openChild: (parent, line) => knownBuild(openChildrenOf(db, parent).find((child) => child.runLineId === line)),
    childTaking: (parent, part) => childTaking(db, parent.runId, parent.partId, parent.revision, part),
    childObstacle(_parent, { id }) {
      const line = runLineAt(db, id)
      const plan = line && planChild(context, line)
      return plan?.kind === 'obstacle' ? plan.obstacle : undefined
    },
    unit(serial) {
      const row = unitWithSerial(db, serial)
      return row && componentRow(row)
    },
    lotRows: (lot) => everyRowOfLot(db, lot).map(componentRow),
    untrackedRows: (part) => everyUntrackedRow(db, part).map(componentRow),
    installedIn(row) {
      const [where] = installedIn(db, row)
      return where && { ...where, id: where.installation }
    },
    lastInstalled: (build) => lastInstallationIn(db, build),
    rowsAbove: (build) => rowsAbove(db, build)
  }
}

export function knownRun(run: ListedRun | undefined): KnownRun | undefined {
  return run && { ...run, isStarted: run.started === 1, isCompleted: run.completed === 1 }
}

export function knownBuild(build: Build): KnownBuild
export function knownBuild(build: Build | undefined): KnownBuild | undefined
export function knownBuild(build: Build | undefined): KnownBuild | undefined {
  return build && { ...build, isCompleted: build.completedSeq !== null }
}

/** The lines of a build with how far each has come. */
function buildLines(db: ReadableDb, build: KnownBuild): readonly BuildLine[] {
  const installed = installedOnLines(db, build.id)
  return runLinesOf(db, build.runId, build.partId, build.revision).map((line) => ({
    ...line,
    needed: needOf(line, build),
    installed: installed.get(line.id) ?? ZERO
  }))
}

function componentRow(row: InventoryRow): ComponentRow {
  return { ...stockRow(row), expiry: row.expiry }
}

/** More than any product is deep: a tree that does not end is no reason for a scan to hang. */
const MAX_DEPTH = 64

function rowsAbove(db: ReadableDb, id: BuildId): readonly RowId[] {
  const rows: RowId[] = []
  let build = buildAt(db, id)
  for (let depth = 0; build && depth < MAX_DEPTH; depth += 1) {
    if (build.rowId !== null) rows.push(build.rowId)
    const parent = parentOf(db, build)
    build = parent === null ? undefined : buildAt(db, parent)
  }
  return rows
}

/** What a build is inside of: what it is made in, or once it is complete what it was installed in. */
export function parentOf(db: ReadableDb, build: Build): BuildId | null {
  if (build.completedSeq === null) return build.parentId
  const where = build.rowId === null ? [] : installedIn(db, build.rowId)
  if (build.serial !== null) return where[0]?.build ?? null
  return where.find((each) => each.build === build.parentId)?.build ?? null
}
