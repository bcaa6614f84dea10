import { memo } from 'react'
import type { Column } from './table-column.ts'
import classes from './virtual-table.module.css'

export interface TableRowProps<Row> {
  readonly id: string
  readonly index: number
  readonly topPx: number
  readonly columns: readonly Column<Row>[]
  /** Absent while it is still under way. */
  readonly row: Row | undefined
  readonly isSelected: boolean
  readonly isUrgent: boolean
  /** Whether the arrow keys are at it. */
  readonly isActive: boolean
}

function PlainTableRow<Row>(props: TableRowProps<Row>) {
  const { id, index, topPx, columns, row, isSelected, isUrgent, isActive } = props
  return (
    <div
      id={id}
      className={classes.row}
      role="row"
      // The header is the first row.
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
      data-urgent={isUrgent || undefined}
      data-active={isActive || undefined}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      {columns.map(({ key, align, cell }) => (
        <div key={key} className={classes.cell} role="gridcell" data-align={align}>
          {row === undefined ? null : cell(row)}
        </div>
      ))}
    </div>
  )
}

/** Drawn anew only when something of it changes: while one scrolls, most rows only come and go. */
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow
