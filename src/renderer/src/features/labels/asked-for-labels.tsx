import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { AskedForView } from '../../../../ipc/printing-views.ts'
import type { LabelView } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { Failure } from '../../ui/failure.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { ProgressCount } from '../../ui/progress-count.tsx'
import { LostDialog } from './lost-dialog.tsx'
import { useAskedFor } from './queries.ts'
import classes from './asked-for-labels.module.css'

/** What needs a person: of each receipt that was taken back, the labels that are still on goods somewhere. */
export function AskedForLabels() {
  const asked = useAskedFor()
  if (asked.error) return <Failure inline what="The labels that are asked for could not be read" error={asked.error} />
  return asked.data?.map((each) => <AskedFor key={each.line} asked={each} />)
}

function AskedFor({ asked }: { readonly asked: AskedForView }) {
  const { what, order, reason, back, lost, open, labels } = asked
  const [losing, setLosing] = useState<readonly LabelView[]>([])
  const more = open - labels.length
  return (
    <section className={classes.asked} aria-label={`Labels to bring back: ${what}`}>
      <header className={classes.head}>
        <IconArrowBackUp size={28} aria-hidden />
        <div className={classes.words}>
          <h2>{open === 1 ? 'Bring 1 label back' : `Bring ${groupedCount(open)} labels back`}</h2>
          <p>
            {what}, order {order}, was taken back: {reason}. Scan each label, then destroy it.
          </p>
        </div>
        <ProgressCount
          done={groupedCount(back + lost)}
          of={`of ${groupedCount(back + lost + open)}`}
          label={`Labels of ${what}`}
          share={(back + lost) / (back + lost + open)}
        />
      </header>
      <ul className={classes.labels}>
        {labels.map((label) => (
          <li key={label.id} className={classes.label}>
            <CodeText>{label.serial ?? label.lot ?? label.title}</CodeText>
            {label.copy > 1 && <span className={classes.quiet}>copy {label.copy}</span>}
            <Button size="sm" variant="default" onClick={() => setLosing([label])}>
              Cannot be found
            </Button>
          </li>
        ))}
      </ul>
      <footer className={classes.rest}>
        {more > 0 && <span className={classes.quiet}>and {groupedCount(more)} more</span>}
        {lost > 0 && (
          <span className={classes.quiet}>{lost === 1 ? '1 was given up' : `${groupedCount(lost)} were given up`}</span>
        )}
        {labels.length > 1 && more === 0 && (
          <Button variant="subtle" onClick={() => setLosing(labels)}>
            None of them can be found
          </Button>
        )}
      </footer>
      <LostDialog labels={losing} onClose={() => setLosing([])} />
    </section>
  )
}
