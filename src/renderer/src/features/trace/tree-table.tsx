import { useMemo } from 'react'
import { codeOf } from '../../../../core/trace/graph.ts'
import { rowsOfTree } from '../../../../core/trace/tree.ts'
import type { TreeNode, TreeRow } from '../../../../core/trace/tree.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { statusTone } from '../../ui/status-tone.ts'
import type { Column } from '../../ui/table-column.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import classes from './tree-table.module.css'

const ROW_HEIGHT_PX = 40

interface Row extends TreeRow {
  readonly unit: string
}

export interface TreeTableProps {
  readonly label: string
  readonly trees: readonly TreeNode[]
  /** Of a tree that goes up, the unit of what it hangs on; null for one that goes down. */
  readonly unitBelow: string | null
  readonly onTrace: (code: string, part: string | null) => void
}

/** A tree as rows, each node before what hangs on it: the graph for those who would rather read or use a keyboard. */
export function TreeTable({ label, trees, unitBelow, onTrace }: TreeTableProps) {
  const rows = useMemo(() => withUnits(rowsOfTree(trees, ''), unitBelow), [trees, unitBelow])
  return (
    <VirtualTable
      label={label}
      columns={COLUMNS}
      rowHeightPx={ROW_HEIGHT_PX}
      count={rows.length}
      rowAt={(index) => rows[index]}
      onOpen={({ tree: { node } }) => onTrace(codeOf(node), node.partNumber)}
      resetKey={label}
      empty={<p className={classes.none}>There is nothing.</p>}
    />
  )
}

function withUnits(rows: readonly TreeRow[], unitBelow: string | null): readonly Row[] {
  const units = new Map(rows.map(({ tree: { node } }) => [node.key, node.unit]))
  return rows.map((row) => ({
    ...row,
    unit: unitBelow === null ? row.tree.node.unit : (units.get(row.parent) ?? unitBelow)
  }))
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: 'what',
    title: 'What',
    width: 'minmax(200px, 2fr)',
    cell: ({ tree: { node, repeated }, depth }) => (
      <span className={classes.what} style={{ '--depth': depth }}>
        <CodeText>{codeOf(node)}</CodeText>
        {repeated && <span className={classes.quiet}>told above</span>}
      </span>
    )
  },
  {
    key: 'part',
    title: 'Part',
    width: 'minmax(110px, 1.2fr)',
    cell: ({ tree: { node } }) => (
      <span title={node.description}>
        {node.partNumber} {node.revision}
      </span>
    )
  },
  {
    key: 'quantity',
    title: 'Quantity',
    width: 'minmax(84px, 0.6fr)',
    align: 'end',
    cell: ({ tree, unit }) => `${groupedQuantity(tree.quantity)} ${unit}`
  },
  {
    key: 'status',
    title: 'Status',
    width: '124px',
    cell: ({ tree: { node } }) =>
      node.status !== null && <StateMark tone={statusTone(node.status)}>{node.status}</StateMark>
  },
  {
    key: 'place',
    title: 'Place',
    width: 'minmax(80px, 0.7fr)',
    fromWidthPx: 560,
    cell: ({ tree: { node } }) => node.location
  },
  {
    key: 'runs',
    title: 'Run',
    width: 'minmax(90px, 0.7fr)',
    fromWidthPx: 680,
    cell: ({ tree: { runs } }) => runs.join(', ')
  }
]
