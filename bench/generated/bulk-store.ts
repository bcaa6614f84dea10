import { instantOf, type Instant } from '../../src/core/clock.ts'
import { canonicalJson, GENESIS_HASH, writtenChainText, type Json, type SubjectKind } from '../../src/core/event.ts'
import type { MovementKind } from '../../src/core/inventory/movement.ts'
import { openDatabase } from '../../src/main/commands/open.ts'
import { indexBacklog } from '../../src/main/services/journal/index-backlog.ts'
import type { WritableDb } from '../../src/main/store/database.ts'
import { sha256 } from '../../src/main/store/event.ts'
import { createBatchInsert } from './batch-insert.ts'

export const OPERATORS = ['ada', 'ben', 'cleo', 'dan', 'eva'] as const
export const STATION = 'BENCH'

/** Writes years of history into a new data folder: the same rows as the station writes, without its waits. */
export interface BulkStore {
  readonly db: WritableDb
  /** The time of the history, which goes on by a few seconds with each event. */
  readonly now: () => Instant
  readonly setTime: (epochMs: number) => void
  readonly event: (
    kind: string,
    subjects: readonly (readonly [SubjectKind, number])[],
    data: { readonly [key: string]: Json }
  ) => number
  readonly events: () => number
  readonly operator: () => string
  readonly move: (seq: number, row: number, kind: MovementKind, location: string, millionths: number) => void
  /** Writes what is left, and puts back what was taken off for speed. */
  readonly close: () => void
}

/** What is made anew at the end, all at once, rather than kept up with each row. */
const INDEXED_LATER = ['movement', 'label', 'label_step', 'inventory_row', 'installation', 'build']

const STEP_MS = 4_000

export function openBulkStore(dataFolder: string): BulkStore {
  const db = openDatabase(dataFolder)
  for (const pragma of ['journal_mode = MEMORY', 'synchronous = OFF', 'foreign_keys = OFF', 'cache_size = -1500000']) {
    db.pragma(pragma)
  }
  const putBack = takeOff(db)
  const events = createBatchInsert(db, 'event', [
    'seq',
    'at',
    'operator',
    'station',
    'kind',
    'subjects',
    'data',
    'previous_hash',
    'hash'
  ])
  const subjectRows = createBatchInsert(db, 'event_subject', ['kind', 'id', 'seq'])
  const movements = createBatchInsert(db, 'movement', ['seq', 'row_id', 'location', 'kind', 'quantity'])
  let seq = 0
  let previousHash = GENESIS_HASH
  let nowMs = 0
  db.exec('BEGIN')
  return {
    db,
    now: () => instantOf(nowMs),
    setTime: (epochMs) => void (nowMs = Math.max(nowMs, epochMs)),
    event(kind, subjects, data) {
      seq += 1
      nowMs += STEP_MS
      const written = {
        seq,
        at: instantOf(nowMs),
        operator: operatorOf(seq),
        station: STATION,
        kind,
        subjects: JSON.stringify(subjects),
        data: canonicalJson(data)
      }
      const hash = sha256(writtenChainText(previousHash, written))
      events.add(seq, written.at, written.operator, STATION, kind, written.subjects, written.data, previousHash, hash)
      for (const [subject, id] of subjects) subjectRows.add(subject, id, seq)
      previousHash = hash
      return seq
    },
    events: () => seq,
    operator: () => operatorOf(seq + 1),
    move: (seq, row, kind, location, millionths) => movements.add(seq, row, location, kind, millionths),
    close() {
      for (const batch of [events, subjectRows, movements]) batch.flush()
      db.exec(FILL_JOURNAL)
      putBack()
      db.exec('COMMIT')
      indexBacklog(db)
      db.pragma('journal_mode = WAL')
      db.close()
    }
  }
}

function operatorOf(seq: number): string {
  return OPERATORS[Math.floor(seq / 100) % OPERATORS.length] ?? OPERATORS[0]
}

/**
 * Takes off indexes and the triggers of the search.
 *
 * @returns puts them back as they were, and fills the search as its migration does
 */
function takeOff(db: WritableDb): () => void {
  const taken = db
    .prepare(
      `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND (
         (type = 'index' AND tbl_name IN (SELECT value FROM json_each(?)))
         OR (type = 'trigger' AND (name LIKE 'stock_search_%' OR name LIKE 'label_search_%'))) ORDER BY rowid`
    )
    .all(JSON.stringify(INDEXED_LATER)) as readonly { type: string; name: string; sql: string }[]
  for (const { type, name } of taken) db.exec(`DROP ${type} ${name}`)
  return () => {
    for (const { type, sql } of taken) if (type === 'index') db.exec(sql)
    db.exec(FILL_SEARCH)
    for (const { type, sql } of taken) if (type === 'trigger') db.exec(sql)
  }
}

/** Years of work leave an index merged; one that is filled at once lies in pieces, which the next to write would merge. */
const MERGE_SEARCHES = ['stock_search', 'gone_search', 'label_search']
  .map((index) => `  INSERT INTO ${index} (${index}) VALUES ('optimize');`)
  .join('\n')

const FILL_SEARCH = `
  INSERT INTO stock_search (rowid, codes)
    SELECT id, codes FROM inventory_codes WHERE id IN (SELECT id FROM inventory_row WHERE quantity > 0);
  UPDATE stock_indexed SET up_to = (SELECT coalesce(max(id), 0) FROM inventory_row);
  INSERT INTO gone_search (rowid, codes)
    SELECT id, codes FROM inventory_codes WHERE id IN (
      SELECT id FROM inventory_row WHERE quantity = 0 AND EXISTS (SELECT 1 FROM movement WHERE row_id = inventory_row.id)
        AND (SELECT kind FROM movement WHERE row_id = inventory_row.id ORDER BY id DESC LIMIT 1) <> 'transferred');
  INSERT INTO label_search (rowid, codes)
    SELECT id, codes FROM label_codes WHERE id IN (SELECT id FROM label WHERE state <> 'queued');
${MERGE_SEARCHES}`

/** What was moved and built was scanned. */
const FILL_JOURNAL = `
  INSERT INTO scan (at, station, scanner, raw, aim, meaning, outcome, sound)
    SELECT at, station, 'gun', CAST(coalesce(data ->> 'serial', data ->> 'lot', data ->> 'part_number') AS BLOB), ']C1',
      'text', kind, 'accepted'
    FROM event WHERE kind IN ('stock-moved', 'component-installed')`
