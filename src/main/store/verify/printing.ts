import type { SqlRule } from './rule.ts'

/** How a label is called in what breaks a rule. */
const NAME = `label || ' copy ' || copy AS subject`

/** Ranks that a state may rest on: a printer's word, a queue's, a scan, or a person's, which keeps the rank that was there. */
const PRINTED_BY_PRINTER = `coalesce(json_extract(evidence, '$.rank'), '') IN ('counter', 'status')`

/** What must be true of the print ledger and of what hangs on it: each rule, and the query for what breaks it. */
export const PRINTING_RULES: readonly SqlRule[] = [
  [
    'a printer stands still for labels that are in doubt',
    `SELECT 'printer ' || printer AS subject, 'no label in doubt since ' || at AS found, 'a label that is unknown' AS expected
     FROM print_stop WHERE NOT EXISTS (
       SELECT 1 FROM label INDEXED BY label_by_state
       WHERE label.state = 'unknown' AND label.printer = print_stop.printer AND label.at >= print_stop.at)`
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
    'a label comes back after it was asked for',
    `SELECT ${NAME}, 'back at ' || returned_at AS found, 'after ' || asked_at AS expected
     FROM label_return JOIN label ON label.id = label_id WHERE returned_at < asked_at OR lost_at < asked_at`
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
    'a torn half is noted after its label was sent',
    `SELECT ${NAME}, 'torn at ' || torn_label.at AS found, 'after ' || sent.at AS expected
     FROM torn_label JOIN label ON label.id = torn_label.label_id JOIN label_step AS sent ON sent.label_id = label.id AND sent.state = 'sending'
     GROUP BY label.id HAVING torn_label.at < min(sent.at)`
  ],
  [
    'a label’s evidence is that of its last step',
    `SELECT ${NAME}, label.evidence AS found, last.evidence AS expected
     FROM label JOIN label_step AS last ON last.id = (SELECT max(id) FROM label_step WHERE label_id = label.id)
     WHERE last.evidence <> label.evidence`
  ],
  [
    'a label that is printed has somebody’s word for it',
    `SELECT ${NAME}, 'printed by ' || coalesce(json_extract(evidence, '$.rank'), 'nobody') AS found,
       'a counter, a status, or what somebody found' AS expected
     FROM label WHERE state = 'printed' AND NOT (${PRINTED_BY_PRINTER})
       AND NOT EXISTS (SELECT 1 FROM label_step WHERE label_id = label.id AND state = 'unknown')`
  ],
  [
    'a label that a counter printed moved it by one',
    `SELECT ${NAME}, 'counter from ' || coalesce(json_extract(evidence, '$.before'), 'nothing') || ' to '
         || coalesce(json_extract(evidence, '$.after'), 'nothing') AS found, 'one more' AS expected
     FROM label WHERE state = 'printed' AND json_extract(evidence, '$.rank') = 'counter'
       AND json_extract(evidence, '$.after') - json_extract(evidence, '$.before') IS NOT 1`
  ],
  [
    'a label that was scanned back has its scan',
    `SELECT ${NAME}, 'no scan' AS found, 'the scan that verified it, or somebody’s word at a printer that stopped' AS expected
     FROM label WHERE state = 'verified'
       AND NOT coalesce(json_extract(evidence, '$.scan') <= (SELECT seq FROM sqlite_sequence WHERE name = 'scan'), FALSE)
       AND NOT EXISTS (SELECT 1 FROM label_step WHERE label_id = label.id AND state = 'unknown')`
  ],
  [
    'what was sent to a printer is known to the byte',
    `SELECT ${NAME}, state AS found, 'queued or refused, where nothing was sent' AS expected
     FROM label WHERE state IN ('sending', 'sent', 'printed', 'verified', 'unknown') AND zpl IS NULL`
  ],
  [
    'of the copies of a label only the newest is good',
    `SELECT older.label || ' copy ' || older.copy AS subject, older.state AS found, 'void' AS expected
     FROM label AS newer JOIN label AS older ON older.label = newer.label AND older.copy = newer.copy - 1
     WHERE newer.copy > 1 AND older.state <> 'void'`
  ]
]
