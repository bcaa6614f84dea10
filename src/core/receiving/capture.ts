import type { Day } from '../clock.ts'
import type { Part } from '../part.ts'
import type { Quantity } from '../quantity.ts'

/**
 * How the bars of a supplier's label are made, where it has one for each field: each value with its identifier, or
 * bare. `seen`: one with an identifier was there, which speaks for the others having theirs.
 */
export type BarHabit = 'seen' | 'with-identifiers' | 'bare'

/** What codes are that a taught format reads and that may be serials or lots: labels of that format, or just the text. */
export type TaughtHabit = 'as-taught' | 'as-it-stands'

/** What one scan added to the open line. Taking the scan back takes its step away. */
export interface CaptureStep {
  readonly serial?: string
  /** Our lot number, where the part takes the supplier's. */
  readonly lot?: string
  readonly supplierLot?: string
  /** The next own lot number was asked for. */
  readonly generateLot?: true
  readonly quantity?: Quantity
  readonly expiry?: Day
  /** A lead has approved that so many are received with this line in all, more than was ordered. */
  readonly approved?: Quantity
  /** It was finished with DONE once although it expired on this day, and the clerk was told: once more receives it. */
  readonly expiredSeen?: Day
  /** What the scan has told of the other bars of its label. */
  readonly bars?: BarHabit | TaughtHabit
}

/** All that has been captured on the open line. */
export interface Capture {
  readonly serials: readonly string[]
  readonly lot: string | null
  readonly supplierLot: string | null
  readonly generateLot: boolean
  readonly quantity: Quantity | null
  readonly expiry: Day | null
  /** What a lead has approved, so that nobody is asked twice; null where no lead was needed. */
  readonly approved: Quantity | null
  /** The expiry of goods that are past it, once the clerk was told at DONE. */
  readonly expiredSeen: Day | null
}

/** The sum of the steps; a later step wins over an earlier one, and says nothing about what it does not hold. */
export function captureOf(steps: readonly CaptureStep[]): Capture {
  const lotStep = steps.findLast((step) => step.lot !== undefined || step.generateLot)
  return {
    serials: steps.flatMap((step) => (step.serial === undefined ? [] : [step.serial])),
    lot: lotStep?.lot ?? null,
    supplierLot: steps.findLast((step) => step.supplierLot !== undefined)?.supplierLot ?? null,
    generateLot: lotStep?.generateLot ?? false,
    quantity: steps.findLast((step) => step.quantity !== undefined)?.quantity ?? null,
    expiry: steps.findLast((step) => step.expiry !== undefined)?.expiry ?? null,
    approved: steps.findLast((step) => step.approved !== undefined)?.approved ?? null,
    expiredSeen: steps.findLast((step) => step.expiredSeen !== undefined)?.expiredSeen ?? null
  }
}

/** How a line is captured: what its part's tracking type and serial source ask for. */
export type CaptureMode = 'serial-captured' | 'serial-generated' | 'lot' | 'untracked'

export function captureModeOf(part: Part): CaptureMode {
  if (part.tracking !== 'serial') return part.tracking
  return part.serialSource === 'generated' ? 'serial-generated' : 'serial-captured'
}
