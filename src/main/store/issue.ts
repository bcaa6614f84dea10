import type { Instant } from '../../core/clock.ts'
import type { EventSeq, IssueId, LotId, PartId, RowId } from '../../core/ids.ts'
import { ZERO, type Quantity } from '../../core/quantity.ts'
import type { Hold } from '../../core/quality/hold.ts'
import type { DispositionKind, IssueSubjectKind, Severity } from '../../core/quality/issue.ts'
import { SELECT_ROW, type InventoryRow } from './inventory.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

/** An issue with what it is attached to and who raised and closed it. */
export interface Issue {
  readonly id: IssueId
  /** `Q-2026-00001` */
  readonly number: string
  readonly subject: IssueSubjectKind
  readonly partId: PartId
  readonly partNumber: string
  readonly unit: string
  /** The row that it was raised on; null for a lot. */
  readonly row: RowId | null
  readonly serial: string | null
  readonly lotId: LotId | null
  readonly lot: string | null
  /** Where the unit is, or where the untracked stock was when the issue was raised; null for a lot. */
  readonly location: string | null
  readonly title: string
  readonly description: string
  readonly severity: Severity
  /** Whether it holds now: 1 or 0. */
  readonly holds: 0 | 1
  readonly raisedAt: Instant
  readonly raisedBy: string
  readonly closedAt: Instant | null
  readonly closedBy: string | null
  /** Why it was closed. */
  readonly closedFor: string | null
}

/** Issues with what hangs on them, as {@link Issue}. */
export const SELECT_ISSUE = `SELECT issue.id, issue_no AS number, subject, issue.part_id AS partId, part_number AS partNumber, unit,
    issue.row_id AS "row", serial, issue.lot_id AS lotId, lot.lot, location, title, issue.description, severity, holds,
    opened.at AS raisedAt, opened.operator AS raisedBy, closed.at AS closedAt, closed.operator AS closedBy,
    json_extract(closed.data, '$.reason') AS closedFor
  FROM issue
    JOIN part ON part.id = issue.part_id
    JOIN event AS opened ON opened.seq = opened_seq
    LEFT JOIN event AS closed ON closed.seq = closed_seq
    LEFT JOIN inventory_row ON inventory_row.id = issue.row_id
    LEFT JOIN lot ON lot.id = issue.lot_id`

export function issueAt(db: ReadableDb, id: IssueId): Issue | undefined {
  return one<Issue>(db, `${SELECT_ISSUE} WHERE issue.id = ?`, id)
}

export function issueNumbered(db: ReadableDb, number: string): Issue | undefined {
  return one<Issue>(db, `${SELECT_ISSUE} WHERE issue_no = ?`, number)
}

export function isIssueNumberTaken(db: ReadableDb, number: string): boolean {
  return one(db, 'SELECT 1 FROM issue WHERE issue_no = ?', number) !== undefined
}

/** Every issue that ever concerned a row, its own and those of its lot, the oldest first. */
export function issuesOfRow(db: ReadableDb, row: RowId): readonly Issue[] {
  return all<Issue>(
    db,
    `${SELECT_ISSUE} WHERE issue.id IN (SELECT issue_id FROM issue_row WHERE row_id = @row)
       OR issue.lot_id = (SELECT lot_id FROM inventory_row WHERE id = @row) ORDER BY issue.id`,
    { row }
  )
}

/** Every issue of a lot, and of units that came from it, the oldest first. */
export function issuesOfLot(db: ReadableDb, lot: LotId): readonly Issue[] {
  return all<Issue>(
    db,
    `${SELECT_ISSUE} WHERE issue.lot_id = @lot OR issue.id IN (
       SELECT issue_id FROM inventory_row AS carrier JOIN issue_row ON issue_row.row_id = carrier.id
       WHERE carrier.lot_id = @lot) ORDER BY issue.id`,
    { lot }
  )
}

export function issuesOfPart(db: ReadableDb, part: PartId): readonly Issue[] {
  return all<Issue>(db, `${SELECT_ISSUE} WHERE issue.part_id = ? ORDER BY issue.id`, part)
}

const SELECT_HOLD = 'SELECT id AS issue, issue_no AS number, title FROM issue WHERE holds = 1'

/** What holds a row now, by itself or by its lot, the oldest first. */
export function holdsOnRow(db: ReadableDb, row: RowId): readonly Hold[] {
  return all<Hold>(
    db,
    `${SELECT_HOLD} AND id IN (
       SELECT issue_id FROM issue_row WHERE row_id = @row
       UNION ALL
       SELECT issue.id FROM inventory_row JOIN issue ON issue.lot_id = inventory_row.lot_id AND holds = 1
       WHERE inventory_row.id = @row) ORDER BY id`,
    { row }
  )
}

