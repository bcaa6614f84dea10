import { Button, Textarea } from '@mantine/core'
import { MAX_REASON_LENGTH } from '../../../core/reason.ts'
import classes from './reason-field.module.css'

export interface ReasonFieldProps {
  readonly usual?: readonly string[]
  /** Where the reason is kept. */
  readonly description?: string
  readonly value: string
  readonly onChange: (reason: string) => void
  readonly autoFocus?: boolean
}

/** A reason: one of the usual ones with a press, or another in words. */
export function ReasonField({
  usual = [],
  description = 'It is kept in the history, with your name.',
  value,
  onChange,
  autoFocus = false
}: ReasonFieldProps) {
  return (
    <>
      {usual.length > 0 && (
        <div className={classes.usual} role="group" aria-label="Usual reasons">
          {usual.map((reason) => (
            <Button
              key={reason}
              size="md"
              variant={value === reason ? 'filled' : 'default'}
              aria-pressed={value === reason}
              onClick={() => onChange(reason)}
            >
              {reason}
            </Button>
          ))}
        </div>
      )}
      <Textarea
        label="Reason"
        description={description}
        size="md"
        rows={2}
        maxLength={MAX_REASON_LENGTH}
        autoFocus={autoFocus}
        data-autofocus={autoFocus || undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  )
}
