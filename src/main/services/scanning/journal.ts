import { assertNever } from '../../../core/assert.ts'
import type { Reading } from '../../../core/barcode/interpret.ts'
import { shown } from '../../../core/words.ts'
import { transaction } from '../../store/database.ts'
import { answerScan, unansweredScans } from '../../store/scan.ts'
import type { StationContext } from '../context.ts'

/** What the journal says that a badge meant. */
export const BADGE = 'badge'

/** What is shown in place of a badge's code: whoever reads it could type it. */
export const HIDDEN_BADGE = '••••'

/**
 * Closes the journal of the last run: scans that were written but never answered stay without effect, since nobody
 * heard them accepted. Returns how many there were.
 */
export function closeJournal({ db }: StationContext): number {
  return transaction(db, () => {
    const scans = unansweredScans(db)
    for (const { id } of scans) {
      answerScan(
        db,
        id,
        'not understood',
        'The station stopped before this scan was answered: it had no effect.',
        'attention'
      )
    }
    return scans.length
  })
}

/** What the journal says that a scan meant. */
export function meaningOf(reading: Reading): string {
  switch (reading.kind) {
    case 'command':
      return `command ${reading.command.kind}`
    case 'own-label':
      return `own label ${reading.label.label} copy ${reading.label.copy}`
    case 'supplier-label':
      return `supplier label, ${reading.label.source}: ${reading.label.fields.map(({ identifier, value }) => shown(`${identifier}=${value}`)).join(' ')}`
    case 'gtin':
      return `GTIN ${reading.gtin}`
    case 'text':
      return 'text'
    case 'bad-command':
    case 'calibration':
    case 'ambiguous':
    case 'unreadable':
      return reading.kind
    default:
      return assertNever(reading)
  }
}
