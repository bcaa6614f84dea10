import type { Instant } from '../../core/clock.ts'
import type { Json } from '../../core/event.ts'
import type { LabelId, LotId, ReceiptLineId, RowId } from '../../core/ids.ts'
import type { LabelState } from '../../core/printing/label-state.ts'
import { lastLabelNumber } from './label-number.ts'
import { insertFirstSteps, insertStep, type Evidence } from './label-step.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

export type LabelKind = 'unit' | 'lot' | 'location' | 'command'

/** One physical label: one row, whatever becomes of it. */
export interface LabelRow {
  readonly id: LabelId
  readonly label: string
  readonly copy: number
  readonly kind: LabelKind
  /** The facts that the label shows, frozen when it was queued, as JSON. */
  readonly content: string
  readonly partNumber: string | null
  readonly serial: string | null
  readonly lot: string | null
  readonly order: string | null
  readonly row: RowId | null
  readonly lotId: LotId | null
  readonly receiptLine: ReceiptLineId | null
  readonly printer: string
  readonly state: LabelState
  readonly evidence: Evidence
  readonly at: Instant
}

interface StoredLabel extends Omit<LabelRow, 'evidence'> {
  readonly evidence: string
}

const SELECT_LABEL = `SELECT id, label, copy, kind, content, part_number AS partNumber, serial, lot, order_no AS "order",
  row_id AS "row", lot_id AS lotId, receipt_line_id AS receiptLine, printer, state, evidence, at FROM label`

export interface LabelRecord extends Omit<LabelRow, 'id' | 'state' | 'evidence' | 'label'> {
  /** The number of an earlier copy; null for a label of its own, which then takes the next number. */
  readonly label: string | null
  readonly operator: string
}

/** Queues a label. Its content is made from its number, so that the paper and the ledger agree. */
export function insertLabel(
  db: WritableDb,
  record: Omit<LabelRecord, 'content'>,
  contentOf: (label: string) => Json
): { readonly id: LabelId; readonly label: string } {
  // The key says its number, so that numbers which were left out stay so.
  const key = record.label === null ? lastLabelNumber(db) + 1 : null
  const label = record.label ?? labelNumber(key ?? 0)
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO label (id, label, copy, kind, content, part_number, serial, lot, order_no, row_id, lot_id, receipt_line_id,
       printer, state, evidence, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', '{}', ?)`
  ).run(
    key,
    label,
    record.copy,
    record.kind,
    JSON.stringify(contentOf(label)),
    record.partNumber,
    record.serial,
    record.lot,
    record.order,
    record.row,
    record.lotId,
    record.receiptLine,
    record.printer,
    record.at
  )
  const id = Number(lastInsertRowid) as LabelId
  insertStep(db, id, record.at, record.operator, 'queued', {})
  return { id, label }
}

/** What the labels of units have in common that come in together. */
export type UnitLabels = Pick<
  LabelRecord,
  'partNumber' | 'lot' | 'order' | 'receiptLine' | 'printer' | 'at' | 'operator'
>

/**
 * Queues the labels of units whose rows follow one another, each as {@link insertLabel} does, in one go for all: what a
 * statement costs by itself would keep the first label waiting. Gives their numbers, in the order of the serials.
 */
export function insertUnitLabels(
  db: WritableDb,
  alike: UnitLabels,
  firstRow: RowId,
  serials: readonly string[],
  contentOf: (label: string, serial: string) => Json
): readonly string[] {
  const first = lastLabelNumber(db) + 1
  const each = serials.map((serial, index) => {
    const label = labelNumber(first + index)
    return [label, serial, JSON.stringify(contentOf(label, serial))] as const
  })
  statement(
    db,
    `INSERT INTO label (id, label, copy, kind, content, part_number, serial, lot, order_no, row_id, receipt_line_id,
       printer, state, evidence, at)
     SELECT @first + key, value ->> 0, 1, 'unit', value ->> 2, @partNumber, value ->> 1, @lot, @order, @firstRow + key,
       @receiptLine, @printer, 'queued', '{}', @at FROM json_each(@each)`
  ).run({ ...alike, first, firstRow, each: JSON.stringify(each) })
  insertFirstSteps(db, first as LabelId, serials.length, alike.operator)
  return each.map(([label]) => label)
}

