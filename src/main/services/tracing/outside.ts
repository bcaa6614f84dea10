import { formatQuantity } from '../../../core/quantity.ts'
import type { TreeNode } from '../../../core/trace/tree.ts'
import { labelOutside } from '../outside-rows.ts'
import type { Trace } from './trace.ts'

/** A node of a tree for other programs; what hangs on it is under the tree's own name, as at the top. */
interface NodeOutside {
  readonly kind: string
  readonly part_number: string
  readonly revision: string | null
  readonly serial: string | null
  readonly lot: string | null
  readonly supplier_lot: string | null
  /** In `made_of` how much of it is in the one above, in `used_in` how much of the one above is in it. */
  readonly quantity: string
  readonly unit: string
  readonly status: string | null
  readonly location: string | null
  readonly runs: readonly string[]
  /** Whether what hangs on it is told elsewhere in the same tree. */
  readonly repeated: boolean
}

export interface MadeOfOutside extends NodeOutside {
  readonly made_of: readonly MadeOfOutside[]
}

export interface UsedInOutside extends NodeOutside {
  readonly used_in: readonly UsedInOutside[]
}

/** The trace report for other programs, in the keys of the command line. */
export function traceOutside(trace: Trace) {
  return {
    subject: { kind: trace.kind, part_number: trace.partNumber, serial: trace.serial, lot: trace.lot },
    status: trace.status,
    location: trace.location,
    history: trace.history.map(({ at, event, operator, station, data }) => ({ ...data, at, event, operator, station })),
    made_of: trace.madeOf.map((tree) => madeOfOutside(tree)),
    used_in: trace.usedIn.map((tree) => usedInOutside(tree, trace.unit)),
    issues: trace.issues,
    labels: trace.labels.map(labelOutside),
    totals: trace.totals && {
      received: formatQuantity(trace.totals.received),
      built: formatQuantity(trace.totals.built),
      on_hand: formatQuantity(trace.totals.onHand),
      installed: formatQuantity(trace.totals.installed),
      consumed: formatQuantity(trace.totals.consumed),
      scrapped: formatQuantity(trace.totals.scrapped),
      archived: formatQuantity(trace.totals.archived),
      returned: formatQuantity(trace.totals.returned),
      adjusted: formatQuantity(trace.totals.adjusted)
    }
  }
}

function madeOfOutside(tree: TreeNode): MadeOfOutside {
  return { ...nodeOutside(tree, tree.node.unit), made_of: tree.children.map(madeOfOutside) }
}

/** @param unit the unit of what it is up from: the quantity is how much of that is in it */
function usedInOutside(tree: TreeNode, unit: string): UsedInOutside {
  return {
    ...nodeOutside(tree, unit),
    used_in: tree.children.map((child) => usedInOutside(child, tree.node.unit))
  }
}

function nodeOutside({ node, quantity, runs, repeated }: TreeNode, unit: string): NodeOutside {
  return {
    kind: node.kind,
    part_number: node.partNumber,
    revision: node.revision,
    serial: node.serial,
    lot: node.lot,
    supplier_lot: node.supplierLot,
    quantity: formatQuantity(quantity),
    unit,
    status: node.status,
    location: node.location,
    runs,
    repeated
  }
}
