import type { IssueDetailView } from '../../../../ipc/issue-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { formatMoment } from '../../ui/moments.ts'
import { IssueStateMark, SeverityMark } from './issue-marks.tsx'
import { SUBJECT_WORDS } from './issue-words.ts'
import classes from './issue-detail.module.css'

export interface IssueHeaderProps {
  readonly issue: IssueDetailView
  readonly onTrace: (code: string, part: string | null) => void
}

export function IssueHeader({ issue, onTrace }: IssueHeaderProps) {
  const { number, title, severity, subject, code, partNumber, location, description, closedAt } = issue
  return (
    <header className={classes.header}>
      <div className={classes.marks}>
        <span className={classes.number}>
          <CodeText>{number}</CodeText>
        </span>
        <IssueStateMark issue={issue} filled />
        <SeverityMark severity={severity} filled />
      </div>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.about}>
        {SUBJECT_WORDS[subject]}
        <button
          type="button"
          className={classes.link}
          onClick={() => onTrace(code, subject === 'unit' ? null : partNumber)}
        >
          <CodeText wrap>{code}</CodeText>
        </button>
        {subject !== 'row' && (
          <span>
            of <CodeText>{partNumber}</CodeText>
          </span>
        )}
        {location !== null && (
          <span>
            at <CodeText>{location}</CodeText>
          </span>
        )}
      </p>
      {description !== '' && <p className={classes.quiet}>{description}</p>}
      {closedAt !== null && (
        <p className={classes.quiet}>
          Closed {formatMoment(closedAt)} by {issue.closedBy}: {issue.closedFor}
        </p>
      )}
    </header>
  )
}
