import { assert, assertNever } from '../../../core/assert.ts'
import type { Obstacle } from '../../../core/assembly/directory.ts'
import { neededFor } from '../../../core/assembly/need.ts'
import type { PartId, RunId } from '../../../core/ids.ts'
import type { Part } from '../../../core/part.ts'
import { wholeUnits } from '../../../core/quantity.ts'
import { atRevision } from '../../../core/words.ts'
import { bomLinesOf, type BomLine } from '../../store/bom.ts'
import { isLotOfRun } from '../../store/build.ts'
import type { ReadableDb } from '../../store/database.ts'
import { findLot } from '../../store/lot.ts'
import { partAt, revisionsOf } from '../../store/part.ts'
import type { RunLine } from '../../store/run-line.ts'
import { runAt, type Run } from '../../store/run.ts'
import type { StationContext } from '../context.ts'
import { drawLot, drawSerials } from '../own-numbers.ts'
import type { DrawnNumbers } from '../numbering.ts'

type Drawn = Extract<DrawnNumbers, { ok: true }>

/** A run of more units is split: all its units get their rows and serials in one transaction. */
const MOST_UNITS = 10_000

/** A line of a bill, and at which revision its child is made where it is made on assembly. */
export interface PlannedLine {
  readonly bom: BomLine
  readonly childRevision: string | null
}

/** What was found out before the first write: from here on nothing can be refused. */
export interface RunPlan {
  readonly run: Run
  readonly part: Part
  readonly lines: readonly PlannedLine[]
  /** The serials of the units, the first first; null where the part has none. */
  readonly serials: Drawn | null
}

type Planned<Plan> = { readonly kind: 'planned'; readonly plan: Plan } | ObstacleFound

interface ObstacleFound {
  readonly kind: 'obstacle'
  readonly obstacle: Obstacle
}

/** Finds out everything that could keep a run from starting. Writes nothing. */
export function planRun(context: StationContext, id: RunId): Planned<RunPlan> {
  const { db } = context
  const run = runAt(db, id)
  assert(run, 'a run that is to start exists')
  const part = partAt(db, run.partId, run.revision)
  assert(part, 'the store keeps a run with a part at a revision that exists')
  const bill = planBill(db, part)
  if (bill.kind === 'obstacle') return bill
  const beyond = bill.plan.find(({ bom }) => neededFor(bom.quantity, run.quantity, bom.tracking) === undefined)
  if (beyond) {
    return obstacle(
      'quantity-wrong',
      'Too much',
      `Run ${run.run} would need more of ${beyond.bom.component} than a quantity can say. Split the run.`
    )
  }
  if (part.tracking === 'lot' && findLot(db, part.id, run.run)) {
    return obstacle(
      'lot-exists',
      'Lot exists already',
      `The run’s number becomes the lot of what it builds, and there is a lot ${run.run} of ${part.partNumber} already, from elsewhere. Give the run another number.`
    )
  }
  const serials = part.tracking === 'serial' ? planSerials(context, run, part) : planned(null)
  if (serials.kind === 'obstacle') return serials
  return planned({ run, part, lines: bill.plan, serials: serials.plan })
}

function planSerials(context: StationContext, run: Run, part: Part): Planned<Drawn> {
  const units = wholeUnits(run.quantity)
  if (units === undefined) {
    return obstacle(
      'quantity-wrong',
      'Whole units only',
      `${part.partNumber} is built unit by unit, and run ${run.run} is for a fraction of one. Correct its quantity.`
    )
  }
  if (units > MOST_UNITS) {
    return obstacle(
      'too-many',
      'Too many units',
      `Run ${run.run} is for ${units} units, and one run numbers ${MOST_UNITS} at most. Split it.`
    )
  }
  const drawn = serialsOf(context, part, units, run.run)
  return drawn.ok ? planned(drawn) : obstacle('no-number', 'No serial numbers', drawn.reason)
}

