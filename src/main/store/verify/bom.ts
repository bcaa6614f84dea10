import { loopsAmong } from '../../../core/assembly/bom-loops.ts'
import { describeLoop } from '../../../core/assembly/bom.ts'
import { atRevision } from '../../../core/words.ts'
import { allBomUses } from '../bom.ts'
import type { ReadableDb } from '../database.ts'

/** What must be true of bills of materials: each rule, and the query for what breaks it. */
export const BOM_RULES: readonly (readonly [rule: string, sql: string])[] = [
  [
    'a substitute is another part',
    `SELECT 'bill line ' || bom_line.id AS subject, 'substitute ' || part_number AS found,
       'neither the component nor what it goes into' AS expected
     FROM bom_substitute JOIN bom_line ON bom_line.id = bom_line_id JOIN part ON part.id = bom_substitute.part_id
     WHERE bom_substitute.part_id IN (bom_line.part_id, component_id)`
  ]
]

interface Finding {
  readonly rule: string
  readonly subject: string
  readonly found: string
  readonly expected: string
}

/** Bills that contain themselves, through whatever others: each line that closes a loop. */
export function billLoops(db: ReadableDb, most: number): readonly Finding[] {
  const uses = allBomUses(db)
  return [...loopsAmong(uses, uses, most)].map(([{ parent, component }, loop]) => ({
    rule: 'a bill never contains itself',
    subject: `${component} in ${atRevision(parent)}`,
    found: describeLoop(loop),
    expected: 'no loop'
  }))
}
