/** What must be true of issues: each rule, and the query for what breaks it. */
export const QUALITY_RULES: readonly (readonly [rule: string, sql: string])[] = [
  [
    'an issue holds only while it is open',
    `SELECT 'issue ' || issue_no AS subject, 'holds' AS found, 'closed and holding nothing' AS expected
     FROM issue WHERE closed_seq IS NOT NULL AND holds = 1`
  ],
  [
    'an issue holds by its last word',
    `SELECT 'issue ' || issue_no AS subject, iif(holds, 'holds', 'holds nothing') AS found,
       iif(told.holds_last, 'holds', 'holds nothing') AS expected
     FROM issue JOIN (
       SELECT id AS issue_id, (
         SELECT CASE event.kind WHEN 'issue-held' THEN 1 WHEN 'issue-released' THEN 0
           ELSE json_extract(event.data, '$.holds') END
         FROM event_subject JOIN event USING (seq)
         WHERE event_subject.kind = 'issue' AND event_subject.id = issue.id
           AND event.kind IN ('issue-raised', 'issue-held', 'issue-released')
         ORDER BY seq DESC LIMIT 1) AS holds_last
       FROM issue) AS told ON told.issue_id = issue.id
     WHERE holds IS NOT told.holds_last`
  ],
  [
    'an issue of stock concerns the row that it was raised on',
    `SELECT 'issue ' || issue_no AS subject, 'no such row' AS found, 'row ' || row_id AS expected
     FROM issue WHERE row_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM issue_row WHERE issue_row.issue_id = issue.id AND issue_row.row_id = issue.row_id)`
  ],
  [
    'what an issue took out is what left the stock',
    `SELECT 'issue ' || issue_no AS subject, coalesce(sum(-movement.quantity), 0) || ' millionths left' AS found,
       issue_disposition.quantity || ' millionths ' || issue_disposition.kind AS expected
     FROM issue_disposition JOIN issue ON issue.id = issue_id
       LEFT JOIN movement ON movement.seq = issue_disposition.seq AND movement.row_id = issue_disposition.row_id
         AND movement.kind = CASE issue_disposition.kind WHEN 'scrap' THEN 'scrapped' ELSE 'returned' END
     WHERE issue_disposition.kind IN ('scrap', 'return')
     GROUP BY issue_disposition.id HAVING coalesce(sum(-movement.quantity), 0) <> issue_disposition.quantity`
  ],
  [
    'only an issue sends stock back',
    `SELECT 'event ' || seq AS subject, 'returned without a disposition' AS found, 'a disposition of an issue' AS expected
     FROM movement WHERE kind = 'returned' AND seq NOT IN (SELECT seq FROM issue_disposition)`
  ],
  [
    'what is let through was there',
    `SELECT 'issue ' || issue_no AS subject, sum(quantity) / 1000000.0 || ' let through' AS found, '1 unit at most' AS expected
     FROM issue_disposition JOIN issue ON issue.id = issue_id
     WHERE subject = 'unit' AND kind IN ('use-as-is', 'rework')
     GROUP BY issue_id HAVING sum(quantity) > 1000000`
  ]
]
