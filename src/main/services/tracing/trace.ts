import { statusOfSeveral } from '../../../core/inventory/status.ts'
import { sum } from '../../../core/quantity.ts'
import type { OrderedEvent } from '../../../core/trace/history.ts'
import { whereabouts } from '../../../core/trace/place.ts'
import { rollUpOf, type RollUp } from '../../../core/trace/roll-up.ts'
import { madeOfTree, usedInTree, type TreeNode } from '../../../core/trace/tree.ts'
import type { ReadableDb } from '../../store/database.ts'
import { type InventoryRow } from '../../store/inventory.ts'
import { movedOf } from '../../store/movement.ts'
import { issuesOfLot, issuesOfPart, issuesOfRow, type Issue } from '../../store/issue.ts'
import { labelsOfLot, labelsOfRow, type LabelRow } from '../../store/label.ts'
import { rowStatus } from '../inventory-view.ts'
import { issueOutside, type IssueOutside } from '../quality/outside.ts'
import { graphAbove, graphOfLot, graphOfUnit, placesOf, type RootedGraph } from './graph.ts'
import { historyOf } from './history.ts'
import { graphOfPart } from './part-graph.ts'
import type { Subject, UnitSubject } from './subject.ts'

/** What is known of a unit, a lot or a part: where it came from, where it is, what happened to it, and what is in what. */
export interface Trace extends Summary {
  readonly madeOf: readonly TreeNode[]
  readonly usedIn: readonly TreeNode[]
}

/** All of a trace but its trees. */
export interface Summary extends Identity {
  readonly history: readonly OrderedEvent[]
  /** How many older events are not told. */
  readonly historyLeft: number
  /** Its own and those of its lot or units, the oldest first. */
  readonly issues: readonly IssueOutside[]
  readonly labels: readonly LabelRow[]
  /** Null where there is too much of a part to add up in passing. */
  readonly totals: RollUp | null
}

/** Which thing it is, and how it stands. */
export interface Identity {
  readonly kind: 'serial' | 'lot' | 'part'
  readonly partNumber: string
  readonly revision: string | null
  readonly description: string
  readonly unit: string
  readonly serial: string | null
  readonly lot: string | null
  readonly supplierLot: string | null
  readonly expiry: string | null
  readonly status: string | null
  readonly location: string | null
}

/** How much of what there is to tell is told: on screen not everything at once. */
export interface TraceLimits {
  /** Of a part with more rows, nothing is added up or followed. */
  readonly partRows: number
  /** How many of the newest events; -1 for all. */
  readonly events: number
}

export const WHOLE: TraceLimits = { partRows: Number.MAX_SAFE_INTEGER, events: -1 }

/** What a window can show at once and a station can read between two scans. */
export const IN_PASSING: TraceLimits = { partRows: 5_000, events: 500 }

/** The whole trace of a subject, from the graph around it. */
export function traceSubject(
  db: ReadableDb,
  subject: Subject,
  { root, graph }: RootedGraph,
  limits: TraceLimits
): Trace {
  return {
    ...summaryOf(db, subject, limits),
    madeOf: madeOfTree(graph, root),
    usedIn: usedInTree(graph, root)
  }
}

/** What can be told of a subject without following what is in what any further than to where it is. */
export function summaryOf(db: ReadableDb, subject: Subject, limits: TraceLimits): Summary {
  const { events, left } = historyOf(db, subject, limits.events)
  return {
    ...identityOf(subject, subject.kind === 'serial' ? placeOfUnit(db, subject) : null),
    history: events,
    historyLeft: left,
    issues: issuesOf(db, subject).map((issue) => issueOutside(db, issue)),
    labels: labelsOf(db, subject),
    totals: totalsOf(db, subject)
  }
}

function placeOfUnit(db: ReadableDb, subject: UnitSubject): string | null {
  const { root, graph } = graphAbove(db, subject)
  return whereabouts(graph, root)
}

/** What a subject is made of and what it is in. Of a part that is too large to be followed there is nothing. */
export function graphOf(db: ReadableDb, subject: Subject): RootedGraph {
  switch (subject.kind) {
    case 'serial':
      return graphOfUnit(db, subject)
    case 'lot':
      return graphOfLot(db, subject)
    case 'part':
      return subject.rows === null ? { root: '', graph: { nodes: new Map(), edges: [] } } : graphOfPart(db, subject)
  }
}

function identityOf(subject: Subject, inside: string | null): Identity {
  switch (subject.kind) {
    case 'serial': {
      const { row } = subject
      return {
        ...sharedFacts(row),
        kind: 'serial',
        serial: row.serial,
        lot: row.lot,
        supplierLot: row.supplierLot,
        expiry: row.expiry,
        status: rowStatus(row),
        location: inside ?? row.location
      }
    }
    case 'lot': {
      const { lot, partNumber, rows } = subject
      const [first] = rows
      return {
        ...(first ? sharedFacts(first) : { revision: null, description: '', unit: '' }),
        kind: 'lot',
        partNumber,
        serial: null,
        lot: lot.lot,
        supplierLot: lot.supplierLot,
        expiry: lot.expiry,
        status: statusOfSeveral(rows.map(rowStatus)),
        location: placesOf(rows)
      }
    }
    case 'part': {
      const { part, revisions, rows } = subject
      return {
        kind: 'part',
        partNumber: part.partNumber,
        // Stock and history are those of all its revisions.
        revision: revisions > 1 ? null : part.revision || null,
        description: part.description,
        unit: part.unit,
        serial: null,
        lot: null,
        supplierLot: null,
        expiry: null,
        // Units and lots of a part each stand by themselves; pieces of an untracked one stand together.
        status: rows?.every(({ tracking }) => tracking === 'untracked') ? statusOfSeveral(rows.map(rowStatus)) : null,
        location: placesOf(rows ?? [])
      }
    }
  }
}

function sharedFacts({ partNumber, revision, description, unit }: InventoryRow) {
  return { partNumber, revision: revision || null, description, unit }
}

function labelsOf(db: ReadableDb, subject: Subject): readonly LabelRow[] {
  switch (subject.kind) {
    case 'serial':
      return labelsOfRow(db, subject.row.id)
    case 'lot':
      return labelsOfLot(db, subject.lot.id)
    case 'part':
      return []
  }
}

function issuesOf(db: ReadableDb, subject: Subject): readonly Issue[] {
  switch (subject.kind) {
    case 'serial':
      return issuesOfRow(db, subject.row.id)
    case 'lot':
      return issuesOfLot(db, subject.lot.id)
    case 'part':
      return issuesOfPart(db, subject.part.id)
  }
}

function totalsOf(db: ReadableDb, subject: Subject): RollUp | null {
  const rows = subject.kind === 'serial' ? [subject.row] : subject.rows
  if (rows === null) return null
  const moved = movedOf(
    db,
    rows.map(({ id }) => id)
  )
  return rollUpOf(moved, sum(rows.map(({ quantity }) => quantity)))
}
