import type { LotId, PartId, RowId } from '../ids.ts'

/** Something is being put on hold by scan: `DS:HOLD`, the thing, `DS:DONE`. */
export interface HoldPlace {
  readonly kind: 'hold'
  /** What was scanned; null until something was. */
  readonly subject: ScannedSubject | null
}

export type ScannedSubject =
  /** A unit, or untracked stock at a place. */
  | { readonly kind: 'row'; readonly row: RowId; readonly name: string }
  | { readonly kind: 'lot'; readonly lot: LotId; readonly name: string }
  /** An untracked part that lies at several places: which one is meant is still to be scanned. */
  | { readonly kind: 'part'; readonly part: PartId; readonly name: string }
