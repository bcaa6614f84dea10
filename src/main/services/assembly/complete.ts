import { assert } from '../../../core/assert.ts'
import { neededFor } from '../../../core/assembly/need.ts'
import type { Completion } from '../../../core/assembly/effect.ts'
import { addDays, instantOf, todayOf } from '../../../core/clock.ts'
import type { BuildId, RowId } from '../../../core/ids.ts'
import type { Part } from '../../../core/part.ts'
import { formatQuantity, subtract, ZERO, type Quantity } from '../../../core/quantity.ts'
import {
  buildAt,
  completeBuild as completeBuildRow,
  firstOpenBuild,
  insertBuild,
  moveOpenChildren,
  nextBuildId,
  shortenBuild,
  type Build
} from '../../store/build.ts'
import { placeUnit, setExpiry } from '../../store/component-row.ts'
import { handOn, installationsIn, installedOnLines } from '../../store/installation.ts'
import { ensureLotRow, ensureUntrackedRow, rowAt } from '../../store/inventory.ts'
import { move } from '../../store/movement.ts'
import { ensureLocation } from '../../store/location.ts'
import { completeLot, findLot } from '../../store/lot.ts'
import { partAt } from '../../store/part.ts'
import { runLinesOf } from '../../store/run-line.ts'
import { completeRun } from '../../store/run.ts'
import type { StationContext } from '../context.ts'
import { queueLotLabel, queueUnitLabels } from '../label-queue.ts'
import { factsOfBuild, record, subjectsOfBuild } from './events.ts'
import { install } from './install.ts'

export interface Completed {
  readonly build: Build
  /** The parent that it went into. */
  readonly into: BuildId | null
  readonly labels: number
}

/**
 * Completes a build, or so much of it: stock by the movement `built`, its label, and of a child its installation.
 *
 * Call it inside one transaction, with what was decided in it.
 */
export function completeBuild(context: StationContext, completion: Completion): Completed {
  const { db, clock } = context
  const { quantity, location, openLines, reason } = completion
  const whole = buildAt(db, completion.build)
  assert(whole && whole.completedSeq === null, 'a build is completed once')
  assert(quantity > ZERO && quantity <= whole.quantity, 'no more is completed than is built')
  if (quantity < whole.quantity) divide(context, whole, quantity)
  const build: Build = { ...whole, quantity }
  const part = partAt(db, build.partId, build.revision)
  assert(part, 'a build has a part')
  ensureLocation(db, location)
  const expiry = part.shelfLifeDays === null ? null : addDays(todayOf(clock), part.shelfLifeDays)
  if (build.lotId !== null) completeLot(db, build.lotId, null, expiry)
  if (build.tracking === 'serial' && build.rowId !== null) {
    placeUnit(db, build.rowId, location)
    setExpiry(db, build.rowId, expiry)
  }
  const row = rowOf(context, build, location)
  const label = queueLabel(context, build, part, row)
  const seq = record(context, 'build-completed', [...subjectsOfBuild({ ...build, rowId: row })], {
    ...factsOfBuild(build),
    quantity: formatQuantity(quantity),
    location,
    expiry,
    label,
    open: openLines.map(({ component, missing, unit }) => ({ component, missing: formatQuantity(missing), unit })),
    reason
  })
  move(db, seq, row, 'built', location, quantity)
  completeBuildRow(db, build.id, seq, row)
  // What was put on hold while it was built goes into nothing.
  const isHeld = rowAt(db, row)?.held === 1
  const into = completion.intoParent && !isHeld ? build.parentId : null
  if (into !== null) {
    assert(build.runLineId !== null, 'a child is for a line')
    install(context, { build: into, line: build.runLineId, parts: [{ row, quantity }] }, build.id)
  }
  if (build.parentId === null && !firstOpenBuild(db, build.runId)) finishRun(context, build)
  return { build: { ...build, rowId: row }, into, labels: label === null ? 0 : 1 }
}

function rowOf({ db }: StationContext, build: Build, location: string): RowId {
  if (build.tracking === 'serial') {
    assert(build.rowId !== null, 'a unit has its row from the start')
    return build.rowId
  }
  return build.lotId === null
    ? ensureUntrackedRow(db, build.partId, build.revision, location)
    : ensureLotRow(db, build.partId, build.revision, build.lotId, location)
}

function queueLabel(context: StationContext, build: Build, part: Part, row: RowId): string | null {
  const at = instantOf(context.clock.now())
  const origin = { part, order: build.run, receiptLine: null, at, on: context.clock.local.dayOf(at), isBuilt: true }
  if (build.serial !== null) {
    const [label = null] = queueUnitLabels(context, origin, row, [build.serial], build.lot)
    return label
  }
  const lot = build.lot === null ? undefined : findLot(context.db, part.id, build.lot)
  return lot ? queueLotLabel(context, origin, row, { ...lot, quantity: build.quantity }) : null
}

function finishRun(context: StationContext, { runId, run, partId, lotId }: Build): void {
  const seq = record(
    context,
    'run-completed',
    [
      { kind: 'run', id: runId },
      { kind: 'part', id: partId },
      ...(lotId === null ? [] : [{ kind: 'lot' as const, id: lotId }])
    ],
    { run }
  )
  completeRun(context.db, runId, seq)
}

/**
 * Cuts off what is not completed yet as a build of its own, with what was installed for it: no stock moves.
 *
 * The rest of a child goes on only where something was installed for it; else its parent’s line is open again, and its
 * part number begins another child.
 */
function divide(context: StationContext, build: Build, quantity: Quantity): void {
  const { db } = context
  const excess = excessOf(context, build, quantity)
  shortenBuild(db, build.id, quantity)
  if (build.parentId !== null && excess.length === 0) return
  const rest = subtract(build.quantity, quantity)
  const id = nextBuildId(db)
  const seq = record(context, 'build-divided', [...subjectsOfBuild(build), { kind: 'build', id }], {
    ...factsOfBuild(build),
    quantity: formatQuantity(quantity),
    rest: formatQuantity(rest),
    carried: excess.map(({ component, quantity: carried }) => ({ component, quantity: formatQuantity(carried) }))
  })
  const { runId, parentId, runLineId, partId, revision, tracking, lotId } = build
  insertBuild(
    db,
    {
      run: runId,
      parent: parentId,
      line: runLineId,
      part: partId,
      revision,
      tracking,
      row: null,
      lot: lotId,
      quantity: rest
    },
    seq
  )
  moveOpenChildren(db, build.id, id)
  for (const each of excess) handOnLine(context, build.id, each, id)
}

interface Excess {
  readonly line: number
  readonly component: string
  readonly quantity: Quantity
}

/** What is installed and is not for what is completed now. */
function excessOf({ db }: StationContext, build: Build, quantity: Quantity): readonly Excess[] {
  const installed = installedOnLines(db, build.id)
  return runLinesOf(db, build.runId, build.partId, build.revision).flatMap((line) => {
    const has = installed.get(line.id) ?? ZERO
    const needed = neededFor(line.quantity, quantity, line.tracking) ?? has
    return has > needed ? [{ line: line.id, component: line.component, quantity: subtract(has, needed) }] : []
  })
}

/** What came last goes with the rest. */
function handOnLine({ db }: StationContext, from: BuildId, { line, quantity }: Excess, to: BuildId): void {
  let left = quantity
  for (const installation of installationsIn(db, from).toReversed()) {
    if (installation.runLineId !== line || left === ZERO) continue
    const handed = installation.quantity < left ? installation.quantity : left
    handOn(db, installation.id, to, handed)
    left = subtract(left, handed)
  }
}
