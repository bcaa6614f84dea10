import type { BackupsView } from '../../../../ipc/views.ts'
import { formatMoment } from '../../ui/moments.ts'
import { backupAge } from './backup-age.ts'
import type { BackupFields } from './config-form.ts'
import type { ProblemOf } from './fields.ts'
import classes from './form-section.module.css'
import { TextField } from './text-field.tsx'

export interface BackupCardProps {
  readonly backups: BackupFields
  /** What the station has written. */
  readonly written: BackupsView
  readonly problem: ProblemOf
  readonly onChange: (backups: BackupFields) => void
}

/** How many backups are kept, and what there is. */
export function BackupCard({ backups, written, problem, onChange }: BackupCardProps) {
  const { newest } = written
  return (
    <div className={classes.fields}>
      <TextField
        label="Daily backups that are kept"
        value={backups.keep}
        placeholder="7"
        problem={problem('backups.keep')}
        onChange={(keep) => onChange({ ...backups, keep })}
      />
      <div className={`${classes.wide} ${classes.said}`}>
        <p>
          {newest
            ? `The newest is ${backupAge(newest.at, Date.now())}: ${formatMoment(newest.at)}, ${megabytes(newest.bytes)}.`
            : 'There is none yet. The first is written once nobody has scanned for a minute.'}
        </p>
        <p>In {written.folder}. Copy them to another computer too: this disk may fail.</p>
        {written.problem !== null && (
          <p role="alert" className={classes.trouble}>
            {written.problem}
          </p>
        )}
      </div>
    </div>
  )
}

function megabytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1_000_000))} MB`
}
