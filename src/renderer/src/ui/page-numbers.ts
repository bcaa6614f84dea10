/** Rows that are asked for at once. The station takes up to 500. */
export const PAGE_ROWS = 200

/** Pages of a long list, counted from 0, both included. */
export interface PageRange {
  readonly from: number
  readonly to: number
}

/** The pages that hold the rows from `first` to `last`, both included. */
export function pagesOf(first: number, last: number): PageRange {
  return { from: Math.floor(first / PAGE_ROWS), to: Math.floor(Math.max(first, last) / PAGE_ROWS) }
}

export function pageNumbers({ from, to }: PageRange): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