export function holdsOnLot(db: ReadableDb, lot: LotId): readonly Hold[] {
  return all<Hold>(db, `${SELECT_HOLD} AND lot_id = ? ORDER BY id`, lot)
}

/** The rows that an issue concerns, with stock or without: of a lot all that bear it, wherever they are. */
export function rowsOfIssue(db: ReadableDb, { id, lotId }: Pick<Issue, 'id' | 'lotId'>): readonly InventoryRow[] {
  return lotId === null
    ? all<InventoryRow>(
        db,
        `${SELECT_ROW} WHERE inventory_row.id IN (SELECT row_id FROM issue_row WHERE issue_id = ?) ORDER BY inventory_row.id`,
        id
      )
    : all<InventoryRow>(db, `${SELECT_ROW} WHERE lot_id = ? ORDER BY inventory_row.id`, lotId)
}

export interface NewIssue {
  readonly number: string
  readonly subject: IssueSubjectKind
  readonly partId: PartId
  readonly row: RowId | null
  readonly lotId: LotId | null
  readonly title: string
  readonly description: string
  readonly severity: Severity
  readonly holds: boolean
}

/** The next row key, so that the event that opens an issue can name it. */
export function nextIssueId(db: ReadableDb): IssueId {
  return (one<{ id: number }>(db, 'SELECT coalesce(max(id), 0) + 1 AS id FROM issue')?.id ?? 1) as IssueId
}

export function insertIssue(db: WritableDb, id: IssueId, seq: EventSeq, issue: NewIssue): void {
  statement(
    db,
    `INSERT INTO issue (id, issue_no, subject, part_id, row_id, lot_id, title, description, severity, holds, opened_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  ).run(
    id,
    issue.number,
    issue.subject,
    issue.partId,
    issue.row,
    issue.lotId,
    issue.title,
    issue.description,
    issue.severity,
    issue.holds ? 1 : 0,
    seq
  )
}

/** Has an issue concern another row too: one that took some of its stock. */
export function addIssueRow(db: WritableDb, issue: IssueId, row: RowId): void {
  statement(db, 'INSERT OR IGNORE INTO issue_row (row_id, issue_id) VALUES (?, ?)').run(row, issue)
}

export function setHold(db: WritableDb, issue: IssueId, holds: boolean): void {
  statement(db, 'UPDATE issue SET holds = ? WHERE id = ?').run(holds ? 1 : 0, issue)
}

export function closeIssue(db: WritableDb, issue: IssueId, seq: EventSeq): void {
  statement(db, 'UPDATE issue SET closed_seq = ? WHERE id = ?').run(seq, issue)
}

export function insertComment(db: WritableDb, issue: IssueId, seq: EventSeq, text: string): void {
  statement(db, 'INSERT INTO issue_comment (issue_id, seq, text) VALUES (?, ?, ?)').run(issue, seq, text)
}

export interface Disposition {
  readonly kind: DispositionKind
  readonly quantity: Quantity
  readonly row: RowId | null
  readonly reason: string
}

export function insertDisposition(db: WritableDb, issue: IssueId, seq: EventSeq, disposition: Disposition): void {
  const { kind, quantity, row, reason } = disposition
  statement(
    db,
    'INSERT INTO issue_disposition (issue_id, seq, kind, quantity, row_id, reason) VALUES (?, ?, ?, ?, ?, ?)'
  ).run(issue, seq, kind, quantity, row, reason)
}

export interface DatedDisposition extends Disposition {
  readonly at: Instant
  readonly operator: string
}

/** What was decided, the oldest first. */
export function dispositionsOf(db: ReadableDb, issue: IssueId): readonly DatedDisposition[] {
  return all<DatedDisposition>(
    db,
    `SELECT issue_disposition.kind, quantity, row_id AS "row", reason, at, operator
     FROM issue_disposition JOIN event USING (seq) WHERE issue_id = ? ORDER BY issue_disposition.id`,
    issue
  )
}

/** How much was let through: used as it is, or reworked. */
export function releasedOf(db: ReadableDb, issue: IssueId): Quantity {
  return (
    one<{ quantity: Quantity }>(
      db,
      `SELECT coalesce(sum(quantity), 0) AS quantity FROM issue_disposition
       WHERE issue_id = ? AND kind IN ('use-as-is', 'rework')`,
      issue
    )?.quantity ?? ZERO
  )
}
