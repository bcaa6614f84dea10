import { Button } from '@mantine/core'
import { IconAlertTriangleFilled } from '@tabler/icons-react'
import { failureWords } from './failure-words.ts'
import classes from './failure.module.css'

export interface FailureProps {
  /** What was being tried, as in `The labels could not be read`. */
  readonly what: string
  readonly error: unknown
  readonly onRetry?: () => void
  /** Inside a dialog or a panel, which has its own margins. */
  readonly inline?: boolean
}

/** A failure in words, with what to do next. */
export function Failure({ what, error, onRetry, inline = false }: FailureProps) {
  return (
    <div className={classes.failure} data-inline={inline || undefined} role="alert">
      <IconAlertTriangleFilled size={22} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <strong>{what}</strong>
        <p>{failureWords(error)}</p>
      </div>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  )
}
