import type { MovementKind } from '../../../core/inventory/movement.ts'
import { ONE, subtract, ZERO, type Quantity } from '../../../core/quantity.ts'
import { codeOf, type TraceNode } from '../../../core/trace/graph.ts'
import { whereabouts } from '../../../core/trace/place.ts'
import { containersOf, type Container } from '../../../core/trace/recall.ts'
import type { ReadableDb } from '../../store/database.ts'
import { rowsOfLot, untrackedStockOf, type InventoryRow } from '../../store/inventory.ts'
import { movedOf } from '../../store/movement.ts'
import { findLot } from '../../store/lot.ts'
import { revisionsOf } from '../../store/part.ts'
import { rowStatus } from '../inventory-view.ts'
import type { RootedGraph } from './graph.ts'
import type { Subject } from './subject.ts'

/** Somewhere that a person has to look when a subject is called back. */
export interface RecallRow {
  readonly kind: TraceNode['kind']
  readonly partNumber: string
  readonly revision: string | null
  readonly serial: string | null
  readonly lot: string | null
  /** How many of it there are at this place; null where that cannot be said. */
  readonly quantity: Quantity | null
  readonly unit: string
  readonly location: string | null
  readonly status: string | null
  /** How much of the subject is in it, in the subject's unit; null where it is some of it, and nobody knows how much. */
  readonly contains: Quantity | null
  /** What the subject went through to get there, the nearest to it first. */
  readonly through: readonly string[]
}

/** What stock that is no longer there became, where it went into nothing that is known. */
const ENDS = ['consumed', 'scrapped', 'returned', 'archived'] as const satisfies readonly MovementKind[]

/**
 * Everywhere that a subject is now: what is left of it, every outermost unit that contains it, and the lots and
 * untracked pieces that do, place by place, with what became of those that are gone.
 */
export function recallOf(db: ReadableDb, subject: Subject, { root, graph }: RootedGraph): readonly RecallRow[] {
  const itself = itselfOf(db, subject, whereabouts(graph, root))
  const containers = containersOf(graph, root).flatMap((container) => rowsOf(db, container))
  const rows = [...itself, ...containers]
  return [...rows.filter((row) => !isGone(row)), ...rows.filter(isGone)]
}

/** What is gone comes last: it is no longer there to be fetched. */
function isGone({ status }: RecallRow): boolean {
  return (ENDS as readonly (string | null)[]).includes(status)
}

function itselfOf(db: ReadableDb, subject: Subject, place: string | null): readonly RecallRow[] {
  switch (subject.kind) {
    case 'serial': {
      const { row } = subject
      const found = stockRecall(row, row.quantity, [], ONE)
      return [{ ...found, quantity: ONE, location: place ?? row.location }]
    }
    case 'lot':
      return placesAndEnds(
        db,
        subject.rows.filter(({ serial }) => serial === null),
        [],
        true
      )
    case 'part':
      return placesAndEnds(
        db,
        (subject.rows ?? []).filter(({ serial }) => serial === null),
        [],
        true
      )
  }
}

function rowsOf(db: ReadableDb, { node, contains, isTop, through }: Container): readonly RecallRow[] {
  const way = through.map(codeOf)
  switch (node.kind) {
    case 'serial':
      return isTop ? [nodeRecall(node, ONE, contains, way)] : []
    case 'lot': {
      const [part] = node.lot === null ? [] : revisionsOf(db, node.partNumber)
      const lot = part && node.lot !== null ? findLot(db, part.id, node.lot) : undefined
      const rows = lot ? rowsOfLot(db, lot.id).filter(({ serial }) => serial === null) : []
      const found = placesAndEnds(db, rows, way, false)
      if (found.length > 0 || !isTop) return found
      // A lot has a row once some of it is completed.
      return rows.length > 0
        ? [nodeRecall(node, ZERO, contains, way)]
        : [nodeRecall({ ...node, status: 'being built' }, null, contains, way)]
    }
    case 'untracked': {
      const [part] = isTop ? revisionsOf(db, node.partNumber) : []
      const rows = part
        ? untrackedStockOf(db, part.id).filter(({ revision }) => (revision || null) === node.revision)
        : []
      if (rows.length > 0) return rows.map((row) => stockRecall(row, row.quantity, way, null))
      return isTop ? [nodeRecall(node, ZERO, contains, way)] : []
    }
    case 'part':
      return [nodeRecall(node, null, contains, way)]
  }
}

/** Each place with stock, and what became of the rest; what is installed is told by what it is in. */
function placesAndEnds(
  db: ReadableDb,
  rows: readonly InventoryRow[],
  through: readonly string[],
  isItself: boolean
): readonly RecallRow[] {
  const [first] = rows
  if (!first) return []
  const moved = movedOf(
    db,
    rows.map(({ id }) => id)
  )
  const containing = (quantity: Quantity) => (isItself ? quantity : null)
  return [
    ...rows
      .filter(({ quantity }) => quantity > 0)
      .map((row) => stockRecall(row, row.quantity, through, containing(row.quantity))),
    ...ENDS.flatMap((status) => {
      const gone = subtract(ZERO, moved[status] ?? ZERO)
      if (gone === ZERO) return []
      return [{ ...stockRecall(first, gone, through, containing(gone)), location: null, status }]
    })
  ]
}

function stockRecall(
  row: InventoryRow,
  quantity: Quantity,
  through: readonly string[],
  contains: Quantity | null
): RecallRow {
  const { tracking, partNumber, revision, serial, lot, unit, location } = row
  return {
    kind: tracking,
    partNumber,
    revision: revision || null,
    serial,
    lot,
    quantity,
    unit,
    location,
    status: rowStatus(row),
    contains,
    through
  }
}

function nodeRecall(
  { kind, partNumber, revision, serial, lot, unit, location, status }: TraceNode,
  quantity: Quantity | null,
  contains: Quantity | null,
  through: readonly string[]
): RecallRow {
  return { kind, partNumber, revision, serial, lot, quantity, unit, location, status, contains, through }
}
