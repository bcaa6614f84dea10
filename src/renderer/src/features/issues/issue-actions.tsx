import { Button } from '@mantine/core'
import { IconGavel, IconHandStop, IconLock, IconLockOpen, IconPlus } from '@tabler/icons-react'
import type { IssueDetailView } from '../../../../ipc/issue-views.ts'
import classes from './issue-detail.module.css'

export type IssueAction = 'dispose' | 'hold' | 'release' | 'close'

export interface IssueActionsProps {
  readonly issue: IssueDetailView
  readonly onAction: (action: IssueAction) => void
  readonly onRaiseAgain: () => void
}

/** What can be done with an issue as it stands, by who is at the station. */
export function IssueActions({ issue, onAction, onRaiseAgain }: IssueActionsProps) {
  const { isOpen, holds, mayDecide, deciders } = issue
  if (!isOpen)
    return (
      <div className={classes.actions}>
        <Button size="lg" variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={onRaiseAgain}>
          Raise a new issue about it
        </Button>
      </div>
    )
  return (
    <>
      <div className={classes.actions}>
        <Button
          size="lg"
          disabled={!mayDecide}
          leftSection={<IconGavel size={20} aria-hidden />}
          onClick={() => onAction('dispose')}
        >
          Decide
        </Button>
        {holds ? (
          <Button
            size="lg"
            variant="default"
            disabled={!mayDecide}
            leftSection={<IconLockOpen size={20} aria-hidden />}
            onClick={() => onAction('release')}
          >
            Let it go
          </Button>
        ) : (
          <Button
            size="lg"
            variant="default"
            leftSection={<IconHandStop size={20} aria-hidden />}
            onClick={() => onAction('hold')}
          >
            Put it on hold
          </Button>
        )}
        <Button
          size="lg"
          variant="default"
          disabled={!mayDecide}
          leftSection={<IconLock size={20} aria-hidden />}
          onClick={() => onAction('close')}
        >
          Close the issue
        </Button>
      </div>
      {!mayDecide && (
        <p className={classes.quiet}>
          To let it go, to decide and to close is for {deciders}: have one of them sign in. Anybody may comment, add
          files and put it on hold.
        </p>
      )}
    </>
  )
}
