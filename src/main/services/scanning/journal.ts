import { assertNever } from '../../../core/assert.ts'
import type { Reading } from '../../../core/barcode/reading.ts'
import { shown } from '../../../core/words.ts'
import { transaction } from '../../store/database.ts'
import { answerScan, scansAt, unansweredScans } from '../../store/scan.ts'
import { indexedUpTo, indexScans } from '../../store/scan-index.ts'
import type { StationContext } from '../context.ts'
import { codesOf } from '../journal/scan-text.ts'

/** What the journal says of a scan that did not arrive whole: nobody tried to understand it. */
export const NOT_WHOLE = 'not whole'

/**
 * Closes the journal of the last run: scans that were written but never answered stay without effect, since nobody
 * heard them accepted. Returns how many there were.
 */
export function closeJournal({ db }: StationContext): number {
  return transaction(db, () => {
    const scans = unansweredScans(db)
    for (const { id } of scans) {
      answerScan(db, id, {
        meaning: 'not understood',
        outcome: 'The station stopped before this scan was answered: it had no effect.',
        sound: 'attention',
        operator: null,
        events: null
      })
    }
    // Others that were made after them may be in the index already.
    const upTo = indexedUpTo(db)
    const passedOver = scans.map(({ id }) => id).filter((id) => id <= upTo)
    indexScans(db, scansAt(db, passedOver), codesOf)
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
    case 'sample':
      return `sample of a label: ${meaningOf(reading.reading)}`
    case 'ambiguous':
      return `ambiguous: ${reading.readings.map(meaningOf).join(' | ')}`
    case 'bad-command':
    case 'calibration':
    case 'unreadable':
      return reading.kind
    default:
      return assertNever(reading)
  }
}
