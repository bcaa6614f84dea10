/** Chromium lays nothing out beyond 2^25 pixels; some room is left for what stands around the rows. */
const MAX_LIST_HEIGHT_PX = 30_000_000

/** How many rows of a list can be laid out below each other. */
export function shownCount(count: number, rowHeightPx: number): number {
  return Math.min(count, Math.floor(MAX_LIST_HEIGHT_PX / rowHeightPx))
}
