import type { PartId } from './ids.ts'
import type { TrackingType } from './tracking/tracking-type.ts'

/** Where a serial unit's number comes from. */
export type SerialSource = 'generated' | 'captured'

/** Where a lot's number comes from: our pattern, the supplier's label, or the batch of an own production run. */
export type LotSource = 'generated' | 'supplier' | 'run'

/** A part at one revision. What hangs on the part number alone is the same for each of its revisions. */
export interface Part {
  readonly id: PartId
  readonly partNumber: string
  readonly tracking: TrackingType
  /** What quantities count: `pcs`, `m`, `kg`. */
  readonly unit: string
  readonly gtin: string | null
  readonly lotSource: LotSource | null
  readonly lotPattern: string | null
  readonly shelfLifeDays: number | null
  /** Whether goods of this part are inspected before use. */
  readonly inspection: boolean
  /** Empty for a part without revisions. */
  readonly revision: string
  readonly description: string
  readonly serialSource: SerialSource | null
  readonly serialPattern: string | null
  /** What a captured serial must look like. */
  readonly serialMask: string | null
}
