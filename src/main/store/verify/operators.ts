import type { SqlRule } from './rule.ts'

/** The events that concern people, found without reading all the others. */
const OF_OPERATORS = `SELECT seq FROM event_subject WHERE kind = 'operator'`

/** What must be true of operators, of what they approved, and of receipts that were taken back. */
export const OPERATOR_RULES: readonly SqlRule[] = [
  [
    'a station with operators has an admin',
    `SELECT 'operators' AS subject, count(*) || ' here, none of them an admin' AS found, 'at least 1 admin' AS expected
     FROM operator WHERE active = 1
     HAVING count(*) > 0 AND count(*) FILTER (WHERE role = 'admin') = 0`
  ],
  [
    'a lock comes after five wrong tries, and ends',
    `SELECT 'operator ' || name AS subject, wrong_tries || ' wrong tries, locked until ' || coalesce(locked_until, 'never')
       AS found, 'fewer than 5 tries, or a lock' AS expected
     FROM operator WHERE wrong_tries >= 5 OR (locked_until IS NOT NULL AND julianday(locked_until) IS NULL)`
  ],
  [
    'a word was given by an operator',
    `SELECT 'event ' || seq AS subject, coalesce(json_extract(data, '$.lead'), 'nobody') AS found,
       'an operator that the event concerns' AS expected
     FROM event WHERE seq IN (${OF_OPERATORS}) AND kind = 'approval-given'
       AND NOT EXISTS (SELECT 1 FROM event_subject JOIN operator ON operator.id = event_subject.id
         WHERE event_subject.seq = event.seq AND event_subject.kind = 'operator'
           AND operator.name = json_extract(event.data, '$.lead') AND operator.name = event.operator)`
  ],
  [
    'a word was given by who may give it',
    `SELECT 'event ' || seq AS subject, coalesce(json_extract(data, '$.role'), 'nobody') AS found,
       'lead or admin' AS expected
     FROM event WHERE seq IN (${OF_OPERATORS}) AND kind = 'approval-given'
       AND coalesce(json_extract(data, '$.role'), '') NOT IN ('lead', 'admin')`
  ],
  [
    'a receipt is taken back by an event that took as much',
    `SELECT 'receipt line ' || receipt_line.id AS subject,
       coalesce((SELECT -sum(movement.quantity) FROM movement
         WHERE movement.seq = reversed_seq AND movement.kind = 'reversed'), 0) || ' millionths taken back' AS found,
       receipt_line.quantity || ' millionths' AS expected
     FROM receipt_line LEFT JOIN event ON event.seq = reversed_seq
     WHERE reversed_seq IS NOT NULL AND (event.kind IS NOT 'receipt-reversed'
       OR NOT EXISTS (SELECT 1 FROM event_subject WHERE event_subject.seq = reversed_seq
         AND event_subject.kind = 'receipt-line' AND event_subject.id = receipt_line.id)
       OR receipt_line.quantity IS NOT (SELECT -sum(movement.quantity) FROM movement
         WHERE movement.seq = reversed_seq AND movement.kind = 'reversed'))`
  ],
  [
    'only a receipt that was taken back takes stock back',
    `SELECT 'movement ' || movement.id AS subject, 'reversed by event ' || movement.seq AS found,
       'a receipt line that this event took back' AS expected
     FROM movement WHERE movement.kind = 'reversed'
       AND NOT EXISTS (SELECT 1 FROM receipt_line WHERE reversed_seq = movement.seq)`
  ]
]
