import type { SqlRule } from './rule.ts'

/** What must be true of runs: each rule, and the query for what breaks it. */
export const ASSEMBLY_RULES: readonly SqlRule[] = [
  [
    'a unit is installed in one place',
    `SELECT 'serial ' || serial AS subject, sum(installation.quantity - removed) / 1000000 || ' installations' AS found,
       iif(inventory_row.quantity = 0, '1 at most', 'none while it is in stock') AS expected
     FROM installation JOIN inventory_row ON inventory_row.id = row_id
     WHERE serial IS NOT NULL AND installation.quantity > removed
     GROUP BY row_id HAVING sum(installation.quantity - removed) + inventory_row.quantity > 1000000`
  ],
  [
    'what is installed has left the stock',
    `SELECT 'row ' || row_id AS subject, sum(installed) || ' millionths' AS found, sum(moved) || ' millionths moved' AS expected
     FROM (
       SELECT row_id, sum(quantity) AS installed, 0 AS moved FROM installation GROUP BY row_id
       UNION ALL SELECT row_id, 0, -sum(quantity) FROM movement NOT INDEXED WHERE kind = 'installed' GROUP BY row_id)
     GROUP BY row_id HAVING sum(installed) <> sum(moved)`
  ],
  [
    'what is taken out is in stock again',
    `SELECT 'row ' || row_id AS subject, sum(removed) || ' millionths' AS found, sum(moved) || ' millionths moved' AS expected
     FROM (
       SELECT row_id, sum(removed) AS removed, 0 AS moved FROM installation GROUP BY row_id
       UNION ALL SELECT row_id, 0, sum(quantity) FROM movement NOT INDEXED WHERE kind = 'removed' GROUP BY row_id)
     GROUP BY row_id HAVING sum(removed) <> sum(moved)`
  ],
  [
    'what is completed was built',
    `SELECT 'build ' || build.id AS subject, coalesce(sum(movement.quantity), 0) || ' millionths built' AS found,
       build.quantity || ' millionths' AS expected
     FROM build LEFT JOIN movement
       ON movement.seq = completed_seq AND movement.kind = 'built' AND movement.row_id = build.row_id
     WHERE completed_seq IS NOT NULL
     GROUP BY build.id HAVING coalesce(sum(movement.quantity), 0) <> build.quantity`
  ],
  [
    'what was built was completed',
    `SELECT 'event ' || movement.seq AS subject, 'built' AS found, 'a completed build' AS expected
     FROM movement WHERE kind = 'built'
       AND NOT EXISTS (SELECT 1 FROM build WHERE completed_seq = movement.seq AND build.row_id = movement.row_id)`
  ],
  [
    'a unit that is built has one build',
    `SELECT 'serial ' || serial AS subject, count(*) || ' builds' AS found, '1 build' AS expected
     FROM build JOIN inventory_row ON inventory_row.id = row_id
     WHERE build.tracking = 'serial' GROUP BY row_id HAVING count(*) > 1`
  ],
  [
    'a run builds what it is for',
    `SELECT 'run ' || run_no AS subject, sum(build.quantity) || ' millionths' AS found,
       run.quantity || ' millionths' AS expected
     FROM run JOIN build ON build.run_id = run.id AND parent_id IS NULL
     GROUP BY run.id HAVING sum(build.quantity) > run.quantity
       OR (run.completed_seq IS NOT NULL AND sum(iif(build.completed_seq IS NULL, 0, build.quantity)) <> run.quantity)`
  ],
  [
    'a run that builds has started',
    `SELECT DISTINCT 'run ' || run_no AS subject, 'builds' AS found, 'started first' AS expected
     FROM run JOIN build ON build.run_id = run.id WHERE run.started_seq IS NULL`
  ],
  [
    'a component is on the bill of its run',
    `SELECT 'installation ' || installation.id AS subject, 'part ' || inventory_row.part_id AS found,
       'part ' || component_id || ' or a substitute, on a line of what is built' AS expected
     FROM installation
       JOIN inventory_row ON inventory_row.id = installation.row_id
       JOIN build ON build.id = build_id
       JOIN run_line ON run_line.id = installation.run_line_id
     WHERE run_line.run_id <> build.run_id OR run_line.part_id <> build.part_id OR run_line.revision <> build.revision
       OR (component_id <> inventory_row.part_id AND NOT EXISTS (
         SELECT 1 FROM run_line_substitute
         WHERE run_line_id = run_line.id AND run_line_substitute.part_id = inventory_row.part_id))`
  ],
  [
    'a unit that was built has a label',
    `SELECT 'serial ' || serial AS subject, 'no label' AS found, 'a label in the print ledger' AS expected
     FROM build JOIN inventory_row ON inventory_row.id = row_id
     WHERE completed_seq IS NOT NULL AND serial IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM label WHERE label.row_id = inventory_row.id)`
  ],
  [
    // Only what is in something and has something in it can be part of a circle.
    'nothing is made of itself',
    `WITH RECURSIVE
       holding AS (
         SELECT build.row_id AS parent, installation.row_id AS child
         FROM installation JOIN build ON build.id = build_id
           JOIN inventory_row ON inventory_row.id = installation.row_id
         WHERE installation.quantity > removed AND build.tracking = 'serial' AND serial IS NOT NULL),
       above (start, row) AS (
         SELECT child, parent FROM holding WHERE child IN (SELECT parent FROM holding)
         UNION SELECT start, parent FROM above JOIN holding ON child = row)
     SELECT 'row ' || start AS subject, 'inside itself' AS found, 'inside another' AS expected
     FROM above WHERE start = row`
  ]
]
