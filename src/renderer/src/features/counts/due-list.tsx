import { Button } from '@mantine/core'
import type { DueCountView } from '../../../../ipc/counts-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { DueDay } from '../../ui/due-day.tsx'
import { dayHere } from '../../ui/moments.ts'
import { useToday } from '../../ui/use-today.ts'
import classes from './due-list.module.css'
import { useCountPlace } from './queries.ts'

/** Places that are to be counted, the first one first; a press begins there. */
export function DueList({ due }: { readonly due: readonly DueCountView[] }) {
  const goCount = useCountPlace()
  const today = useToday()
  return (
    <ul className={classes.due} aria-label="Due for counting">
      {due.map(({ location, due: day, by, lastCounted, openCount }) => (
        <li key={location} className={classes.place}>
          <span className={classes.code}>
            <CodeText>{location}</CodeText>
          </span>
          <DueDay due={day} today={today} />
          <span className={classes.quiet}>
            {by.join('; ')}. {lastCounted === null ? 'Never counted' : `Counted ${dayHere(lastCounted)}`}
            {openCount === null ? '' : `, in ${openCount} now`}
          </span>
          <Button size="md" variant="default" aria-label={`Count ${location}`} onClick={() => goCount(location)}>
            {openCount === null ? 'Count' : 'Go on'}
          </Button>
        </li>
      ))}
    </ul>
  )
}
