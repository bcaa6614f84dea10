const MIN_COLUMN_WIDTH_PX = 250

/** How many columns of serials fit beside each other. */
export function columnsIn(widthPx: number): number {
  return Math.max(1, Math.floor(widthPx / MIN_COLUMN_WIDTH_PX))
}

export interface NumberedSerial {
  readonly serial: string
  /** Counted from 1, in the order of scanning. */
  readonly number: number
}

/** One row of the grid: serials come in the order of scanning, the grid begins with the newest. */
export function newestFirstRow(serials: readonly string[], row: number, columns: number): readonly NumberedSerial[] {
  const end = serials.length - row * columns
  const start = Math.max(0, end - columns)
  return serials
    .slice(start, Math.max(0, end))
    .map((serial, index) => ({ serial, number: start + index + 1 }))
    .reverse()
}
