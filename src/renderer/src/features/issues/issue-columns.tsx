import type { IssueView } from '../../../../ipc/issue-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import type { Column } from '../../ui/table-column.ts'
import { IssueStateMark, SeverityMark } from './issue-marks.tsx'
import { SUBJECT_WORDS } from './issue-words.ts'
import classes from './issue-columns.module.css'

export const ISSUE_COLUMNS: readonly Column<IssueView>[] = [
  {
    key: 'issue',
    title: 'Issue',
    width: 'minmax(180px, 1fr)',
    cell: ({ number, title, subject, code }) => (
      <span className={classes.issue}>
        <span className={classes.title} title={title}>
          {title}
        </span>
        <span className={classes.about}>
          {number} · {SUBJECT_WORDS[subject]} <CodeText>{code}</CodeText>
        </span>
      </span>
    )
  },
  {
    key: 'state',
    title: 'State',
    width: '122px',
    cell: (issue) => (
      <span className={classes.issue}>
        <IssueStateMark issue={issue} />
        <SeverityMark severity={issue.severity} />
      </span>
    )
  }
]