function labelNumber(key: number): string {
  return `DS${String(key).padStart(8, '0')}`
}

export function zplOf(db: ReadableDb, id: LabelId): Uint8Array | null {
  return one<{ zpl: Uint8Array | null }>(db, 'SELECT zpl FROM label WHERE id = ?', id)?.zpl ?? null
}

export function setPrinter(db: WritableDb, id: LabelId, printer: string): void {
  statement(db, 'UPDATE label SET printer = ? WHERE id = ?').run(printer, id)
}

export function labelAt(db: ReadableDb, id: LabelId): LabelRow | undefined {
  const row = one<StoredLabel>(db, `${SELECT_LABEL} WHERE id = ?`, id)
  return row && labelOf(row)
}

/** One copy of a label. */
export function labelOfCopy(db: ReadableDb, label: string, copy: number): LabelRow | undefined {
  const row = one<StoredLabel>(db, `${SELECT_LABEL} WHERE label = ? AND copy = ?`, label, copy)
  return row && labelOf(row)
}

/** How many labels of a batch were scanned back, in whatever copy, and the first that was not; by the keys of first copies. */
export function confirmedOf(
  db: ReadableDb,
  first: LabelId,
  last: LabelId
): { readonly confirmed: number; readonly next: LabelRow | undefined } {
  const isConfirmed = `EXISTS (SELECT 1 FROM label AS each WHERE each.label = first.label AND each.state = 'verified')`
  const found = one<{ confirmed: number; next: LabelId | null }>(
    db,
    `SELECT sum(${isConfirmed}) AS confirmed, min(iif(${isConfirmed}, NULL, id)) AS next
     FROM label AS first WHERE id BETWEEN ? AND ? AND copy = 1`,
    first,
    last
  )
  const next = found?.next
  return { confirmed: found?.confirmed ?? 0, next: next == null ? undefined : labelAt(db, next) }
}

/** The newest key of the ledger: labels that are queued after it have greater ones. */
export function lastLabelId(db: ReadableDb): LabelId {
  return (one<{ id: number | null }>(db, 'SELECT max(id) AS id FROM label')?.id ?? 0) as LabelId
}

/** The first key behind another: numbers may have been left out in between. */
export function firstLabelAfter(db: ReadableDb, id: LabelId): LabelId {
  return (one<{ id: number | null }>(db, 'SELECT min(id) AS id FROM label WHERE id > ?', id)?.id ?? id + 1) as LabelId
}

/** The newest copy that bears a label's number. */
export function newestCopy(db: ReadableDb, label: string): LabelRow | undefined {
  const row = one<StoredLabel>(db, `${SELECT_LABEL} WHERE label = ? ORDER BY copy DESC LIMIT 1`, label)
  return row && labelOf(row)
}

/** The newest label that a code names: a label's number, a serial, a lot, or the code of a place or command. */
export function newestLabelOf(db: ReadableDb, code: string): LabelRow | undefined {
  const row = one<StoredLabel>(
    db,
    `${SELECT_LABEL} WHERE label = @code OR serial = @code OR lot = @code OR json_extract(content, '$.code') = @code
     ORDER BY id DESC LIMIT 1`,
    { code }
  )
  return row && labelOf(row)
}

