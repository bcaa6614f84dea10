import { assert } from '../../../core/assert.ts'
import { instantOf } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { LabelId } from '../../../core/ids.ts'
import { isApproved, type Approval } from '../../../core/operators/approval.ts'
import { encodeCommand, type Command } from '../../../core/barcode/commands.ts'
import { quantityOf } from '../../../core/quantity.ts'
import { isSettled, mayStep, stateAfterRestart } from '../../../core/printing/label-state.ts'
import { transaction } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import {
  insertLabel,
  labelAt,
  labelsInState,
  labelsOnTheirWay,
  newestCopy,
  setPrinter,
  type LabelRow
} from '../../store/label.ts'
import { stepLabel, stepLabelThrough, type LabelStep } from '../../store/label-step.ts'
import { findLocation } from '../../store/location.ts'
import { releaseWhereCertain, stopPrinter } from '../../store/print-stop.ts'
import type { Json } from '../../../core/event.ts'
import type { StationContext } from '../context.ts'
import { needsLeadFor, type NeedsLead } from '../operators/lead-requests.ts'
import { createOperatorDirectory } from '../operators/people.ts'
import { queueCommandLabel, queueLocationLabel } from '../label-queue.ts'
import { subjectsOfLabel } from './label-subjects.ts'

/**
 * Brings the ledger to a true state after a start: what was on its way when the program ended is unknown.
 *
 * Labels that wait for a printer that is no longer set up go to the one that prints their kind now.
 *
 * @returns how many labels became unknown
 */
export function recoverLedger(context: StationContext, printers: readonly string[]): number {
  const { db, clock, station } = context
  const at = instantOf(clock.now())
  return transaction(db, () => {
    const lost = labelsOnTheirWay(db)
    for (const label of lost) {
      const words = 'The station stopped while this label was on its way.'
      if (printers.includes(label.printer)) stopPrinter(db, { printer: label.printer, at, reason: words })
      stepLabel(db, label.id, at, station.id, stateAfterRestart(label.state), { ...label.evidence, words })
    }
    for (const label of labelsInState(db, 'queued')) {
      if (!printers.includes(label.printer)) setPrinter(db, label.id, printerOf(context, label))
    }
    return lost.length
  })
}

/**
 * Queues a new copy of a label and voids the one before. The reason and the operator stay with both.
 *
 * @throws StationError `not-found`, `refused` while the label is on its way
 */
export function reprint(
  context: StationContext,
  id: LabelId,
  reason: string,
  approval: Approval | null
): { readonly label: string; readonly copy: number } | NeedsLead {
  const { db, labelRules } = context
  return transaction(db, () => {
    const asked = labelAt(db, id)
    if (!asked) throw new StationError('not-found', 'This label is not in the ledger any more. Look it up again.')
    const label = newestCopy(db, asked.label)
    assert(label, 'a label has a newest copy')
    if (!mayStep(label.state, 'void', isSettled(label))) {
      throw new StationError(
        'refused',
        `${label.label} copy ${label.copy} is ${label.state === 'queued' ? 'still waiting' : 'on its way'}: wait until the printer has answered, then reprint.`
      )
    }
    if (labelRules?.reprint === 'lead' && !isApproved(createOperatorDirectory(context, approval), 'reprint-label')) {
      return needsLeadFor('reprint-label', `To print ${label.label} again. Reason: ${reason.trim()}.`)
    }
    return { label: label.label, copy: printCopy(context, label, reason) }
  })
}

/**
 * Queues a new copy of a label that may become void, and voids it. Call it in a transaction.
 *
 * @param first what the ledger is told of the old copy before
 */
export function printCopy(
  context: StationContext,
  label: LabelRow,
  reason: string,
  first: readonly LabelStep[] = []
): number {
  const { db, clock, operator, station } = context
  const at = instantOf(clock.now())
  const copy = label.copy + 1
  const evidence = first.at(-1)?.evidence ?? label.evidence
  const words = `Replaced by copy ${copy}: ${reason}`
  stepLabelThrough(db, label.id, at, operator, [...first, { state: 'void', evidence: { ...evidence, words } }])
  if (label.state === 'unknown') releaseWhereCertain(db, label.printer)
  const content = { ...(JSON.parse(label.content) as { readonly [key: string]: Json }), copy }
  insertLabel(db, { ...label, copy, printer: printerOf(context, label), at, operator }, () => content)
  appendEvent(db, {
    kind: 'label-reprinted',
    at,
    operator,
    station: station.id,
    subjects: subjectsOfLabel(label),
    data: { label: label.label, copy, reason, was: first.at(-1)?.state ?? label.state }
  })
  return copy
}

export function printLocation(context: StationContext, code: string): string {
  const { db, clock } = context
  return transaction(db, () => {
    const location = findLocation(db, code)
    if (!location) throw new StationError('not-found', `There is no place ${code}. Import it first.`)
    return queueLocationLabel(context, location.code, location.description, instantOf(clock.now()))
  })
}

const SHEET: readonly (readonly [string, Command])[] = [
  ['Done', { kind: 'done' }],
  ['Take back', { kind: 'undo' }],
  ['Cancel', { kind: 'cancel' }],
  ['Own lot number', { kind: 'generate' }],
  ['Home', { kind: 'home' }],
  ['Count', { kind: 'count' }],
  ['Put on hold', { kind: 'hold' }],
  ['Printer goes on', { kind: 'resume' }],
  ['Bring labels back', { kind: 'returns' }],
  ['Teach a label', { kind: 'teach', format: null }],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number): readonly [string, Command] => [
    `Choice ${number}`,
    { kind: 'pick', number }
  ]),
  ...[1, 2, 5, 10, 20, 50, 100].map((count): readonly [string, Command] => [
    `Quantity ${count}`,
    { kind: 'quantity', quantity: quantityOf(count) }
  ])
]

/** Queues the labels of the command sheet. Returns how many. */
export function printCommands(context: StationContext): number {
  const at = instantOf(context.clock.now())
  transaction(context.db, () => {
    for (const [title, command] of SHEET) queueCommandLabel(context, title, encodeCommand(command), at)
  })
  return SHEET.length
}

function printerOf({ printerFor }: StationContext, label: LabelRow): string {
  return label.kind === 'command' ? printerFor.location : printerFor[label.kind]
}
