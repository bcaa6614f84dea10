import type { Day } from '../clock.ts'
import type { Capture } from './capture.ts'
import type { Directory, ReceivingLine } from './directory.ts'

/** When the goods on the line expire: by their label, or by what is known of their lot. */
export function expiryOf(directory: Directory, line: ReceivingLine, { expiry, lot }: Capture): Day | null {
  if (expiry !== null || lot === null) return expiry
  const known = directory.lotsNamed(lot).find((each) => each.partId === line.part.id && each.lot === lot)
  return known?.expiry ?? null
}

/** The day on which the goods on the line expired; absent while they are good. On the day itself they still are. */
export function expiredOn(directory: Directory, line: ReceivingLine, capture: Capture): Day | undefined {
  const expiry = expiryOf(directory, line, capture)
  return expiry !== null && expiry < directory.today ? expiry : undefined
}