/** The labels that are next at a printer: copies first, since somebody waits for them, then the oldest. */
export function nextQueued(db: ReadableDb, printer: string, limit: number): readonly LabelRow[] {
  const again = all<StoredLabel>(
    db,
    `${SELECT_LABEL} INDEXED BY label_queued_again WHERE state = 'queued' AND copy > 1 AND printer = ? ORDER BY id LIMIT ?`,
    printer,
    limit
  )
  const others = all<StoredLabel>(
    db,
    `${SELECT_LABEL} WHERE state = 'queued' AND printer = ? AND copy = 1 ORDER BY id LIMIT ?`,
    printer,
    limit - again.length
  )
  return [...again, ...others].map(labelOf)
}

export function labelsInState(db: ReadableDb, state: LabelState): readonly LabelRow[] {
  return all<StoredLabel>(db, `${SELECT_LABEL} WHERE state = ? ORDER BY id`, state).map(labelOf)
}

/** The labels that left the queue and of which more is to be heard. */
export function labelsOnTheirWay(db: ReadableDb): readonly LabelRow[] {
  return all<StoredLabel>(
    db,
    `${SELECT_LABEL} WHERE state IN ('sending', 'sent') AND json_extract(evidence, '$.rank') IS NOT 'spooled' ORDER BY id`
  ).map(labelOf)
}

/** No printer holds more labels at once. */
const MOST_IN_A_PRINTER = 8

/** How many labels wait for a printer, or in it. What a print queue was given is out of sight, and waits no longer. */
export function waitingFor(db: ReadableDb, printer: string): number {
  return (
    one<{ n: number }>(
      db,
      `SELECT (SELECT count(*) FROM label WHERE state IN ('queued', 'sending') AND printer = @printer)
        + (SELECT count(*) FROM (
            SELECT evidence FROM label INDEXED BY label_by_state WHERE state = 'sent' AND printer = @printer
            ORDER BY id DESC LIMIT ${MOST_IN_A_PRINTER})
          WHERE json_extract(evidence, '$.rank') IS NOT 'spooled') AS n`,
      { printer }
    )?.n ?? 0
  )
}

/** How many labels are in each of these states; a state without any is not among them. */
export function countByState(
  db: ReadableDb,
  states: readonly LabelState[]
): Readonly<Partial<Record<LabelState, number>>> {
  const rows = all<{ state: LabelState; n: number }>(
    db,
    'SELECT state, count(*) AS n FROM label WHERE state IN (SELECT value FROM json_each(?)) GROUP BY state',
    JSON.stringify(states)
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

export function labelsOfRow(db: ReadableDb, row: RowId): readonly LabelRow[] {
  return all<StoredLabel>(db, `${SELECT_LABEL} WHERE row_id = ? ORDER BY id`, row).map(labelOf)
}

export function labelsOfLot(db: ReadableDb, lot: LotId): readonly LabelRow[] {
  return all<StoredLabel>(db, `${SELECT_LABEL} WHERE lot_id = ? ORDER BY id`, lot).map(labelOf)
}

/** The labels of a receipt line, with all their copies. */
export function labelsOfReceiptLine(db: ReadableDb, line: ReceiptLineId): readonly LabelRow[] {
  return all<StoredLabel>(db, `${SELECT_LABEL} WHERE receipt_line_id = ? ORDER BY id`, line).map(labelOf)
}

/** Labels by their keys, in the order of the keys. */
export function labelsAt(db: ReadableDb, ids: readonly LabelId[]): readonly LabelRow[] {
  return all<StoredLabel>(
    db,
    `SELECT found.* FROM json_each(?) AS wanted JOIN (${SELECT_LABEL}) AS found ON found.id = wanted.value ORDER BY wanted.key`,
    JSON.stringify(ids)
  ).map(labelOf)
}

export function allLabels(db: ReadableDb, state: LabelState | null): readonly LabelRow[] {
  return all<StoredLabel>(db, `${SELECT_LABEL} WHERE @state IS NULL OR state = @state ORDER BY id`, { state }).map(
    labelOf
  )
}

function labelOf(row: StoredLabel): LabelRow {
  return { ...row, evidence: JSON.parse(row.evidence) as Evidence }
}
