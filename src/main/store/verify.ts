import { firstBrokenLink } from '../../core/event.ts'
import { formatQuantity, type Quantity } from '../../core/quantity.ts'
import { eachEvent, sha256 } from './event.ts'
import { all, one } from './statement.ts'
import { billLoops, BOM_RULES } from './verify/bom.ts'
import { QUALITY_RULES } from './verify/quality.ts'
import type { ReadableDb } from './database.ts'

/** One thing that is not as the rules ask. */
export interface Problem {
  readonly rule: string
  readonly subject: string
  readonly found: string
  readonly expected: string
}

export interface Verification {
  readonly ok: boolean
  readonly checked: {
    readonly events: number
    readonly rows: number
    readonly movements: number
    readonly numbers: number
    readonly labels: number
  }
  readonly problems: readonly Problem[]
}

/** How many problems of one rule are named; a broken store may have millions. */
const NAMED_PER_RULE = 100

/** Recomputes everything that can be recomputed, and names what does not agree. Changes nothing. */
export function verifyStore(db: ReadableDb): Verification {
  const problems = [
    ...brokenFile(db),
    ...brokenChain(db),
    ...query(db, 'stock equals the sum of movements', STOCK, (row) => ({
      subject: `row ${row.subject}`,
      found: formatQuantity(Number(row.found) as Quantity),
      expected: formatQuantity(Number(row.expected) as Quantity)
    })),
    ...query(db, 'stock stands in one place', PLACE),
    ...query(db, 'a unit is in one place', UNIT_PLACE),
    ...query(db, 'what was moved away came to another place', TRANSFER),
    ...query(db, 'a row never held less than nothing', BELOW_ZERO),
    ...query(db, 'a row stands at the place of its last movement', LAST_PLACE),
    ...query(db, 'what is in stock can be searched', SEARCHED),
    ...query(db, 'a movement belongs to an event', ORPHAN_MOVEMENT),
    ...query(db, 'a serial is used once', SERIAL),
    ...query(db, 'a row keeps its tracking rules', ROW_RULES),
    ...query(db, 'a lot belongs to its row’s part', LOT_PART),
    ...query(db, 'a received line has what it says', RECEIPT_LINE),
    ...query(db, 'a label’s state is its last step', LABEL_STATE),
    ...query(db, 'a unit has a label', UNLABELLED),
    ...query(db, 'subjects are those of the events', SUBJECTS),
    ...QUALITY_RULES.flatMap(([rule, sql]) => query(db, rule, sql)),
    ...BOM_RULES.flatMap(([rule, sql]) => query(db, rule, sql)),
    ...billLoops(db, NAMED_PER_RULE)
  ]
  return {
    ok: problems.length === 0,
    checked: {
      events: count(db, 'SELECT count(*) AS n FROM event'),
      rows: count(db, 'SELECT count(*) AS n FROM inventory_row'),
      movements: count(db, 'SELECT count(*) AS n FROM movement'),
      numbers:
        count(db, 'SELECT count(*) AS n FROM inventory_row WHERE serial IS NOT NULL') +
        count(db, 'SELECT count(*) AS n FROM lot'),
      labels: count(db, 'SELECT count(*) AS n FROM label')
    },
    problems
  }
}

interface Finding {
  readonly subject: string
  readonly found: string
  readonly expected: string
}

const STOCK = `SELECT inventory_row.id AS subject, inventory_row.quantity AS found,
    coalesce(sum(movement.quantity), 0) AS expected
  FROM inventory_row LEFT JOIN movement ON movement.row_id = inventory_row.id
  GROUP BY inventory_row.id HAVING inventory_row.quantity <> coalesce(sum(movement.quantity), 0)`

const PLACE = `SELECT 'row ' || row_id AS subject, movement.location || ': ' || sum(movement.quantity) || ' millionths' AS found,
    'all stock at ' || inventory_row.location AS expected
  FROM movement JOIN inventory_row ON inventory_row.id = row_id
  WHERE movement.location <> inventory_row.location
  GROUP BY row_id, movement.location HAVING sum(movement.quantity) <> 0`

const UNIT_PLACE = `SELECT 'serial ' || serial AS subject, count(*) || ' places' AS found, '1 place' AS expected
  FROM (SELECT row_id FROM movement JOIN inventory_row ON inventory_row.id = row_id AND serial IS NOT NULL
      GROUP BY row_id, movement.location HAVING sum(movement.quantity) > 0) AS held
    JOIN inventory_row ON inventory_row.id = held.row_id
  GROUP BY held.row_id HAVING count(*) > 1`

const TRANSFER = `SELECT 'event ' || seq AS subject, sum(quantity) || ' millionths too many' AS found, 'as much came as went' AS expected
  FROM movement WHERE kind = 'transferred' GROUP BY seq HAVING sum(quantity) <> 0`

const BELOW_ZERO = `SELECT 'row ' || row_id AS subject, min(held) || ' millionths after movement ' || id AS found, '0 or more' AS expected
  FROM (SELECT id, row_id, sum(quantity) OVER (PARTITION BY row_id ORDER BY id) AS held FROM movement)
  WHERE held < 0 GROUP BY row_id`

