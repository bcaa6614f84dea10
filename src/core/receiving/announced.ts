import { shown } from '../words.ts'
import { captureOf, type CaptureStep } from './capture.ts'
import type { Directory, ReceivingLine } from './directory.ts'

/**
 * What to say of a scan that brings what its supplier has not announced: it is taken, since the goods are there and a
 * delivery note may be wrong. Empty where nothing was announced for the line, or just this.
 */
export function unannouncedWords(
  directory: Directory,
  line: ReceivingLine,
  before: readonly CaptureStep[],
  step: CaptureStep
): string {
  const lot = step.supplierLot ?? step.lot
  const known = captureOf(before)
  const isNewLot = lot !== undefined && lot !== (known.supplierLot ?? known.lot)
  return [
    ...(step.serial !== undefined && directory.isAnnounced(line.id, 'serial', step.serial) === false
      ? [`${shown(step.serial)} was not announced for this line.`]
      : []),
    ...(isNewLot && directory.isAnnounced(line.id, 'lot', lot) === false
      ? [`Lot ${shown(lot)} was not announced for this line.`]
      : [])
  ].join(' ')
}

/** The announced serials that have not come, also not with what is received now. */
export function notCome(directory: Directory, line: ReceivingLine, serials: readonly string[]): readonly string[] {
  const now = new Set(serials)
  return directory.awaitedSerials(line.id).filter((serial) => !now.has(serial))
}

/** `Announced and not come: A2 and 3 more.` */
export function notComeWords(serials: readonly string[]): string {
  const [first, second] = serials
  if (first === undefined) return ''
  const rest = serials.length > 2 ? `${serials.length - 1} more` : shown(second ?? '')
  return `Announced and not come: ${shown(first)}${second === undefined ? '' : ` and ${rest}`}. `
}
