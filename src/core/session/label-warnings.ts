import type { FieldMeaning } from '../barcode/label-field.ts'
import type { CertainReading } from '../barcode/reading.ts'
import type { LabelWarning } from '../barcode/supplier-label.ts'
import { captureModeOf, type CaptureMode } from '../receiving/capture.ts'
import type { Answer } from './answer.ts'
import type { StationDirectory } from './directory.ts'
import type { Session } from './session.ts'

/** Said of a label. A damaged frame is not: whole suppliers print it, and the fields are as they should be. */
const TOLD: readonly LabelWarning['kind'][] = ['invalid', 'conflict', 'run-together', 'leftover']

/** More would not be read at the dock. */
const MOST_TOLD = 3

/**
 * The answer with what is wrong on the label, as far as the line would have used it, with the sound of attention.
 *
 * @param wasAsked whether the clerk has chosen this reading, and so knows where it may have swallowed a field
 */
export function sayingWarnings(
  session: Session,
  answer: Answer,
  reading: CertainReading,
  directory: StationDirectory,
  wasAsked = false
): Answer {
  if (reading.kind !== 'supplier-label') return answer
  const { at } = answer.kind === 'accepted' ? answer.session : session
  if (at.kind !== 'line' && at.kind !== 'receipt') return answer
  const part = at.kind === 'line' ? directory.line(at.line)?.part : undefined
  const mode = part && captureModeOf(part)
  const told = reading.label.warnings.filter(
    ({ kind, meaning, isUsual }) =>
      TOLD.includes(kind) && !isUsual && !(wasAsked && kind === 'run-together') && isUsed(meaning, mode)
  )
  if (told.length === 0) return answer
  const words = told.slice(0, MOST_TOLD).map(({ message }) => `${message}.`)
  const message = [answer.message, ...words].join(' ')
  return answer.sound === 'accepted' ? { ...answer, message, sound: 'attention' } : { ...answer, message }
}

/** Whether a line takes what a field says; before one is open, only what names the part. */
function isUsed(meaning: FieldMeaning | undefined, mode: CaptureMode | undefined): boolean {
  switch (meaning) {
    case undefined:
    case 'part-number':
    case 'supplier-part-number':
    case 'manufacturer-part-number':
    case 'gtin':
      return true
    case 'expiry':
      return mode !== undefined
    case 'lot':
    case 'supplier-lot':
      return mode !== undefined && mode !== 'untracked'
    case 'serial':
      return mode === 'serial-captured'
    case 'quantity':
    case 'unit':
      return mode !== undefined && mode !== 'serial-captured'
    default:
      return false
  }
}
