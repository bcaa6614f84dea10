import type { Day } from '../../../core/clock.ts'
import { dueWords } from './day-words.ts'
import classes from './due-day.module.css'

/** A day with how far it is; nothing where no day is set. */
export function DueDay({ due, today }: { readonly due: Day | null; readonly today: Day }) {
  if (due === null) return null
  const { words, tone } = dueWords(due, today)
  return (
    <span className={classes.due}>
      <span>{due}</span>
      <span className={classes.words} data-tone={tone}>
        {words}
      </span>
    </span>
  )
}
