import { labelTextOf, type LabelText } from '../../../core/barcode/label-text.ts'
import { todayOf } from '../../../core/clock.ts'
import type { TeachingDirectory } from '../../../core/teaching/directory.ts'
import { bytesToText } from '../../devices/scanner/bytes-to-text.ts'
import type { ReadableDb } from '../../store/database.ts'
import { formatNames, formatsInUse, samplesOf, storedFormats } from '../../store/label-format.ts'
import { knownCodes } from '../../store/known-code.ts'
import { lastAnsweredScan } from '../../store/scan.ts'
import type { StationContext } from '../context.ts'

/** What may be looked up about formats, answered from the store. */
export function createTeachingDirectory({ db, clock }: Pick<StationContext, 'db' | 'clock'>): TeachingDirectory {
  return {
    today: todayOf(clock),
    names: (supplier) => formatNames(db, supplier),
    formats: (supplier) => formatsInUse(db, supplier),
    samples(supplier, format) {
      const found = storedFormats(db, supplier).find(({ name, layout }) => name === format && layout !== null)
      return found ? samplesOf(db, found.id) : []
    },
    lastUnread: () => lastUnread(db),
    knownCodes: () => knownCodes(db)
  }
}

/** How the journal begins the outcome of a scan that nobody understood. */
const NOT_UNDERSTOOD = /^(?:unknown-code|unreadable|wrong-kind|wrong-part): /

function lastUnread(db: ReadableDb): LabelText | undefined {
  const scan = lastAnsweredScan(db)
  if (!scan || scan.outcome === null || !NOT_UNDERSTOOD.test(scan.outcome)) return undefined
  return labelTextOf({ text: bytesToText(scan.raw), aim: scan.aim, source: scan.source ?? 'other' })
}
