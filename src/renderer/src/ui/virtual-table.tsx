import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { groupedCount } from './grouped-quantity.ts'
import { indexAfterKey } from './grid-keys.ts'
import { shownCount } from './shown-count.ts'
import classes from './virtual-table.module.css'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** A track of a CSS grid: `120px`, `minmax(160px, 2fr)`. */
  readonly width: string
  readonly align?: 'end'
  /** Left out where the whole list is narrower. */
  readonly fromWidthPx?: number
  readonly cell: (row: Row) => ReactNode
}

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
  const [active, setActive] = useState(0)
  const id = useId()
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeightPx,
    overscan: 8
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0

  useEffect(() => onRange?.(first, last), [onRange, first, last])
  useEffect(() => {
    scrollRef.current?.scrollTo({ top: 0 })
    setActive(0)
  }, [resetKey])

  const current = Math.min(active, Math.max(0, count - 1))
  const { ref: sizeRef, width } = useElementSize<HTMLDivElement>()
  const columns = props.columns.filter(({ fromWidthPx = 0 }) => width === 0 || width >= fromWidthPx)
  const columnTracks = columns.map(({ width }) => width).join(' ')

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === 'Enter') {
      const row = rowAt(current)
      if (row !== undefined) onOpen(row)
      return
    }
    const pageRows = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeightPx) - 1)
    const next = indexAfterKey(event.key, current, count, pageRows)
    if (next === undefined) return
    event.preventDefault()
    setActive(next)
    virtualizer.scrollToIndex(next)
    const row = rowAt(next)
    if (row !== undefined) onMove?.(row)
  }

  return (
    <div
      ref={sizeRef}
      className={classes.table}
      style={{ '--columns': columnTracks, '--row-height': `${rowHeightPx}px` }}
      role="grid"
      aria-label={label}
      aria-rowcount={props.count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={count > 0 ? `${id}-${current}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup">
        <div className={classes.header} role="row" aria-rowindex={1}>
          {columns.map(({ key, title, align }) => (
            <div key={key} className={classes.cell} role="columnheader" data-align={align}>
              {title}
            </div>
          ))}
        </div>
      </div>
      {/* Not a tab stop of its own: the arrow keys of the grid move it. */}
      <div ref={scrollRef} className={classes.body} role="rowgroup" tabIndex={-1}>
        {count === 0 && empty}
        <div className={classes.rows} style={{ height: virtualizer.getTotalSize() }} role="presentation">
          {items.map(({ index, start }) => {
            const row = rowAt(index)
            return (
              <div
                key={index}
                id={`${id}-${index}`}
                className={classes.row}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={row !== undefined && isSelected?.(row) === true}
                data-urgent={(row !== undefined && isUrgent?.(row)) || undefined}
                data-active={index === current || undefined}
                style={{ transform: `translateY(${start}px)` }}
                onClick={() => {
                  setActive(index)
                  if (row !== undefined) onOpen(row)
                }}
              >
                {columns.map(({ key, align, cell }) => (
                  <div key={key} className={classes.cell} role="gridcell" data-align={align}>
                    {row === undefined ? null : cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
        {count < props.count && (
          <p className={classes.more}>
            The first {groupedCount(count)} of {groupedCount(props.count)} are listed. Search to narrow them down.
          </p>
        )}
      </div>
    </div>
  )
}
