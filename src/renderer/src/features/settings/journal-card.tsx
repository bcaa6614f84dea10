import type { JournalFields } from './config-form.ts'
import type { ProblemOf } from './fields.ts'
import classes from './form-section.module.css'
import { TextField } from './text-field.tsx'

export interface JournalCardProps {
  readonly journal: JournalFields
  readonly problem: ProblemOf
  readonly onChange: (journal: JournalFields) => void
}

/** How long scans are kept. */
export function JournalCard({ journal, problem, onChange }: JournalCardProps) {
  return (
    <div className={classes.fields}>
      <TextField
        label="Days that scans are kept"
        value={journal.keepDays}
        placeholder="400"
        problem={problem('journal.keepDays')}
        onChange={(keepDays) => onChange({ ...journal, keepDays })}
      />
    </div>
  )
}