const LAST_PLACE = `SELECT 'row ' || inventory_row.id AS subject, inventory_row.location AS found, movement.location AS expected
  FROM (SELECT row_id, max(id) AS id FROM movement GROUP BY row_id) AS last
    JOIN movement ON movement.id = last.id JOIN inventory_row ON inventory_row.id = last.row_id
  WHERE movement.location <> inventory_row.location`

const SEARCHED = `SELECT 'row ' || inventory_row.id AS subject, coalesce(stock_search.codes, 'not in the index') AS found,
    CASE WHEN quantity > 0 THEN inventory_codes.codes ELSE 'not in the index' END AS expected
  FROM inventory_row JOIN inventory_codes ON inventory_codes.id = inventory_row.id
    LEFT JOIN stock_search ON stock_search.rowid = inventory_row.id
  WHERE stock_search.codes IS NOT CASE WHEN quantity > 0 THEN inventory_codes.codes END`

const ORPHAN_MOVEMENT = `SELECT 'movement ' || id AS subject, 'event ' || seq AS found, 'an event that exists' AS expected
  FROM movement WHERE seq NOT IN (SELECT seq FROM event)`

const SERIAL = `SELECT 'serial ' || serial AS subject, count(*) || ' rows' AS found, '1 row' AS expected
  FROM inventory_row WHERE serial IS NOT NULL GROUP BY serial HAVING count(*) > 1`

const ROW_RULES = `SELECT 'row ' || id AS subject, tracking || ', quantity ' || quantity || ', serial ' || coalesce(serial, 'none')
      || ', lot ' || coalesce(lot_id, 'none') AS found,
    CASE tracking WHEN 'serial' THEN 'a serial and a quantity of 0 or 1' WHEN 'lot' THEN 'a lot and no serial'
      ELSE 'no serial and no lot' END AS expected
  FROM inventory_row
  WHERE quantity < 0 OR (tracking = 'serial') <> (serial IS NOT NULL)
    OR (tracking = 'serial' AND quantity NOT IN (0, 1000000)) OR (tracking = 'lot' AND lot_id IS NULL)
    OR (tracking = 'untracked' AND lot_id IS NOT NULL)`

const LOT_PART = `SELECT 'row ' || inventory_row.id AS subject, 'lot of part ' || lot.part_id AS found,
    'lot of part ' || inventory_row.part_id AS expected
  FROM inventory_row JOIN lot ON lot.id = lot_id WHERE lot.part_id <> inventory_row.part_id`

const RECEIPT_LINE = `SELECT 'receipt line ' || receipt_line.id AS subject, count(inventory_row.id) || ' units' AS found,
    receipt_line.quantity / 1000000 || ' units' AS expected
  FROM receipt_line LEFT JOIN inventory_row ON inventory_row.receipt_line_id = receipt_line.id
  WHERE receipt_line.tracking = 'serial'
  GROUP BY receipt_line.id HAVING count(inventory_row.id) * 1000000 <> receipt_line.quantity`

const LABEL_STATE = `SELECT label || ' copy ' || copy AS subject, label.state AS found,
    coalesce((SELECT state FROM label_step WHERE label_id = label.id ORDER BY id DESC LIMIT 1), 'no step') AS expected
  FROM label WHERE label.state IS NOT (SELECT state FROM label_step WHERE label_id = label.id ORDER BY id DESC LIMIT 1)`

const UNLABELLED = `SELECT 'serial ' || serial AS subject, 'no label' AS found, 'a label in the print ledger' AS expected
  FROM inventory_row
  WHERE receipt_line_id IS NOT NULL AND serial IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM label WHERE label.row_id = inventory_row.id)`

const SUBJECTS = `SELECT 'event ' || event.seq AS subject, coalesce(kept.n, 0) || ' subjects' AS found,
    coalesce(stated.n, 0) || ' subjects' AS expected
  FROM event
    LEFT JOIN (SELECT seq, count(*) AS n FROM event_subject GROUP BY seq) AS kept ON kept.seq = event.seq
    LEFT JOIN (SELECT seq, count(DISTINCT value) AS n FROM event, json_each(event.subjects) GROUP BY seq) AS stated
      ON stated.seq = event.seq
  WHERE coalesce(kept.n, 0) <> coalesce(stated.n, 0)`

function query(
  db: ReadableDb,
  rule: string,
  sql: string,
  finding: (row: Finding) => Finding = (row) => row
): readonly Problem[] {
  return all<Finding>(db, `${sql} LIMIT ${NAMED_PER_RULE}`).map((row) => {
    const { subject, found, expected } = finding(row)
    return { rule, subject, found, expected }
  })
}

function brokenFile(db: ReadableDb): readonly Problem[] {
  const verdicts = db.pragma(`integrity_check(${NAMED_PER_RULE})`) as readonly { integrity_check: string }[]
  return verdicts
    .filter(({ integrity_check }) => integrity_check !== 'ok')
    .map(({ integrity_check }) => ({
      rule: 'the file is whole',
      subject: 'database',
      found: integrity_check,
      expected: 'ok'
    }))
}

function brokenChain(db: ReadableDb): readonly Problem[] {
  const broken = firstBrokenLink(eachEvent(db), sha256)
  if (!broken) return []
  const { seq, found, expected } = broken
  return [{ rule: 'events form a chain', subject: `event ${seq}`, found, expected }]
}

function count(db: ReadableDb, sql: string): number {
  return one<{ n: number }>(db, sql)?.n ?? 0
}
