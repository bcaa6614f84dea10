import type { ReadingContext } from '../barcode/reading.ts'
import type { StationDirectory } from './directory.ts'
import { placeBeneath } from './place-beneath.ts'
import type { Session } from './session.ts'

/** What scans are read by: the formats that were taught for the supplier whose order is open. */
export function readingContext(session: Session, directory: StationDirectory): ReadingContext {
  const { teaching } = directory
  const { today } = teaching
  if (session.at.kind === 'teach') return { today, isTeaching: true }
  const at = placeBeneath(session)
  if (at.kind !== 'receipt' && at.kind !== 'line') return { today }
  const supplier = directory.orderAt(at.order)?.supplier
  return supplier === undefined ? { today } : { today, taught: teaching.formats(supplier) }
}
