import type { LabelText } from '../../core/barcode/label-text.ts'
import type { TaughtFormat, TaughtLayout } from '../../core/barcode/taught/taught-format.ts'
import type { Instant } from '../../core/clock.ts'
import type { EventSeq, LabelFormatId } from '../../core/ids.ts'
import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

/** A format as it stands. */
export interface StoredFormat {
  readonly id: LabelFormatId
  readonly supplier: string
  readonly name: string
  readonly version: number
  /** Null where it is no longer used. */
  readonly layout: TaughtLayout | null
  /** When it became what it is, and by whom. */
  readonly at: Instant
  readonly operator: string
}

interface FormatRow extends Omit<StoredFormat, 'layout'> {
  readonly layout: string | null
}

const SELECT_FORMAT = `SELECT format_id AS id, supplier, name, version, layout, event.at, event.operator
  FROM label_format_now JOIN event USING (seq)`

/** Formats of a supplier, or of all where none is named: by supplier, the one that was changed last first. */
export function storedFormats(db: ReadableDb, supplier: string | null): readonly StoredFormat[] {
  const rows =
    supplier === null
      ? all<FormatRow>(db, `${SELECT_FORMAT} ORDER BY supplier, seq DESC, format_id DESC`)
      : all<FormatRow>(db, `${SELECT_FORMAT} WHERE supplier = ? ORDER BY seq DESC, format_id DESC`, supplier)
  return rows.map(storedFormat)
}

export function storedFormatAt(db: ReadableDb, id: LabelFormatId): StoredFormat | undefined {
  const row = one<FormatRow>(db, `${SELECT_FORMAT} WHERE format_id = ?`, id)
  return row && storedFormat(row)
}

/** What scans of a supplier's goods are read by: the format that was taught last first. */
export function formatsInUse(db: ReadableDb, supplier: string): readonly TaughtFormat[] {
  return all<{ readonly name: string; readonly layout: string }>(
    db,
    `SELECT name, layout FROM label_format_now WHERE supplier = ? AND layout IS NOT NULL
     ORDER BY seq DESC, format_id DESC`,
    supplier
  ).map(({ name, layout }) => ({ name, layout: JSON.parse(layout) as TaughtLayout }))
}

/** Every name that a format of the supplier has or has had. */
export function formatNames(db: ReadableDb, supplier: string): readonly string[] {
  return all<{ readonly name: string }>(
    db,
    'SELECT DISTINCT name FROM label_format_version JOIN label_format ON label_format.id = format_id WHERE supplier = ?',
    supplier
  ).map(({ name }) => name)
}

/** The labels of the newest version that has any: those of a retired format are the ones that it was used with. */
export function samplesOf(db: ReadableDb, id: LabelFormatId): readonly LabelText[] {
  return all<LabelText>(
    db,
    `SELECT text, aim FROM label_format_sample WHERE version_id = (SELECT max(version_id) FROM label_format_sample
       JOIN label_format_version ON label_format_version.id = version_id WHERE format_id = ?) ORDER BY position`,
    id
  )
}

/** The layout that a format had last, also where it is retired. */
export function lastLayoutOf(db: ReadableDb, id: LabelFormatId): TaughtLayout | undefined {
  const row = one<{ readonly layout: string }>(
    db,
    `SELECT layout FROM label_format_version WHERE format_id = ? AND layout IS NOT NULL ORDER BY version DESC LIMIT 1`,
    id
  )
  return row && (JSON.parse(row.layout) as TaughtLayout)
}

/** The key that the next new format will have: events name it before it is written. */
export function nextFormatId(db: ReadableDb): LabelFormatId {
  const last = one<{ readonly id: number }>(db, 'SELECT coalesce(max(id), 0) AS id FROM label_format')?.id ?? 0
  return (last + 1) as LabelFormatId
}

export interface NewVersion {
  readonly name: string
  readonly layout: TaughtLayout | null
  readonly samples: readonly LabelText[]
  readonly seq: EventSeq
}

/** A format, or its next version. */
export function putVersion(db: WritableDb, id: LabelFormatId, supplier: string, version: NewVersion): void {
  const { name, layout, samples, seq } = version
  statement(db, 'INSERT INTO label_format (id, supplier) VALUES (?, ?) ON CONFLICT DO NOTHING').run(id, supplier)
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO label_format_version (format_id, version, name, layout, seq)
     SELECT @id, coalesce(max(version), 0) + 1, @name, @layout, @seq FROM label_format_version WHERE format_id = @id`
  ).run({ id, name, layout: layout === null ? null : JSON.stringify(layout), seq })
  const insert = statement(db, 'INSERT INTO label_format_sample (version_id, position, aim, text) VALUES (?, ?, ?, ?)')
  for (const [position, { aim, text }] of samples.entries()) insert.run(lastInsertRowid, position, aim, text)
}

function storedFormat(row: FormatRow): StoredFormat {
  return { ...row, layout: row.layout === null ? null : (JSON.parse(row.layout) as TaughtLayout) }
}
