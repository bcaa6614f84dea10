import { assert } from '../../../core/assert.ts'
import { neededFor } from '../../../core/assembly/need.ts'
import type { BuildId } from '../../../core/ids.ts'
import { MAX_QUANTITY, subtract, ZERO, type Quantity } from '../../../core/quantity.ts'
import type { BuildLineView, BuildSummary, BuildView, InstallationView } from '../../../ipc/assembly-views.ts'
import { buildAt, buildOfUnit, openChildrenOf, type Build } from '../../store/build.ts'
import type { ReadableDb } from '../../store/database.ts'
import {
  installationsOnLines,
  installedOnLines,
  lastInstallationsOn,
  type Installation
} from '../../store/installation.ts'
import { runLinesOf, type RunLine } from '../../store/run-line.ts'

/** Deeper than any product is built; a tree that does not end is cut here instead of hanging the window. */
const MAX_DEPTH = 12

/** A line of a large lot has more than anybody reads, and all of it would travel to the window after each scan. */
const MOST_LISTED = 100

/** A build without what is in it. */
export function buildSummary(db: ReadableDb, build: Build): BuildSummary {
  const { id, partNumber, description, tracking, serial, lot, quantity, unit, completedAt } = build
  const installed = installedOnLines(db, id)
  const lines = runLinesOf(db, build.runId, build.partId, build.revision)
  return {
    id,
    partNumber,
    revision: build.revision || null,
    description,
    tracking,
    serial,
    lot,
    quantity,
    unit,
    state: build.completedSeq === null ? 'open' : 'completed',
    completedAt,
    openLines: lines.filter((line) => (installed.get(line.id) ?? ZERO) < needOf(line, build)).length
  }
}

/** A build with its lines, what is installed on them, and what is in that. */
export function buildView(db: ReadableDb, id: BuildId, depth = 0): BuildView {
  const build = buildAt(db, id)
  assert(build, 'a build that is named exists')
  const counts = installationsOnLines(db, id)
  const installedNow = installedOnLines(db, id)
  const children = openChildrenOf(db, id)
  const lines = runLinesOf(db, build.runId, build.partId, build.revision).map((line): BuildLineView => {
    const onLine = counts.has(line.id) ? lastInstallationsOn(db, id, line.id, MOST_LISTED) : []
    const needed = needOf(line, build)
    const installed = installedNow.get(line.id) ?? ZERO
    return {
      line: line.id,
      component: line.component,
      description: line.description,
      tracking: line.tracking,
      unit: line.unit,
      revision: line.componentRevision,
      substitutes: line.substitutes.map(({ partNumber }) => partNumber),
      madeOnAssembly: line.madeOnAssembly,
      needed,
      installed,
      open: installed < needed ? subtract(needed, installed) : ZERO,
      installations: onLine.map((installation) => installationView(db, installation, depth)),
      earlier: (counts.get(line.id) ?? 0) - onLine.length,
      children:
        depth < MAX_DEPTH
          ? children.filter(({ runLineId }) => runLineId === line.id).map((child) => buildView(db, child.id, depth + 1))
          : []
    }
  })
  return { ...buildSummary(db, build), lines }
}

function installationView(db: ReadableDb, installation: Installation, depth: number): InstallationView {
  const { id, partNumber, revision, serial, lot, quantity, unit, at, operator, location } = installation
  const within = installation.childId ?? (serial === null ? null : (buildOfUnit(db, installation.rowId)?.id ?? null))
  return {
    id,
    partNumber,
    revision: revision || null,
    serial,
    lot,
    quantity,
    unit,
    at,
    operator,
    from: location,
    build: within !== null && depth < MAX_DEPTH ? buildView(db, within, depth + 1) : null
  }
}

/** What a line of a build needs. A run whose needs are beyond all measure does not start. */
export function needOf(line: RunLine, build: Pick<Build, 'quantity'>): Quantity {
  return neededFor(line.quantity, build.quantity, line.tracking) ?? MAX_QUANTITY
}
