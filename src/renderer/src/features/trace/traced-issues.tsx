import { IconShieldCheck } from '@tabler/icons-react'
import type { TracedIssueView } from '../../../../ipc/trace-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatMoment } from '../../ui/moments.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './traced-issues.module.css'

/** What was found wrong with a thing, and what was decided. */
export function TracedIssues({ issues }: { readonly issues: readonly TracedIssueView[] }) {
  if (issues.length === 0) {
    return (
      <EmptyState icon={IconShieldCheck} title="No issue was ever raised">
        An issue of the thing itself, of its lot or of its units shows up here.
      </EmptyState>
    )
  }
  return (
    <ul className={classes.issues} tabIndex={0} aria-label="Issues">
      {issues.toReversed().map((issue) => (
        <li key={issue.number} className={classes.issue}>
          <p className={classes.title}>
            <CodeText>{issue.number}</CodeText> {issue.title}
          </p>
          <StateMark tone={issue.holds ? 'warn' : issue.isOpen ? 'wait' : 'quiet'}>
            {issue.holds ? 'on hold' : issue.isOpen ? 'open' : 'closed'}
          </StateMark>
          <p className={classes.origin}>
            {issue.severity}, of {issue.about}, raised {formatMoment(issue.raisedAt)} by {issue.raisedBy}
          </p>
          {issue.decided.map((words) => (
            <p key={words} className={classes.origin}>
              {words}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
