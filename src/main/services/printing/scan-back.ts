import { instantOf } from '../../../core/clock.ts'
import type { OwnLabel } from '../../../core/barcode/own-label.ts'
import type { LabelId, ScanId } from '../../../core/ids.ts'
import { isSettled, mayStep } from '../../../core/printing/label-state.ts'
import { appendEvent } from '../../store/event.ts'
import { labelAt, labelOfCopy, stepLabel } from '../../store/label.ts'
import { labelIsBack } from '../../store/label-return.ts'
import { forgetTorn, tornLabels } from '../../store/torn-label.ts'
import type { StationContext } from '../context.ts'
import { subjectsOfLabel } from './label-subjects.ts'

/**
 * A label that was read exists, wherever and for whatever it was scanned: nothing proves more. Call it in the transaction
 * of the scan.
 *
 * @returns whether the ledger knows more than before
 */
export function verifyScanned(context: StationContext, { label, copy }: OwnLabel, scan: ScanId): boolean {
  const { db, clock, operator } = context
  const row = labelOfCopy(db, label, copy)
  if (!row || row.state === 'verified' || !mayStep(row.state, 'verified', isSettled(row))) return false
  const evidence = { ...row.evidence, rank: 'scan-back', scan, words: `${operator} scanned it back.` }
  stepLabel(db, row.id, instantOf(clock.now()), operator, 'verified', evidence)
  return true
}

/** A void label that was asked for is there, to be destroyed. */
export function bringBack(context: StationContext, id: LabelId): void {
  const { db, clock, operator, station } = context
  const label = labelAt(db, id)
  if (!label) return
  const at = instantOf(clock.now())
  labelIsBack(db, id, at)
  appendEvent(db, {
    kind: 'label-brought-back',
    at,
    operator,
    station: station.id,
    subjects: subjectsOfLabel(label),
    data: { label: label.label, copy: label.copy }
  })
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
