import { assert } from '../../../core/assert.ts'
import type { ChildToStart } from '../../../core/assembly/effect.ts'
import type { BuildId, RunId } from '../../../core/ids.ts'
import type { Part } from '../../../core/part.ts'
import { formatQuantity, ONE } from '../../../core/quantity.ts'
import { buildAt, insertBuild, nextBuildId, type BuildRecord } from '../../store/build.ts'
import { insertUnit } from '../../store/inventory.ts'
import { findLot, insertLot } from '../../store/lot.ts'
import { revisionsOf } from '../../store/part.ts'
import { insertRunLine, runLineAt } from '../../store/run-line.ts'
import { startRun as startRunRow } from '../../store/run.ts'
import type { StationContext } from '../context.ts'
import { useNumbers } from '../numbering.ts'
import { record } from './events.ts'
import { planChild, planRun, type RunPlan } from './plan.ts'

/** The numbers that a run has taken for what it builds. */
export interface StartedRun {
  readonly firstSerial: string | null
  readonly lastSerial: string | null
  readonly lot: string | null
}

/**
 * Starts a run: copies the bill, takes the numbers and begins what is built.
 *
 * Call it inside the transaction in which it was found that nothing keeps the run from starting.
 */
export function startRun(context: StationContext, id: RunId, location: string): StartedRun {
  const planned = planRun(context, id)
  assert(planned.kind === 'planned', 'nothing kept the run from starting when that was decided')
  const { plan } = planned
  const { db } = context
  const { run, part, serials } = plan
  assert(run.startedSeq === null, 'a run starts once')
  const lot = part.tracking === 'lot' ? run.run : null
  const lotId = lot === null ? null : insertLot(db, { partId: part.id, lot, supplierLot: null, expiry: null })
  const numbers = {
    firstSerial: serials?.numbers[0] ?? null,
    lastSerial: serials?.numbers.at(-1) ?? null,
    lot
  }
  const seq = record(
    context,
    'run-started',
    [
      { kind: 'run', id },
      { kind: 'part', id: part.id },
      ...(lotId === null ? [] : [{ kind: 'lot' as const, id: lotId }])
    ],
    {
      run: run.run,
      part_number: part.partNumber,
      revision: part.revision,
      quantity: formatQuantity(run.quantity),
      unit: part.unit,
      lot,
      first_serial: numbers.firstSerial,
      last_serial: numbers.lastSerial,
      revisions: revisionsOf(db, part.partNumber).map(({ revision }) => revision)
    }
  )
  startRunRow(db, id, seq, lotId)
  copyBill(context, plan)
  const common = { run: id, parent: null, line: null, part: part.id, revision: part.revision, tracking: part.tracking }
  if (!serials) {
    begin(context, part, { ...common, row: null, lot: lotId, quantity: run.quantity }, run.run, null, lot)
    return numbers
  }
  useNumbers(db, serials)
  for (const serial of serials.numbers) {
    const row = insertUnit(db, {
      partId: part.id,
      revision: part.revision,
      serial,
      lot: null,
      supplierLot: null,
      location,
      expiry: null,
      receiptLine: null
    })
    begin(context, part, { ...common, row, lot: null, quantity: ONE }, run.run, serial, null)
  }
  return numbers
}

function copyBill({ db }: StationContext, { run, lines }: RunPlan): void {
  for (const { bom, childRevision } of lines) {
    insertRunLine(db, {
      run: run.id,
      part: bom.partId,
      revision: bom.revision,
      component: bom.componentId,
      componentRevision: bom.componentRevision,
      quantity: bom.quantity,
      childRevision,
      substitutes: bom.substitutes.map(({ partId }) => partId)
    })
  }
}

/** Begins a child inside its parent, with a serial or a lot of its own. Call it inside the transaction of the decision. */
export function startChild(context: StationContext, { parent, line, quantity, location }: ChildToStart): BuildId {
  const { db } = context
  const runLine = runLineAt(db, line)
  const parentBuild = buildAt(db, parent)
  assert(runLine && parentBuild, 'a child is begun for a line of a build')
  const planned = planChild(context, runLine)
  assert(planned.kind === 'planned', 'nothing kept the child from being made when that was decided')
  const { part, serial: drawn, lot } = planned.plan
  if (drawn) useNumbers(db, drawn)
  if (lot?.drawn) useNumbers(db, lot.drawn)
  const lotId =
    lot === null
      ? null
      : (findLot(db, part.id, lot.lot)?.id ??
        insertLot(db, { partId: part.id, lot: lot.lot, supplierLot: null, expiry: null }))
  const serial = drawn?.numbers[0] ?? null
  const row =
    serial === null
      ? null
      : insertUnit(db, {
          partId: part.id,
          revision: part.revision,
          serial,
          lot: null,
          supplierLot: null,
          location,
          expiry: null,
          receiptLine: null
        })
  return begin(
    context,
    part,
    {
      run: runLine.runId,
      parent,
      line,
      part: part.id,
      revision: part.revision,
      tracking: part.tracking,
      row,
      lot: lotId,
      quantity
    },
    parentBuild.run,
    serial,
    lot?.lot ?? null
  )
}

function begin(
  context: StationContext,
  part: Part,
  build: BuildRecord,
  run: string,
  serial: string | null,
  lot: string | null
): BuildId {
  const { db } = context
  const parent = build.parent === null ? undefined : buildAt(db, build.parent)
  const seq = record(
    context,
    'build-started',
    [
      { kind: 'build', id: nextBuildId(db) },
      { kind: 'run', id: build.run },
      { kind: 'part', id: build.part },
      ...(build.row === null ? [] : [{ kind: 'row' as const, id: build.row }]),
      ...(build.lot === null ? [] : [{ kind: 'lot' as const, id: build.lot }]),
      ...(parent?.rowId == null ? [] : [{ kind: 'row' as const, id: parent.rowId }]),
      ...(parent?.lotId == null ? [] : [{ kind: 'lot' as const, id: parent.lotId }])
    ],
    {
      run,
      part_number: part.partNumber,
      revision: build.revision,
      serial,
      lot,
      quantity: formatQuantity(build.quantity),
      unit: part.unit,
      parent_part_number: parent?.partNumber ?? null,
      parent_revision: parent?.revision ?? null,
      parent_serial: parent?.serial ?? null,
      parent_lot: parent?.lot ?? null
    }
  )
  return insertBuild(db, build, seq)
}
