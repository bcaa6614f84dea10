import { Button, Textarea } from '@mantine/core'
import { MAX_TEXT_LENGTH } from '../../../../core/quality/issue.ts'
import classes from './dialogs.module.css'

export interface ReasonFieldProps {
  readonly usual: readonly string[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoFocus?: boolean
}

/** Why: with the usual reasons a touch away. */
export function ReasonField({ usual, value, onChange, autoFocus = false }: ReasonFieldProps) {
  return (
    <>
      <div className={classes.choices} role="group" aria-label="Usual reasons">
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
      <Textarea
        label="Reason"
        description="It is kept in the history, with your name."
        size="md"
        rows={2}
        maxLength={MAX_TEXT_LENGTH}
        data-autofocus={autoFocus || undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  )
}
