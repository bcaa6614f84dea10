import { fieldsOf, type TaughtLayout } from '../../../core/barcode/taught/taught-format.ts'
import type { LabelText } from '../../../core/barcode/label-text.ts'
import type { Day } from '../../../core/clock.ts'
import { readBy } from '../../../core/teaching/read-by.ts'
import { all } from '../statement.ts'
import type { ReadableDb } from '../database.ts'
import type { Problem, SqlRule } from './rule.ts'

/** What must be true of taught formats, as far as a query tells. */
export const FORMAT_RULES: readonly SqlRule[] = [
  [
    'versions of a format count from 1 without gaps',
    `SELECT 'label format ' || format_id AS subject, count(*) || ' versions up to ' || max(version) AS found,
       'as many as the number of the last' AS expected
     FROM label_format_version GROUP BY format_id HAVING count(*) <> max(version)`
  ],
  [
    'a format has a version',
    `SELECT 'label format ' || id AS subject, 'none' AS found, 'at least one version' AS expected
     FROM label_format WHERE NOT EXISTS (SELECT 1 FROM label_format_version WHERE format_id = label_format.id)`
  ],
  [
    'a version of a format comes of an event that concerns it',
    `SELECT 'label format ' || format_id || ' version ' || version AS subject, 'event ' || label_format_version.seq AS found,
       'an event of this format' AS expected
     FROM label_format_version WHERE NOT EXISTS (SELECT 1 FROM event_subject
       WHERE event_subject.seq = label_format_version.seq AND kind = 'label-format' AND id = format_id)`
  ],
  [
    'formats of one supplier have names of their own',
    `SELECT 'label formats of ' || supplier AS subject, count(*) || ' called ' || name AS found, 'one' AS expected
     FROM label_format_now GROUP BY supplier, name HAVING count(*) > 1`
  ]
]

interface VersionRow {
  readonly id: number
  readonly name: string
  readonly supplier: string
  readonly layout: string
  readonly day: Day
}

/** Formats in use that do not read the labels that they were taught by, by the day of their event. */
export function formatProblems(db: ReadableDb, most: number): readonly Problem[] {
  const versions = all<VersionRow>(
    db,
    `SELECT version_id AS id, name, supplier, layout, substr(event.at, 1, 10) AS day
     FROM label_format_now JOIN event USING (seq) WHERE layout IS NOT NULL`
  )
  const problems = versions.flatMap(({ id, name, supplier, layout: written, day }) => {
    const layout = JSON.parse(written) as TaughtLayout
    const samples = all<LabelText>(
      db,
      'SELECT text, aim FROM label_format_sample WHERE version_id = ? ORDER BY position',
      id
    )
    const unread = samples.filter((sample) => readBy({ name, layout }, sample, day) === undefined).length
    if (samples.length > 0 && unread === 0) return []
    return [
      {
        rule: 'a format reads the labels that it was taught by',
        subject: `label format ${name} of ${supplier}`,
        found: samples.length === 0 ? 'no label' : `${unread} of ${samples.length} labels not read`,
        expected: `${fieldsOf(layout).length} fields of each label`
      }
    ]
  })
  return problems.slice(0, most)
}
