import type { Day } from '../core/clock.ts'
import type { Burn } from './media.ts'
import type { Quantity } from '../core/quantity.ts'

/** The facts that a label shows. Codes are codes (`codeProblem`); descriptions, units and orders are any text. */
export type LabelContent = UnitLabel | LotLabel | LocationLabel | CommandLabel

export type LabelKind = LabelContent['kind']

/** One serial unit. */
export interface UnitLabel {
  readonly kind: 'unit'
  /** The label's own number, such as `DS00000042`. */
  readonly label: string
  /** 1 on the first print, one more on each reprint. */
  readonly copy: number
  readonly partNumber: string
  readonly revision: string | null
  readonly description: string
  readonly serial: string
  readonly lot: string | null
  /** The day on which it came, or on which it was built. */
  readonly receivedOn: Day
  /** The number of the order that it came on, or of the run that built it. */
  readonly order: string | null
  /** Set where it was built here. */
  readonly built?: true
}

/** One lot, with the quantity that it had when the label was made. */
export interface LotLabel {
  readonly kind: 'lot'
  readonly label: string
  readonly copy: number
  readonly partNumber: string
  readonly revision: string | null
  readonly description: string
  readonly lot: string
  readonly supplierLot: string | null
  readonly quantity: Quantity
  readonly unit: string
  readonly receivedOn: Day
  readonly expiry: Day | null
  readonly order: string | null
  readonly built?: true
}

/** A place; scanning it chooses the place. */
export interface LocationLabel {
  readonly kind: 'location'
  readonly label: string
  readonly copy: number
  readonly code: string
  readonly description: string
}

/** A command code for the clerk's sheet, such as `DS:DONE`. */
export interface CommandLabel {
  readonly kind: 'command'
  readonly label: string
  readonly copy: number
  readonly title: string
  readonly code: string
  /** What the Data Matrix says, where that is not the code; there is no Code 128 then. */
  readonly symbol?: string
  /** How it is to be printed, where that is what it is for. */
  readonly burn?: Burn
}
