import type { Day } from '../clock.ts'
import type { Quantity } from '../quantity.ts'
import type { OwnLabel } from './own-label.ts'
import type { SupplierLabel } from './supplier-label.ts'

/** What is taken from a label, whoever printed it. Null means that the label does not say. */
export interface LabelFacts {
  /** Texts that may name the part, the likeliest first. */
  readonly partNumbers: readonly string[]
  readonly serials: readonly string[]
  readonly lot: string | null
  readonly quantity: Quantity | null
  /** The unit of the quantity, as it is printed. */
  readonly unit: string | null
  readonly expiry: Day | null
}

export function factsOfSupplierLabel(label: SupplierLabel): LabelFacts {
  return {
    partNumbers: label.partNumbers.map(({ value }) => value),
    serials: label.serials.map(({ value }) => value),
    lot: label.supplierLot?.value ?? label.lot?.value ?? null,
    quantity: label.quantity?.value ?? null,
    unit: label.unit?.value ?? null,
    expiry: label.expiry?.value ?? null
  }
}

/** An own lot label names a lot that is known already. Its quantity is a fact of the day it was printed, so it is left out. */
export function factsOfOwnLabel(label: OwnLabel): LabelFacts {
  return {
    partNumbers: [label.partNumber],
    serials: label.serial === null ? [] : [label.serial],
    lot: label.lot,
    quantity: null,
    unit: null,
    expiry: null
  }
}

export function factsOfPartNumber(partNumber: string): LabelFacts {
  return { partNumbers: [partNumber], serials: [], lot: null, quantity: null, unit: null, expiry: null }
}