/** The next serials of what is built here, which only its revision’s own pattern gives. */
function serialsOf(context: StationContext, part: Part, count: number, run: string): DrawnNumbers {
  if (part.serialPattern === null) {
    return {
      ok: false,
      reason: `${atRevision(part)} has no pattern for serials, and what is built here gets its serials from one. Import the part with serial_source generated and a serial_pattern.`
    }
  }
  return drawSerials(context, part, count, run)
}

/** What a child that is made inside a run begins with. */
export interface ChildPlan {
  readonly part: Part
  readonly serial: Drawn | null
  /** The lot that it is of; `drawn` where its number comes from the part's own pattern. */
  readonly lot: { readonly lot: string; readonly drawn: Drawn | null } | null
}

/** Finds out everything that could keep a child from being made. Writes nothing. */
export function planChild(context: StationContext, line: RunLine): Planned<ChildPlan> {
  const { db } = context
  const run = runAt(db, line.runId)
  assert(run && line.childRevision !== null, 'a child is made for a line of a run that says at which revision')
  const part = partAt(db, line.componentId, line.childRevision)
  assert(part, 'the store keeps the revision of a child')
  switch (part.tracking) {
    case 'serial': {
      const drawn = serialsOf(context, part, 1, run.run)
      if (!drawn.ok) return obstacle('no-number', 'No serial number', drawn.reason)
      return planned({ part, serial: drawn, lot: null })
    }
    case 'lot': {
      if (part.lotPattern !== null) {
        const drawn = drawLot(context, part, run.run)
        const lot = drawn.ok ? drawn.numbers[0] : undefined
        if (!drawn.ok) return obstacle('no-number', 'No lot number', drawn.reason)
        assert(lot !== undefined, 'one number was drawn')
        return planned({ part, serial: null, lot: { lot, drawn } })
      }
      const known = findLot(db, part.id, run.run)
      if (known && !isLotOfRun(db, run.id, known.id)) {
        return obstacle(
          'lot-exists',
          'Lot exists already',
          `What is made in run ${run.run} is its lot, and there is a lot ${run.run} of ${part.partNumber} already, from elsewhere. Give the part a pattern for its lots.`
        )
      }
      return planned({ part, serial: null, lot: { lot: run.run, drawn: null } })
    }
    case 'untracked':
      return planned({ part, serial: null, lot: null })
    default:
      return assertNever(part.tracking)
  }
}

/** The bill of a part and those of all children that are made inside it, each once. */
function planBill(db: ReadableDb, part: Part): Planned<readonly PlannedLine[]> {
  const lines: PlannedLine[] = []
  const done = new Set<string>()
  const visit = (
    id: PartId,
    partNumber: string,
    revision: string,
    above: readonly string[]
  ): ObstacleFound | undefined => {
    if (above.includes(partNumber)) {
      const loop = [...above.slice(above.indexOf(partNumber)), partNumber].join(' → ')
      return obstacle(
        'bill-loops',
        'Made of itself',
        `The bill of materials goes round in a circle: ${loop}. Correct it, then open the run again.`
      )
    }
    const key = JSON.stringify([id, revision])
    if (done.has(key)) return undefined
    done.add(key)
    for (const bom of bomLinesOf(db, id, revision)) {
      const childRevision = bom.madeOnAssembly ? childRevisionOf(db, bom) : null
      lines.push({ bom, childRevision })
      const found =
        childRevision === null
          ? undefined
          : visit(bom.componentId, bom.component, childRevision, [...above, partNumber])
      if (found) return found
    }
    return undefined
  }
  return visit(part.id, part.partNumber, part.revision, []) ?? planned(lines)
}

/** The revision that the bill names; where any will do, the last by its name. */
function childRevisionOf(db: ReadableDb, bom: BomLine): string {
  const revision = bom.componentRevision ?? revisionsOf(db, bom.component).at(-1)?.revision
  assert(revision !== undefined, 'a part has a revision')
  return revision
}

function planned<Plan>(plan: Plan): Planned<Plan> {
  return { kind: 'planned', plan }
}

function obstacle(reason: Obstacle['reason'], title: string, message: string): ObstacleFound {
  return { kind: 'obstacle', obstacle: { reason, title, message } }
}
