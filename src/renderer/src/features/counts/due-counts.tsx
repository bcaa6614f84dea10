import { Button } from '@mantine/core'
import { CodeText } from '../../ui/code-text.tsx'
import { dueWords } from '../../ui/day-words.ts'
import { Panel } from '../../ui/panel.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useToday } from '../../ui/use-today.ts'
import classes from './due-counts.module.css'
import { useCountPlace, useCountsOverview } from './queries.ts'

/** How many places the home screen names; the others are counted. */
const MAX_NAMED = 4

/** What is to be counted today, for the home screen; nothing while nothing is due. */
export function DueCounts({ onAll }: { readonly onAll: () => void }) {
  const { data } = useCountsOverview()
  const goCount = useCountPlace()
  const today = useToday()
  const due = data?.due.filter(({ due }) => due <= today) ?? []
  if (due.length === 0) return null
  const others = due.length - MAX_NAMED
  return (
    <Panel
      title={due.length === 1 ? '1 place to count' : `${due.length} places to count`}
      label="Places to count"
      actions={
        <Button size="compact-md" variant="subtle" onClick={onAll}>
          {others > 0 ? `All ${due.length}` : 'Counts'}
        </Button>
      }
    >
      <ul className={classes.due}>
        {due.slice(0, MAX_NAMED).map(({ location, due: day }) => {
          const { words, tone } = dueWords(day, today)
          return (
            <li key={location}>
              <button
                type="button"
                className={classes.place}
                aria-label={`Count ${location}`}
                onClick={() => goCount(location)}
              >
                <span className={classes.code}>
                  <CodeText>{location}</CodeText>
                </span>
                <StateMark tone={tone}>{words}</StateMark>
              </button>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
