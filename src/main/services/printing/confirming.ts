import type { ConfirmingView } from '../../../ipc/printing-views.ts'
import type { ReadableDb } from '../../store/database.ts'
import { readSession } from '../session-store.ts'
import { createPrintingDirectory } from './directory.ts'

/** Which labels are to be scanned back now, for the window. */
export function confirmingView(db: ReadableDb): ConfirmingView | null {
  const { at } = readSession(db)
  if (at.kind !== 'confirm') return null
  const { confirmed, next } = createPrintingDirectory({ db }).confirmed(at.first, at.last)
  return { left: Math.max(0, at.needed - confirmed), of: at.needed, next, unit: at.unit }
}
