import type { BuildId } from '../../../../core/ids.ts'
import { formatQuantity } from '../../../../core/quantity.ts'
import type { BuildLineView, BuildSummary, InstallationView, RunSummary } from '../../../../ipc/assembly-views.ts'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { findBuild } from './find-build.ts'

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

/**
 * The line under which the build in hand is, then what is open, then what is done; each in the order of the bill.
 */
export function inOrderOfWork(lines: readonly BuildLineView[], inHand: BuildId | null): readonly BuildLineView[] {
  const isInHand = (line: BuildLineView) =>
    [...line.children, ...line.installations.map(({ build }) => build)].some((build) => findBuild(build, inHand))
  const rank = (line: BuildLineView) => (isInHand(line) ? 0 : line.open > 0 ? 1 : 2)
  return [...lines].sort((a, b) => rank(a) - rank(b))
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
