import { useState } from 'react'
import { Failure } from '../../ui/failure.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { AddFiles } from './add-files.tsx'
import { CommentForm } from './comment-form.tsx'
import { DisposeDialog } from './dispose-dialog.tsx'
import { IssueActions } from './issue-actions.tsx'
import type { IssueAction } from './issue-actions.tsx'
import { IssueHeader } from './issue-header.tsx'
import { IssueRows } from './issue-rows.tsx'
import { IssueTimeLine } from './issue-time-line.tsx'
import { useIssue } from './queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import classes from './issue-detail.module.css'

export interface IssueDetailProps {
  readonly number: string
  /** What went wrong while it was raised, to be told here. */
  readonly notice: string | null
  readonly onTrace: (code: string, part: string | null) => void
  /** Raises a new issue about the same thing. */
  readonly onRaiseAgain: (code: string, part: string) => void
}

/** One issue: what it is about, what can be done, what there is of it, and all that was said and decided. */
export function IssueDetail({ number, notice, onTrace, onRaiseAgain }: IssueDetailProps) {
  const { data: issue, error, refetch } = useIssue(number)
  const [action, setAction] = useState<IssueAction | null>(null)
  if (error)
    return (
      <aside className={classes.detail}>
        <Failure what={`${number} could not be read`} error={error} onRetry={() => void refetch()} />
      </aside>
    )
  if (!issue) return <aside className={classes.detail} aria-busy />
  const close = () => setAction(null)
  return (
    <aside className={classes.detail} aria-label={`Issue ${number}`}>
      <IssueHeader issue={issue} onTrace={onTrace} />
      {notice !== null && <Refusal>The issue is raised, and a file was not added to it. {notice}</Refusal>}
      <IssueActions
        issue={issue}
        onAction={setAction}
        onRaiseAgain={() => onRaiseAgain(issue.code, issue.partNumber)}
      />
      <IssueRows issue={issue} />
      <Panel title="What was said and done">
        <IssueTimeLine history={issue.history} />
      </Panel>
      {issue.isOpen && (
        <>
          <CommentForm issue={number} />
          <AddFiles issue={number} />
        </>
      )}
      <DisposeDialog issue={issue} opened={action === 'dispose'} onClose={close} />
      <ReasonDialog issue={issue} action={action === 'dispose' ? null : action} onClose={close} />
    </aside>
  )
}
