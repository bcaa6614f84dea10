import type { Day, Instant } from '../../core/clock.ts'
import type { Json } from '../../core/event.ts'
import type { LotId, ReceiptLineId, RowId } from '../../core/ids.ts'
import type { Part } from '../../core/part.ts'
import type { Quantity } from '../../core/quantity.ts'
import type { LabelContent } from '../../labels/content.ts'
import type { Burn } from '../../labels/media.ts'
import { insertLabel, insertUnitLabels } from '../store/label.ts'
import type { StationContext } from './context.ts'

/** Where what is labelled came from: an order that it was received on, or a run that built it. */
export interface LabelOrigin {
  readonly part: Part
  /** The number of the order, or of the run. */
  readonly order: string
  readonly receiptLine: ReceiptLineId | null
  readonly at: Instant
  /** The day on which it was received, or built. */
  readonly on: Day
  readonly isBuilt: boolean
}

/**
 * Queues the labels of units whose rows follow one another, from the first on. Call it in the transaction that creates
 * the units.
 */
export function queueUnitLabels(
  context: StationContext,
  origin: LabelOrigin,
  firstRow: RowId,
  serials: readonly string[],
  lot: string | null
): readonly string[] {
  const { part, order, at } = origin
  return insertUnitLabels(
    context.db,
    {
      partNumber: part.partNumber,
      lot,
      order,
      receiptLine: origin.receiptLine,
      printer: context.printerFor.unit,
      at,
      operator: context.operator
    },
    firstRow,
    serials,
    (label, serial) =>
      frozen({
        kind: 'unit',
        label,
        copy: 1,
        partNumber: part.partNumber,
        revision: part.revision || null,
        description: part.description,
        serial,
        lot,
        ...dayAndOrder(origin)
      })
  )
}

/** The facts of a lot that its label shows. */
export interface LotFacts {
  readonly id: LotId
  readonly lot: string
  readonly supplierLot: string | null
  readonly quantity: Quantity
  readonly expiry: Day | null
}

/** Queues the label of one lot. Call it in the transaction that receives or builds it. */
export function queueLotLabel(context: StationContext, origin: LabelOrigin, row: RowId, lot: LotFacts): string {
  const { part, order, at } = origin
  return insertLabel(
    context.db,
    {
      label: null,
      copy: 1,
      kind: 'lot',
      partNumber: part.partNumber,
      serial: null,
      lot: lot.lot,
      order,
      row,
      lotId: lot.id,
      receiptLine: origin.receiptLine,
      printer: context.printerFor.lot,
      at,
      operator: context.operator
    },
    (label) =>
      frozen({
        kind: 'lot',
        label,
        copy: 1,
        partNumber: part.partNumber,
        revision: part.revision || null,
        description: part.description,
        lot: lot.lot,
        supplierLot: lot.supplierLot,
        quantity: lot.quantity,
        unit: part.unit,
        expiry: lot.expiry,
        ...dayAndOrder(origin)
      })
  ).label
}

/** Queues the label of a place. */
export function queueLocationLabel(context: StationContext, code: string, description: string, at: Instant): string {
  return queuePlain(context, 'location', at, (label) => ({ kind: 'location', label, copy: 1, code, description }))
}

/** Queues one label of the command sheet. */
export function queueCommandLabel(context: StationContext, title: string, code: string, at: Instant): string {
  return queuePlain(context, 'command', at, (label) => ({ kind: 'command', label, copy: 1, title, code }))
}

/** Queues a label with the symbol that scanners are calibrated by. */
export function queueCalibrationLabel(
  context: StationContext,
  { nonce, text }: { readonly nonce: string; readonly text: string },
  at: Instant
): string {
  return queuePlain(context, 'command', at, (label) => ({
    kind: 'command',
    label,
    copy: 1,
    title: 'Scanner set-up: scan once',
    code: `SET-UP ${nonce}`,
    symbol: text
  }))
}

/** Queues a printer's test label, for that printer and no other. */
export function queueTestLabel(
  context: StationContext,
  printer: string,
  title: string,
  code: string,
  at: Instant,
  burn?: Burn
): string {
  const more = burn === undefined ? {} : { burn }
  return queuePlain(
    context,
    'command',
    at,
    (label) => ({ kind: 'command', label, copy: 1, title, code, ...more }),
    printer
  )
}

function queuePlain(
  context: StationContext,
  kind: 'location' | 'command',
  at: Instant,
  contentOf: (label: string) => LabelContent,
  printer = context.printerFor.location
): string {
  return insertLabel(
    context.db,
    {
      label: null,
      copy: 1,
      kind,
      partNumber: null,
      serial: null,
      lot: null,
      order: null,
      row: null,
      lotId: null,
      receiptLine: null,
      printer,
      at,
      operator: context.operator
    },
    (label) => frozen(contentOf(label))
  ).label
}

function dayAndOrder({ on, order, isBuilt }: LabelOrigin) {
  return { receivedOn: on, order, ...(isBuilt ? { built: true as const } : {}) }
}

/** A label's content is plain data, and stays as it was when it was queued. */
function frozen(content: LabelContent): Json {
  return { ...content }
}
