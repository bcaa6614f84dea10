import { useElementSize, useMergedRef } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { indexAfterKey } from './grid-keys.ts'
import { groupedCount } from './grouped-quantity.ts'
import { shownCount } from './shown-count.ts'
import type { Column } from './table-column.ts'
import { TableRow } from './table-row.tsx'
import classes from './virtual-table.module.css'

const HEADER_HEIGHT_PX = 36
const OVERSCAN_ROWS = 8

export interface VirtualTableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  /** All rows have it: what is not seen need not be measured. */
  readonly rowHeightPx: number
  readonly count: number
  /** Absent while it is still under way. */
  readonly rowAt: (index: number) => Row | undefined
  readonly isSelected?: (row: Row) => boolean
  /** A row that wants a person is marked. */
  readonly isUrgent?: (row: Row) => boolean
  /** A click, or Enter on the row that the arrow keys are at. */
  readonly onOpen: (row: Row) => void
  /** Called as the arrow keys go from row to row. */
  readonly onMove?: (row: Row) => void
  /** Which rows are in sight, with some to spare. */
  readonly onRange?: (first: number, last: number) => void
  /** Another value means other rows: the list begins at its top again. */
  readonly resetKey?: string
  readonly empty: ReactNode
}

/** A list of any length: only the rows in sight exist. By keyboard: arrows, Page Up and Down, Home, End, Enter. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, rowHeightPx, rowAt, isSelected, isUrgent, onOpen, onMove, onRange, resetKey, empty } = props
  const count = shownCount(props.count, rowHeightPx)
  const scrollRef = useRef<HTMLDivElement>(null)
  const { ref: sizeRef, width } = useElementSize<HTMLDivElement>()
  const gridRef = useMergedRef(scrollRef, sizeRef)
  const [active, setActive] = useState(0)
  const id = useId()
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeightPx,
    // The header stays above the rows and covers what is below it.
    scrollMargin: HEADER_HEIGHT_PX,
    scrollPaddingStart: HEADER_HEIGHT_PX,
    overscan: OVERSCAN_ROWS
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const columns = useMemo(
    () => props.columns.filter(({ fromWidthPx = 0 }) => width === 0 || width >= fromWidthPx),
    [props.columns, width]
  )

  useEffect(() => onRange?.(first, last), [onRange, first, last])
  // Kept, since effects also run when a screen comes back into sight, and then the list stays where it was.
  const shownKey = useRef(resetKey)
  useEffect(() => {
    if (shownKey.current === resetKey) return
    shownKey.current = resetKey
    scrollRef.current?.scrollTo({ top: 0 })
    setActive(0)
  }, [resetKey])

  const current = Math.min(active, Math.max(0, count - 1))

  function open(index: number) {
    const row = rowAt(index)
    if (row !== undefined) onOpen(row)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      // What opens may take the focus at once: the same key must not press it too.
      event.preventDefault()
      return open(current)
    }
    const pageRows = Math.max(
      1,
      Math.floor(((scrollRef.current?.clientHeight ?? 0) - HEADER_HEIGHT_PX) / rowHeightPx) - 1
    )
    const next = indexAfterKey(event.key, current, count, pageRows)
    if (next === undefined) return
    event.preventDefault()
    setActive(next)
    virtualizer.scrollToIndex(next)
    const row = rowAt(next)
    if (row !== undefined) onMove?.(row)
  }

  function onClick(event: MouseEvent) {
    const index = event.target instanceof Element && event.target.closest('[data-index]')?.getAttribute('data-index')
    if (typeof index !== 'string') return
    setActive(Number(index))
    open(Number(index))
  }

  return (
    <div
      ref={gridRef}
      className={classes.table}
      style={{
        '--columns': columns.map(({ width }) => width).join(' '),
        '--row-height': `${rowHeightPx}px`,
        '--header-height': `${HEADER_HEIGHT_PX}px`
      }}
      role="grid"
      aria-label={label}
      aria-rowcount={props.count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={count > 0 ? `${id}-${current}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes.head}>
        <div className={classes.header} role="row" aria-rowindex={1}>
          {columns.map(({ key, title, align }) => (
            <div key={key} className={classes.cell} role="columnheader" data-align={align}>
              {title}
            </div>
          ))}
        </div>
      </div>
      {count === 0 && <div className={classes.empty}>{empty}</div>}
      <div className={classes.rows} style={{ height: virtualizer.getTotalSize() }} role="rowgroup" onClick={onClick}>
        {items.map(({ index, start }) => {
          const row = rowAt(index)
          return (
            <TableRow
              key={index}
              id={`${id}-${index}`}
              index={index}
              topPx={start - HEADER_HEIGHT_PX}
              columns={columns}
              row={row}
              isSelected={row !== undefined && isSelected?.(row) === true}
              isUrgent={row !== undefined && isUrgent?.(row) === true}
              isActive={index === current}
            />
          )
        })}
      </div>
      {count < props.count && (
        <p className={classes.more}>
          The first {groupedCount(count)} of {groupedCount(props.count)} are listed. Search to narrow them down.
        </p>
      )}
    </div>
  )
}
