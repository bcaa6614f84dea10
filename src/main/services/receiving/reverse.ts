import { assert } from '../../../core/assert.ts'
import { instantOf, type LocalTime } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { ReceiptLineId } from '../../../core/ids.ts'
import { isApproved, type Approval } from '../../../core/operators/approval.ts'
import { isSettled, mayStep } from '../../../core/printing/label-state.ts'
import { formatQuantity, subtract, ZERO } from '../../../core/quantity.ts'
import {
  decideReversal,
  type FilledRow,
  type ReceivedLine,
  type ReversalDecision
} from '../../../core/receiving/reverse.ts'
import { transaction } from '../../store/database.ts'
import { appendEvent } from '../../store/event.ts'
import { rowAt } from '../../store/inventory.ts'
import { lastChangeOf, move } from '../../store/movement.ts'
import { labelsOfReceiptLine, type LabelRow } from '../../store/label.ts'
import { stepLabel } from '../../store/label-step.ts'
import { askForLabel } from '../../store/label-return.ts'
import {
  markReversed,
  receivedLineAt,
  rowsFilledBy,
  wentSince,
  type ReceivedLineRow,
  type WentRow
} from '../../store/received-line.ts'
import type { StationContext } from '../context.ts'
import { needsLeadFor, type NeedsLead } from '../operators/lead-requests.ts'
import { createOperatorDirectory } from '../operators/people.ts'
import { stockRow } from '../stock-directory.ts'
import { lineInWords } from './line-in-words.ts'

export type ReversalOutcome =
  { readonly kind: 'reversed'; readonly message: string } | Extract<ReversalDecision, { kind: 'refused' }>

/** So many movements out of a row are told; the trace has them all. */
const MAX_WENT = 5

/**
 * Takes a receipt line back, as if it had not come: its stock goes, its labels are void, its order line is open again.
 * What was written stays; serials stay taken. One transaction.
 *
 * @throws StationError `not-found` where there is no such line
 */
export function reverseLine(
  context: StationContext,
  id: ReceiptLineId,
  reason: string,
  approval: Approval | null
): ReversalOutcome | NeedsLead {
  const { db, clock } = context
  return transaction(db, () => {
    const line = receivedLineAt(db, id)
    if (!line) throw new StationError('not-found', 'This line was not received here. Look it up again.')
    const labels = labelsOfReceiptLine(db, id).filter(({ state }) => state !== 'void')
    const filled = filledRows(context, id)
    const decision = decideReversal(facts(line, labels, filled), reason, clock.local)
    if (decision.kind === 'refused') return decision
    if (!isApproved(createOperatorDirectory(context, approval), 'reverse-receipt')) {
      return needsLeadFor('reverse-receipt', `To take back: ${lineInWords(line)}. Reason: ${reason.trim()}.`)
    }
    write(context, line, labels, filled, reason.trim())
    return {
      kind: 'reversed',
      message: `Taken back: ${lineInWords(line)}. Line ${line.line} of order ${line.order} is open again by as much.${bringBackWords(labels)}`
    }
  })
}

function write(
  { db, clock, operator, station }: StationContext,
  line: ReceivedLineRow,
  labels: readonly LabelRow[],
  filled: readonly FilledRow[],
  reason: string
): void {
  const at = instantOf(clock.now())
  const serials = filled.flatMap(({ row }) => (row.serial === null ? [] : [row.serial]))
  const seq = appendEvent(db, {
    kind: 'receipt-reversed',
    at,
    operator,
    station: station.id,
    subjects: [
      { kind: 'receipt-line', id: line.id },
      { kind: 'receipt', id: line.receiptId },
      { kind: 'order-line', id: line.orderLineId },
      { kind: 'part', id: line.partId },
      ...(line.lotId === null ? [] : [{ kind: 'lot' as const, id: line.lotId }]),
      ...filled.map(({ row }) => ({ kind: 'row' as const, id: row.id }))
    ],
    data: {
      receipt: line.receipt,
      order: line.order,
      line: line.line,
      part_number: line.partNumber,
      revision: line.revision,
      quantity: formatQuantity(line.quantity),
      unit: line.unit,
      serials,
      lot: line.lot,
      labels: labels.map(({ label, copy }) => `${label} copy ${copy}`),
      reason
    }
  })
  for (const { row, filled: quantity } of filled) {
    move(db, seq, row.id, 'reversed', row.location, subtract(ZERO, quantity))
  }
  for (const label of labels) {
    if (mayLieAbout(label)) askForLabel(db, label.id, at)
    stepLabel(db, label.id, at, operator, 'void', { ...label.evidence, words: `The receipt was taken back: ${reason}` })
  }
  markReversed(db, line.id, seq)
}

/** A label that was never sent is on no goods. */
function mayLieAbout({ state }: LabelRow): boolean {
  return state !== 'queued' && state !== 'failed'
}

function facts(line: ReceivedLineRow, labels: readonly LabelRow[], rows: readonly FilledRow[]): ReceivedLine {
  const { receipt, partNumber, quantity, unit, reversedAt, reversedBy } = line
  return {
    receipt,
    partNumber,
    quantity,
    unit,
    reversed: reversedAt === null ? null : { at: reversedAt, operator: reversedBy ?? '' },
    rows,
    labelsOnTheirWay: labels
      .filter((label) => !mayStep(label.state, 'void', isSettled(label)))
      .map(({ label }) => label)
  }
}

function filledRows({ db, clock }: StationContext, id: ReceiptLineId): readonly FilledRow[] {
  return rowsFilledBy(db, id).map(({ row: rowId, quantity, seq }) => {
    const row = rowAt(db, rowId)
    assert(row, 'a movement belongs to a row that exists')
    const went =
      row.quantity >= quantity
        ? []
        : wentSince(db, rowId, seq, MAX_WENT).map((each) => wentInWords(each, row.unit, clock.local))
    return { row: stockRow(row), filled: quantity, last: lastChangeOf(db, rowId), went }
  })
}

function wentInWords({ kind, quantity, at, operator, to }: WentRow, unit: string, local: LocalTime): string {
  const what = kind === 'transferred' ? `moved to ${to ?? 'another place'}` : kind
  return `${formatQuantity(quantity)} ${unit} ${what} ${local.dayOf(at)} by ${operator}`
}

function bringBackWords(labels: readonly LabelRow[]): string {
  const out = labels.filter(mayLieAbout).length
  if (out === 0) return ''
  return ` Bring its ${out === 1 ? 'label' : `${out} labels`} back: scan ${out === 1 ? 'it' : 'each'}, then destroy ${out === 1 ? 'it' : 'them'}.`
}
