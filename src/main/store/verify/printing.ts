import type { SqlRule } from './rule.ts'

/** How a label is called in what breaks a rule. */
const NAME = `label || ' copy ' || copy AS subject`

const RANK = `coalesce(json_extract(label.evidence, '$.rank'), 'nobody')`

/** Then somebody's word may stand for what the printer could not say; and after a backup was put back nobody knows what was sent. */
const WAS_IN_DOUBT = `EXISTS (SELECT 1 FROM label_step WHERE label_id = label.id AND state = 'unknown')`

/** Scans are not kept for ever: it is enough that there was one of that number. */
const HAS_SCAN = `coalesce(json_extract(label.evidence, '$.scan')
  <= (SELECT seq FROM sqlite_sequence WHERE name = 'scan'), FALSE)`

/** What must be true of the print ledger and of what hangs on it: each rule, and the query for what breaks it. */
export const PRINTING_RULES: readonly SqlRule[] = [
  [
    'a printer stands still for labels that are in doubt',
    `SELECT 'printer ' || printer AS subject, 'no label in doubt since ' || at AS found, 'a label that is unknown' AS expected
     FROM print_stop WHERE NOT EXISTS (
       SELECT 1 FROM label INDEXED BY label_by_state
       WHERE label.state = 'unknown' AND label.printer = print_stop.printer AND (
         SELECT max(id) FROM label_step WHERE label_id = label.id AND state = 'unknown') >= print_stop.from_step)`
  ],
  [
    'a label that is asked for back is void',
    `SELECT ${NAME}, state AS found, 'void' AS expected
     FROM label_return JOIN label ON label.id = label_id WHERE state <> 'void'`
  ],
  [
    'a label is asked for by a receipt that was taken back',
    `SELECT ${NAME}, iif(receipt_line_id IS NULL, 'of no receipt', 'of a receipt line that stands') AS found,
       'of a receipt line that was taken back' AS expected
     FROM label_return JOIN label ON label.id = label_id LEFT JOIN receipt_line ON receipt_line.id = receipt_line_id
     WHERE reversed_seq IS NULL`
  ],
  [
    'what a receipt took back left no label that is good',
    `SELECT ${NAME}, state AS found, 'void' AS expected
     FROM receipt_line JOIN label ON label.receipt_line_id = receipt_line.id
     WHERE reversed_seq IS NOT NULL AND state <> 'void'`
  ],
  [
    'a label is back, or given up with a name and a reason, or neither',
    `SELECT ${NAME}, iif(returned_at IS NOT NULL, 'back and given up', 'given up') AS found,
       'back, or given up by somebody for a reason' AS expected
     FROM label_return JOIN label ON label.id = label_id
     WHERE (lost_at IS NOT NULL AND (returned_at IS NOT NULL OR coalesce(trim(lost_by), '') = '' OR coalesce(trim(lost_reason), '') = ''))
       OR (lost_at IS NULL AND (lost_by IS NOT NULL OR lost_reason IS NOT NULL))`
  ],
  [
    'what became of a label that was asked for is told by an event',
    `SELECT ${NAME}, iif(returned_at IS NOT NULL, 'back', 'given up') AS found, 'an event that says so' AS expected
     FROM label_return JOIN label ON label.id = label_id
     WHERE (returned_at IS NOT NULL OR lost_at IS NOT NULL) AND NOT EXISTS (
       SELECT 1 FROM event_subject JOIN event ON event.seq = event_subject.seq
       WHERE event_subject.kind = 'label' AND event_subject.id = label_id
         AND event.kind = iif(returned_at IS NOT NULL, 'label-brought-back', 'labels-lost'))`
  ],
  [
    'a torn half is of a label that came out',
    `SELECT ${NAME}, 'no step to printed' AS found, 'a label that was printed' AS expected
     FROM torn_label JOIN label ON label.id = torn_label.label_id
     WHERE NOT EXISTS (SELECT 1 FROM label_step WHERE label_step.label_id = label.id AND state IN ('printed', 'verified'))`
  ],
  [
    // All in one pass: the rows are wide, and there may be a million.
    'a label’s state and its evidence agree',
    `SELECT ${NAME}, state || ', ' || problem AS found, expected
     FROM (
       SELECT label, copy, label.state, CASE
           WHEN last.evidence <> label.evidence THEN 'and other evidence than its last step'
           WHEN label.state IN ('queued', 'failed', 'void') THEN NULL
           WHEN zpl IS NULL AND NOT ${WAS_IN_DOUBT} THEN 'and no bytes that were sent'
           WHEN label.state = 'printed' AND ${RANK} = 'counter'
             AND json_extract(label.evidence, '$.after') - json_extract(label.evidence, '$.before') IS NOT 1
             THEN 'with a counter from ' || coalesce(json_extract(label.evidence, '$.before'), 'nothing') || ' to '
               || coalesce(json_extract(label.evidence, '$.after'), 'nothing')
           WHEN label.state = 'printed' AND ${RANK} NOT IN ('counter', 'status') AND NOT ${WAS_IN_DOUBT}
             THEN 'by the word of ' || ${RANK}
           WHEN label.state = 'verified' AND NOT ${HAS_SCAN} AND NOT ${WAS_IN_DOUBT} THEN 'and no scan of it'
         END AS problem, 'evidence of the same, and what follows from its state' AS expected
       FROM label JOIN label_step AS last ON last.id = (SELECT max(id) FROM label_step WHERE label_id = label.id))
     WHERE problem IS NOT NULL`
  ],
  [
    'of the copies of a label only the newest is good',
    `SELECT older.label || ' copy ' || older.copy AS subject, older.state AS found, 'void' AS expected
     FROM label AS newer JOIN label AS older ON older.label = newer.label AND older.copy = newer.copy - 1
     WHERE newer.copy > 1 AND older.state <> 'void'`
  ]
]
