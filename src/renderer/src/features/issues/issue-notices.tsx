import { Button } from '@mantine/core'
import { IconAlertOctagon } from '@tabler/icons-react'
import { Failure } from '../../ui/failure.tsx'
import { IssueStateMark } from './issue-marks.tsx'
import { useIssuesAbout } from './queries.ts'
import type { About } from './queries.ts'
import classes from './issue-notices.module.css'

const MOST_SHOWN = 4

export interface IssueNoticesProps {
  readonly about: About
  readonly onOpen: (issue: string) => void
  readonly onRaise: () => void
}

/** The open issues of something that is on another screen, what holds it first, and the way to raise one. */
export function IssueNotices({ about, onOpen, onRaise }: IssueNoticesProps) {
  const { data = [], error } = useIssuesAbout(about)
  const issues = data.filter(({ isOpen }) => isOpen).sort((a, b) => Number(b.holds) - Number(a.holds))
  const shown = issues.slice(0, MOST_SHOWN)
  return (
    <div className={classes.notices} role="group" aria-label="Issues">
      {error && <Failure inline what="Its issues could not be read" error={error} />}
      {shown.map((issue) => (
        <button
          key={issue.number}
          type="button"
          className={classes.notice}
          data-holds={issue.holds || undefined}
          onClick={() => onOpen(issue.number)}
        >
          <IssueStateMark issue={issue} />
          <span className={classes.title}>
            {issue.number} {issue.title}
          </span>
        </button>
      ))}
      {issues.length > shown.length && <p className={classes.more}>and {issues.length - shown.length} more</p>}
      <Button size="md" variant="default" leftSection={<IconAlertOctagon size={20} aria-hidden />} onClick={onRaise}>
        Raise an issue
      </Button>
    </div>
  )
}
