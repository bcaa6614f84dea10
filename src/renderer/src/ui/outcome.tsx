import { Button } from '@mantine/core'
import form from './form.module.css'

export interface OutcomeProps {
  readonly words: string
  /** What the one button says. */
  readonly back: string
  readonly onBack: () => void
}

/** What came of a form, in its place: there is nothing more to fill in. */
export function Outcome({ words, back, onBack }: OutcomeProps) {
  return (
    <div className={form.form}>
      <p className={form.words} role="status">
        {words}
      </p>
      <Button size="lg" autoFocus onClick={onBack}>
        {back}
      </Button>
    </div>
  )
}
