import type { Instant, LocalTime } from '../clock.ts'
import { saysWhy } from '../reason.ts'
import type { StockRow, LastChange } from '../inventory/stock-directory.ts'
import { whatBecameOf } from '../inventory/what-became.ts'
import { formatQuantity, withUnit, type Quantity } from '../quantity.ts'

/** Why a receipt cannot be taken back. */
export type ReversalRefusal = 'gone' | 'label-on-its-way' | 'reason-missing' | 'reversed-already'

/** A receipt line as it stands, with the rows that it filled. */
export interface ReceivedLine {
  readonly receipt: string
  readonly partNumber: string
  readonly quantity: Quantity
  readonly unit: string
  /** When and by whom it was taken back; null while it stands. */
  readonly reversed: { readonly at: Instant; readonly operator: string } | null
  readonly rows: readonly FilledRow[]
  /** Labels of it that are at their printers now, by their numbers. */
  readonly labelsOnTheirWay: readonly string[]
}

export interface FilledRow {
  readonly row: StockRow
  /** What of the line went into this row: 1 for a unit. */
  readonly filled: Quantity
  readonly last: LastChange | undefined
  /** What left the row since, newest first: enough of it to be told. */
  readonly went: readonly string[]
}

/** What stands in the way, by the code under which it is found. */
export interface InTheWay {
  readonly code: string
  readonly words: string
}

export type ReversalDecision =
  | { readonly kind: 'allowed' }
  | {
      readonly kind: 'refused'
      readonly reason: ReversalRefusal
      readonly message: string
      readonly rows: readonly InTheWay[]
    }

/**
 * Whether a receipt line can be taken back: all of it must still be there to go.
 *
 * A unit may have been moved: it is itself wherever it lies. Of a lot or an untracked part nobody can say which of it
 * came with this receipt, so as much as came must lie where it came to.
 */
export function decideReversal(line: ReceivedLine, reason: string, local: LocalTime): ReversalDecision {
  const { receipt, partNumber, reversed, rows, labelsOnTheirWay } = line
  if (!saysWhy(reason)) {
    return refusal('reason-missing', 'Say why it is taken back: the reason is kept with it.')
  }
  if (reversed) {
    return refusal(
      'reversed-already',
      `This line was taken back already, ${local.dayOf(reversed.at)} by ${reversed.operator}. There is nothing left of it.`
    )
  }
  const missing = rows.flatMap((filled) => inTheWay(filled, local) ?? [])
  if (missing.length > 0) {
    return refusal(
      'gone',
      `${partNumber} of receipt ${receipt} stays received: not all of it is there to go back. Take back first what is listed, or correct the stock by its own reason.`,
      missing
    )
  }
  if (labelsOnTheirWay.length > 0) {
    return refusal(
      'label-on-its-way',
      `Not now: ${labelsOnTheirWay.length === 1 ? 'a label of it is' : 'labels of it are'} at the printer. Wait until it has answered, then take the line back.`,
      labelsOnTheirWay.map((code) => ({ code, words: 'at the printer' }))
    )
  }
  return { kind: 'allowed' }
}

function inTheWay({ row, filled, last, went }: FilledRow, local: LocalTime): InTheWay | undefined {
  const code = row.serial ?? row.lot ?? row.partNumber
  if (row.status === 'on hold') {
    return { code, words: `is on hold at ${row.location}: quality decides what becomes of it` }
  }
  if (row.quantity >= filled) return undefined
  if (row.serial !== null) return { code, words: whatBecameOf(row, last, local) }
  const there = `${formatQuantity(row.quantity)} of ${withUnit(filled, row)} are left at ${row.location}`
  return { code, words: went.length === 0 ? there : `${there}: ${went.join('; ')}` }
}

function refusal(reason: ReversalRefusal, message: string, rows: readonly InTheWay[] = []): ReversalDecision {
  return { kind: 'refused', reason, message, rows }
}
