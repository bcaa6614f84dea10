import type { SqlRule } from './rule.ts'

/** What must be true of counts: each rule, and the query for what breaks it. */
export const COUNT_RULES: readonly SqlRule[] = [
  [
    'a posted count moved what its results say',
    `SELECT 'result ' || id AS subject, coalesce((SELECT sum(quantity) FROM movement
         WHERE movement.row_id = count_result.row_id AND movement.seq = count_result.seq
           AND movement.location = count_result.location), 0) || ' millionths moved' AS found,
       adjusted || ' millionths' AS expected
     FROM count_result
     WHERE adjusted <> coalesce((SELECT sum(quantity) FROM movement
       WHERE movement.row_id = count_result.row_id AND movement.seq = count_result.seq
         AND movement.location = count_result.location), 0)`
  ],
  [
    'only a posted count finds or misses stock',
    `SELECT 'event ' || seq AS subject, 'counted without a result' AS found, 'a result of a posted count' AS expected
     FROM movement WHERE kind = 'counted' AND NOT EXISTS (
       SELECT 1 FROM count_result JOIN stock_count ON stock_count.id = count_id AND state = 'posted'
       WHERE count_result.seq = movement.seq AND count_result.row_id = movement.row_id)`
  ],
  [
    'a unit that was counted has its result',
    `SELECT count_no || ', row ' || row_id || ' at ' || location AS subject, 'no result' AS found,
       'the result of a counted unit' AS expected
     FROM count_entry JOIN stock_count ON stock_count.id = count_id
     WHERE state = 'posted' AND row_id IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM count_result WHERE count_result.row_id = count_entry.row_id
         AND +count_result.count_id = count_entry.count_id AND +count_result.location = count_entry.location AND found > 0)`
  ],
  [
    'what was counted of a lot or a part is what was posted',
    `SELECT count_no || ', part ' || counted.part_id || ' at ' || counted.location AS subject,
       coalesce(posted, 0) || ' millionths posted' AS found, quantity || ' millionths counted' AS expected
     FROM (
       SELECT count_id, location, part_id, sum(quantity) AS quantity, (
         SELECT found FROM inventory_row JOIN count_result ON count_result.row_id = inventory_row.id
           AND +count_result.count_id = count_entry.count_id
         WHERE inventory_row.location = count_entry.location AND inventory_row.part_id = count_entry.part_id
           AND inventory_row.revision = count_entry.revision AND inventory_row.tracking = count_entry.tracking
           AND inventory_row.lot_id IS count_entry.lot_id
         ORDER BY count_result.id DESC LIMIT 1) AS posted
       FROM count_entry WHERE row_id IS NULL
       GROUP BY count_id, location, part_id, revision, lot_id) AS counted
       JOIN stock_count ON stock_count.id = count_id
     WHERE state = 'posted' AND posted IS NOT quantity`
  ],
  [
    'a result of a count is told by its event',
    `SELECT 'result ' || id AS subject, 'event ' || seq AS found, 'an event of row ' || row_id AS expected
     FROM count_result WHERE NOT EXISTS (
       SELECT 1 FROM event_subject WHERE kind = 'row' AND event_subject.id = row_id AND event_subject.seq = count_result.seq)`
  ],
  [
    'a count is over by its last event',
    `SELECT 'count ' || count_no AS subject, state AS found, coalesce(event.kind, 'no event') AS expected
     FROM stock_count LEFT JOIN event ON event.seq = ended_seq
     WHERE 'count-' || state IS NOT coalesce(event.kind, 'count-open')`
  ],
  [
    'a place is open while its count is',
    `SELECT count_no || ', ' || location AS subject, iif(is_open, 'open', 'over') AS found, state AS expected
     FROM count_place JOIN stock_count ON stock_count.id = count_id WHERE is_open <> (state = 'open')`
  ]
]
