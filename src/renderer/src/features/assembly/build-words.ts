import { formatQuantity } from '../../../../core/quantity.ts'
import type { BuildLineView, BuildSummary, InstallationView, RunSummary } from '../../../../ipc/assembly-views.ts'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'

/** What is being built, by what tells it apart: its serial, its lot, or so much of a part. */
export function nameOfBuild({ serial, lot, quantity, unit, partNumber }: BuildSummary): string {
  if (serial !== null) return serial
  if (lot !== null) return `Lot ${lot}`
  return `${groupedQuantity(quantity)} ${unit} of ${partNumber}`
}

/** What was installed: a serial, so much of a lot, or a count. */
export function nameOfInstalled({ serial, lot, quantity, unit }: InstallationView): string {
  if (serial !== null) return serial
  const amount = `${groupedQuantity(quantity)} ${unit}`
  return lot === null ? amount : `${lot}, ${amount}`
}

export function countOpen(lines: readonly Pick<BuildLineView, 'open'>[]): number {
  return lines.filter(({ open }) => open > 0).length
}

/** What is to be done first, in the order of the bill; what is done is behind. */
export function openFirst(lines: readonly BuildLineView[]): readonly BuildLineView[] {
  return [...lines.filter(({ open }) => open > 0), ...lines.filter(({ open }) => open <= 0)]
}

/** The share of a quantity that is done, from 0 to 1. */
export function share(done: number, of: number): number {
  return of <= 0 ? 1 : Math.min(1, Math.max(0, done / of))
}

/** `3 of 5 pcs built`. */
export function builtWords({ built, quantity, unit }: Pick<RunSummary, 'built' | 'quantity' | 'unit'>): string {
  return `${groupedQuantity(built)} of ${groupedQuantity(quantity)} ${unit} built`
}

/** The exact decimal, to be edited. */
export function editable(quantity: InstallationView['quantity']): string {
  return formatQuantity(quantity)
}
