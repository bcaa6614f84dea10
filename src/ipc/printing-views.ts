import type { Instant } from '../core/clock.ts'
import type { ReceiptLineId } from '../core/ids.ts'
import type { DeviceHealth, LabelView } from './views.ts'

/** What a printer does, in words that a clerk understands. */
export interface PrinterAtWork {
  readonly id: string
  readonly health: DeviceHealth
  /** `Ready`, `Paper out`, `No answer`. */
  readonly brief: string
  /** What is so, and what to do. */
  readonly words: string
  /** Labels that wait for it. */
  readonly waiting: number
  /** Labels of which nobody knows whether they came out; it prints nothing more until somebody has looked. */
  readonly doubtful: number
  /** Labels of which a torn half lies at it, to be destroyed. */
  readonly torn: readonly string[]
}

/** A printer that prints nothing more until somebody has looked at its paper. */
export interface StoppedPrinterView {
  readonly printer: string
  readonly reason: string
  /** In the order in which they were sent. */
  readonly doubtful: readonly LabelView[]
  /** The last one before them that surely came out. */
  readonly before: LabelView | null
  /** What the printer's counter says of them, in a sentence; empty where it says nothing. */
  readonly hint: string
  readonly waiting: number
}

/** A receipt line that was taken back, with the labels that are asked for. */
export interface AskedForView {
  readonly line: ReceiptLineId
  /** `2 pcs of SENSOR-12 on receipt R-2026-00001`. */
  readonly what: string
  readonly order: string
  /** Why it was taken back. */
  readonly reason: string
  readonly askedAt: Instant
  readonly back: number
  /** How many were given up. */
  readonly lost: number
  readonly open: number
  /** Those that are open, or the first of them. */
  readonly labels: readonly LabelView[]
}

/** Labels that are stuck on and scanned back. */
export interface ConfirmingView {
  readonly left: number
  readonly of: number
  /** One of those that are left. */
  readonly next: string | null
  /** The unit that was scanned, whose label is scanned next. */
  readonly unit: string | null
}
