import { assert } from '../../../core/assert.ts'
import { instantOf } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { LabelId } from '../../../core/ids.ts'
import type { ResumeEffect } from '../../../core/printing/effect.ts'
import { mayStep, type LabelState } from '../../../core/printing/label-state.ts'
import { resumption, wereListed, type Said } from '../../../core/printing/resume.ts'
import { transaction } from '../../store/database.ts'
import { labelAt, type LabelRow } from '../../store/label.ts'
import { stepLabelThrough } from '../../store/label-step.ts'
import { printStopOf, releasePrinter, releaseWhereCertain } from '../../store/print-stop.ts'
import type { StationContext } from '../context.ts'
import { printCopy } from './print-ledger.ts'
import { stoppedPrinter } from './directory.ts'

const NOT_OUT = 'Did not come out'

/**
 * Writes what somebody found at a printer that stopped, and lets it go on once none of its labels is in doubt. Call it
 * in the transaction of the decision.
 */
export function carryOutResume(context: StationContext, effect: ResumeEffect): void {
  const { db, clock, operator } = context
  const { printer, last, wasScanned, good, missing } = effect
  const at = instantOf(clock.now())
  const step = (id: LabelId, state: LabelState, words: string): void => {
    const label = labelOf(context, id)
    stepFrom(label, state)
    stepLabelThrough(db, id, at, operator, [{ state, evidence: { ...label.evidence, words } }])
  }
  if (last !== null && wasScanned) step(last, 'verified', `${operator} scanned it as the last good label.`)
  else if (last !== null) step(last, 'printed', `${operator} chose it as the last good label.`)
  for (const id of good) step(id, 'printed', `${operator} said that it is there and good.`)
  const lastName = last === null ? undefined : nameOf(labelOf(context, last))
  for (const id of missing) {
    const label = labelOf(context, id)
    const words =
      lastName === undefined
        ? `${operator} found none of these labels.`
        : `${operator} found ${lastName} as the last good label.`
    stepFrom(label, 'failed')
    printCopy(context, label, NOT_OUT, [{ state: 'failed', evidence: { ...label.evidence, words } }])
  }
  releaseWhereCertain(db, printer)
}

/**
 * The same, said in the window.
 *
 * @param listed the labels in doubt of which it is said, as they were shown
 * @throws StationError `refused` where the printer goes on already, another label is in doubt, or the one that is named is not
 */
export function resumeFromList(context: StationContext, printer: string, said: Said, listed: readonly LabelId[]): void {
  transaction(context.db, () => {
    const stopped = stoppedNow(context, printer)
    if (!wereListed(stopped, listed)) {
      throw new StationError('refused', 'Other labels are in doubt by now. Look at the list again.')
    }
    if (said.kind === 'last' && !stopped.doubtful.some(({ id }) => id === said.label)) {
      throw new StationError('refused', 'This label is not in doubt any more. Look at the list again.')
    }
    carryOutResume(context, resumption(stopped, said, false))
  })
}

/** Lets a printer go on without a look: what is in doubt stays so, each label by itself. */
export function goOnWithoutLook(context: StationContext, printer: string): void {
  transaction(context.db, () => {
    stoppedNow(context, printer)
    releasePrinter(context.db, printer)
  })
}

/**
 * A person's word on one label that is in doubt.
 *
 * @throws StationError `not-found`, `refused` where it is not in doubt
 */
export function decideByHand(context: StationContext, id: LabelId, found: boolean): void {
  const { db, clock, operator } = context
  transaction(db, () => {
    const label = labelAt(db, id)
    if (!label) throw new StationError('not-found', 'This label is not in the ledger any more. Look it up again.')
    if (label.state !== 'unknown') {
      throw new StationError('refused', `${label.label} copy ${label.copy} is not in doubt any more. Look it up again.`)
    }
    const words = found ? `${operator} found it.` : `${operator} looked for it and did not find it.`
    const state = found ? 'printed' : 'failed'
    stepLabelThrough(db, id, instantOf(clock.now()), operator, [{ state, evidence: { ...label.evidence, words } }])
    releaseWhereCertain(db, label.printer)
  })
}

function stoppedNow({ db }: StationContext, printer: string) {
  const stop = printStopOf(db, printer)
  if (!stop) throw new StationError('refused', `${printer} goes on already. Look at the list again.`)
  return stoppedPrinter(db, stop)
}

function labelOf({ db }: StationContext, id: LabelId): LabelRow {
  const label = labelAt(db, id)
  assert(label, 'a label that is decided about is in the ledger')
  return label
}

function stepFrom({ state }: LabelRow, next: LabelState): void {
  assert(mayStep(state, next), `a label does not go from ${state} to ${next}`)
}

function nameOf({ label, copy, serial, lot }: LabelRow): string {
  return serial ?? lot ?? `${label}.${copy}`
}
