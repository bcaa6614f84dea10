import { instantOf } from '../../../core/clock.ts'
import type { OwnLabel } from '../../../core/barcode/own-label.ts'
import type { ScanId } from '../../../core/ids.ts'
import { isSettled, mayStep } from '../../../core/printing/label-state.ts'
import { appendEvent } from '../../store/event.ts'
import { labelOfCopy } from '../../store/label.ts'
import { stepLabel } from '../../store/label-step.ts'
import { releaseWhereCertain } from '../../store/print-stop.ts'
import { forgetTorn, tornLabels } from '../../store/torn-label.ts'
import type { StationContext } from '../context.ts'

export interface Verified {
  /** It was the last one in doubt of a printer that waited for a look. */
  readonly printerGoesOn: boolean
}

/**
 * A label that was read exists, wherever and for whatever it was scanned: nothing proves more. Call it in the transaction
 * of the scan.
 *
 * @returns absent where the ledger knows no more than before
 */
export function verifyScanned(context: StationContext, { label, copy }: OwnLabel, scan: ScanId): Verified | undefined {
  const { db, clock, operator } = context
  const row = labelOfCopy(db, label, copy)
  if (!row || row.state === 'verified' || !mayStep(row.state, 'verified', isSettled(row))) return undefined
  const evidence = { ...row.evidence, rank: 'scan-back', scan, words: `${operator} scanned it back.` }
  stepLabel(db, row.id, instantOf(clock.now()), operator, 'verified', evidence)
  return { printerGoesOn: row.state === 'unknown' && releaseWhereCertain(db, row.printer) }
}

/** Whoever was asked to destroy torn halves has done so. */
export function tornDestroyed({ db, clock, operator, station }: StationContext): void {
  const torn = tornLabels(db)
  if (torn.length === 0) return
  forgetTorn(db)
  appendEvent(db, {
    kind: 'torn-labels-destroyed',
    at: instantOf(clock.now()),
    operator,
    station: station.id,
    subjects: torn.map(({ id }) => ({ kind: 'label' as const, id })),
    data: { labels: torn.map(({ label, copy }) => `${label} copy ${copy}`) }
  })
}
