import { instantOf } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { LabelId } from '../../../core/ids.ts'
import { isApproved, type Approval } from '../../../core/operators/approval.ts'
import type { AskedForLine } from '../../../core/printing/directory.ts'
import type { LabelsLostEffect } from '../../../core/printing/effect.ts'
import { assert } from '../../../core/assert.ts'
import type { AskedForView } from '../../../ipc/printing-views.ts'
import { transaction, type ReadableDb } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import { labelAt, labelsAt } from '../../store/label.ts'
import {
  askedOf,
  labelIsBack,
  labelIsLost,
  labelsAskedFor,
  linesAskingForLabels,
  type LineReturns
} from '../../store/label-return.ts'
import { receivedLineAt, type ReceivedLineRow } from '../../store/received-line.ts'
import type { StationContext } from '../context.ts'
import { labelView } from '../label-view.ts'
import { needsLeadFor, type NeedsLead } from '../operators/lead-requests.ts'
import { createOperatorDirectory } from '../operators/people.ts'
import { lineInWords } from '../receiving/line-in-words.ts'
import { namedLabel, nameOf } from './label-name.ts'
import { subjectsOfLabel } from './label-subjects.ts'

/** More are brought back by scan, and nobody reads so long a list. */
const MOST_SHOWN = 60

/** Lines that were taken back, each with the first of its labels that are still asked for. */
export function askedForLines(db: ReadableDb): readonly AskedForLine[] {
  return linesAskingForLabels(db).map(({ line, open, first }) => {
    const label = labelAt(db, first)
    assert(label, 'a label that is asked for is in the ledger')
    return { line, what: lineInWords(lineOf(db, line)), open, first: namedLabel(label) }
  })
}

/** The same for the window, with as many labels as there is room for. */
export function askedForViews(db: ReadableDb): readonly AskedForView[] {
  return linesAskingForLabels(db).map((returns) => {
    const { line, askedAt, back, lost, open } = returns
    const received = lineOf(db, line)
    return {
      line,
      what: lineInWords(received),
      order: received.order,
      reason: received.reversedReason ?? '',
      askedAt,
      back,
      lost,
      open,
      labels: labelsAskedFor(db, line, { limit: MOST_SHOWN }).map(labelView)
    }
  })
}

/** A void label that was asked for is there, to be destroyed. Call it in the transaction of the scan. */
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

/** Labels that were asked for cannot be found, and why. Call it in the transaction of the decision. */
export function loseLabels(context: StationContext, { labels, reason }: Omit<LabelsLostEffect, 'kind'>): void {
  const { db, clock, operator, station } = context
  const at = instantOf(clock.now())
  const rows = labelsAt(db, labels)
  for (const { id } of rows) labelIsLost(db, id, at, operator, reason)
  appendEvent(db, {
    kind: 'labels-lost',
    at,
    operator,
    station: station.id,
    subjects: rows.flatMap(subjectsOfLabel),
    data: { labels: rows.map(({ label, copy }) => `${label} copy ${copy}`), reason }
  })
}

/**
 * The same, said in the window.
 *
 * @throws StationError `refused` where one of them is not asked for any more
 */
export function loseFromList(
  context: StationContext,
  labels: readonly LabelId[],
  reason: string,
  approval: Approval | null
): null | NeedsLead {
  const { db, labelRules } = context
  return transaction(db, () => {
    if (labels.some((label) => askedOf(db, label) !== 'awaited')) {
      throw new StationError('refused', 'One of these labels is not asked for any more. Look at the list again.')
    }
    if (labelRules?.lost === 'lead' && !isApproved(createOperatorDirectory(context, approval), 'lose-label')) {
      const names = labelsAt(db, labels).map((row) => nameOf(row).name)
      return needsLeadFor('lose-label', `Cannot be found: ${names.join(', ')}. Reason: ${reason.trim()}.`)
    }
    loseLabels(context, { labels, reason: reason.trim() })
    return null
  })
}

function lineOf(db: ReadableDb, line: LineReturns['line']): ReceivedLineRow {
  const received = receivedLineAt(db, line)
  assert(received, 'a label that is asked for is of a received line')
  return received
}
