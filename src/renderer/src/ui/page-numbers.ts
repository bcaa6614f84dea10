/** Rows that are asked for at once. The station takes up to 500. */
export const PAGE_ROWS = 200

/** The pages that hold the rows from `first` to `last`, both included. */
export function pagesOf(first: number, last: number): readonly number[] {
  const from = Math.floor(first / PAGE_ROWS)
  const to = Math.floor(Math.max(first, last) / PAGE_ROWS)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
