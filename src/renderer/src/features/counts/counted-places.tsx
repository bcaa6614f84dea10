import { Button } from '@mantine/core'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { OpenCountView } from '../../../../ipc/counts-views.ts'
import { useSubmit } from '../../scanning.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './counted-places.module.css'

export interface CountedPlacesProps {
  readonly count: OpenCountView
  /** The place that is counted now. */
  readonly here: string | null
}

/** Who counts what in a count; a press goes on there, as the place's label does. */
export function CountedPlaces({ count, here }: CountedPlacesProps) {
  const submit = useSubmit()
  if (count.places.length === 0) return <p className={classes.none}>No place is in this count yet.</p>
  return (
    <ul className={classes.places} aria-label="Places of this count">
      {count.places.map(({ location, operator, finished, entries }) => (
        <li key={location} className={classes.place} data-here={location === here || undefined}>
          <span className={classes.code}>
            <CodeText>{location}</CodeText>
          </span>
          <span className={classes.who}>
            {operator}, {groupedCount(entries)} counted
          </span>
          <StateMark tone={finished ? 'good' : 'wait'}>{finished ? 'finished' : 'being counted'}</StateMark>
          {location !== here && (
            <Button
              variant="default"
              size="md"
              className={classes.go}
              aria-label={`Count ${location}`}
              onClick={() => submit(encodeCommand({ kind: 'location', code: location }))}
            >
              Go on
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
