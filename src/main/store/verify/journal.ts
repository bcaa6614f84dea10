import type { SqlRule } from './rule.ts'

/** The index is filled from the oldest scan on, so that only the newest may still be missing in it. */
const SEARCHED = `SELECT 'scan ' || scan.id AS subject, 'not in the index' AS found, 'in the index' AS expected
  FROM scan WHERE outcome IS NOT NULL AND id <= (SELECT max(id) FROM scan_search_docsize)
    AND NOT EXISTS (SELECT 1 FROM scan_search_docsize WHERE scan_search_docsize.id = scan.id)`

const FORGOTTEN = `SELECT 'scan ' || id AS subject, 'in the index' AS found, 'a scan of the journal' AS expected
  FROM scan_search_docsize WHERE NOT EXISTS (SELECT 1 FROM scan WHERE scan.id = scan_search_docsize.id)`

const EVENTS = `SELECT 'scan ' || id AS subject, 'events ' || coalesce(first_event, 'none') || ' to ' || coalesce(last_event, 'none') AS found,
    'events that are there, behind those of the scan before' AS expected
  FROM (SELECT id, first_event, last_event, lag(last_event) OVER (ORDER BY id) AS before
    FROM scan WHERE first_event IS NOT NULL OR last_event IS NOT NULL)
  WHERE first_event IS NULL OR last_event IS NULL OR last_event < first_event OR first_event <= coalesce(before, 0)
    OR last_event > (SELECT max(seq) FROM event)`

const ANSWERED = `SELECT 'scan ' || id AS subject, 'half an answer' AS found, 'all of an answer or nothing' AS expected
  FROM scan WHERE (outcome IS NULL) <> (sound IS NULL) OR (outcome IS NULL) <> (meaning IS NULL)`

/** What must be true of the scan journal. */
export const JOURNAL_RULES: readonly SqlRule[] = [
  ['a scan that was answered can be searched', SEARCHED],
  ['what is searched was scanned', FORGOTTEN],
  ['a scan has its own events', EVENTS],
  ['a scan is answered whole', ANSWERED]
]
