import { Button, Textarea } from '@mantine/core'
import classes from './dialog.module.css'

export interface ReasonFieldsProps {
  readonly usual: readonly string[]
  readonly value: string
  readonly onChange: (reason: string) => void
  readonly autoFocus?: boolean
}

/** A reason: one of the usual ones with a press, or another in words. */
export function ReasonFields({ usual, value, onChange, autoFocus = false }: ReasonFieldsProps) {
  return (
    <>
      <div className={classes.choices} role="group" aria-label="Usual reasons">
        {usual.map((each) => (
          <Button
            key={each}
            size="md"
            variant={value === each ? 'filled' : 'default'}
            aria-pressed={value === each}
            onClick={() => onChange(each)}
          >
            {each}
          </Button>
        ))}
      </div>
      <Textarea
        label="Reason"
        description="It is kept in the history, with your name."
        size="md"
        rows={2}
        maxLength={500}
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  )
}
