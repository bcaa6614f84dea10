import type { ReactNode } from 'react'

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
