import type { Json } from '../../../core/event.ts'
import { formatQuantity } from '../../../core/quantity.ts'
import { codeOf } from '../../../core/trace/graph.ts'
import { rowsOfTree, type TreeNode } from '../../../core/trace/tree.ts'
import type { RunTouch } from '../../store/run-touch.ts'
import { eventInWords } from '../event-words.ts'
import type { RecallRow } from './recall.ts'
import type { Trace } from './trace.ts'

/** What of a trace fits into a table. */
export type TraceTableKind = 'history' | 'made-of' | 'used-in' | 'recall' | 'runs'

export const TRACE_TABLES: readonly TraceTableKind[] = ['history', 'made-of', 'used-in', 'recall', 'runs']

export interface TraceTable {
  readonly columns: readonly string[]
  /** The columns that hold decimals. */
  readonly decimals: readonly string[]
  readonly rows: readonly Readonly<Record<string, Json>>[]
}

export function historyTable({ history }: Trace): TraceTable {
  return {
    columns: ['at', 'event', 'operator', 'station', 'words', 'data'],
    decimals: [],
    rows: history.map(({ at, event, operator, station, data }) => ({
      at,
      event,
      operator,
      station,
      words: eventInWords({ event, data }),
      data
    }))
  }
}

/** A tree as rows: each with how deep it stands, and what it hangs on. */
export function treeTable(trees: readonly TreeNode[], trace: Trace, quantityOf: 'node' | 'parent'): TraceTable {
  const units = new Map<string, string>([['', trace.unit]])
  const codes = new Map<string, string>([['', codeOf(trace)]])
  const rows = rowsOfTree(trees, '')
  for (const { tree } of rows) {
    units.set(tree.node.key, tree.node.unit)
    codes.set(tree.node.key, codeOf(tree.node))
  }
  return {
    columns: [
      'level',
      'of',
      'kind',
      'part_number',
      'revision',
      'serial',
      'lot',
      'supplier_lot',
      'quantity',
      'unit',
      'status',
      'location',
      'runs'
    ],
    decimals: ['quantity'],
    rows: rows.map(({ tree: { node, quantity, runs }, depth, parent }) => ({
      level: depth + 1,
      of: codes.get(parent) ?? null,
      kind: node.kind,
      part_number: node.partNumber,
      revision: node.revision,
      serial: node.serial,
      lot: node.lot,
      supplier_lot: node.supplierLot,
      quantity: formatQuantity(quantity),
      unit: (quantityOf === 'node' ? node.unit : units.get(parent)) ?? null,
      status: node.status,
      location: node.location,
      runs
    }))
  }
}

export function recallTable(rows: readonly RecallRow[], unit: string): TraceTable {
  return {
    columns: [
      'kind',
      'part_number',
      'revision',
      'serial',
      'lot',
      'quantity',
      'unit',
      'location',
      'status',
      'contains',
      'contains_unit',
      'through'
    ],
    decimals: ['quantity', 'contains'],
    rows: rows.map((row) => ({
      kind: row.kind,
      part_number: row.partNumber,
      revision: row.revision,
      serial: row.serial,
      lot: row.lot,
      quantity: row.quantity === null ? null : formatQuantity(row.quantity),
      unit: row.unit,
      location: row.location,
      status: row.status,
      contains: row.contains === null ? null : formatQuantity(row.contains),
      contains_unit: unit,
      through: row.through
    }))
  }
}

export function runsTable(runs: readonly RunTouch[]): TraceTable {
  return {
    columns: [
      'run',
      'role',
      'part_number',
      'revision',
      'product',
      'builds',
      'quantity',
      'removed',
      'first_at',
      'last_at',
      'run_complete'
    ],
    decimals: ['quantity', 'removed'],
    rows: runs.map((touch) => ({
      run: touch.run,
      role: touch.role,
      part_number: touch.partNumber,
      revision: touch.revision || null,
      product: touch.product,
      builds: touch.builds,
      quantity: formatQuantity(touch.quantity),
      removed: formatQuantity(touch.removed),
      first_at: touch.firstAt,
      last_at: touch.lastAt,
      run_complete: touch.isRunComplete === 1
    }))
  }
}
