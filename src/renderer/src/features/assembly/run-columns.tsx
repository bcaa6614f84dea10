import type { Day } from '../../../../core/clock.ts'
import type { RunState, RunSummary } from '../../../../ipc/assembly-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { DueDay } from '../../ui/due-day.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Column } from '../../ui/table-column.ts'
import type { Tone } from '../../ui/tone.ts'
import { share } from './build-words.ts'
import classes from './run-list.module.css'

const STATE_TONES: Readonly<Record<RunState, Tone>> = { planned: 'quiet', started: 'wait', completed: 'good' }

export function runColumns(today: Day): readonly Column<RunSummary>[] {
  return [
    {
      key: 'run',
      title: 'Run',
      width: 'minmax(172px, 0.8fr)',
      cell: ({ run }) => (
        <span className={classes.run}>
          <CodeText>{run}</CodeText>
        </span>
      )
    },
    {
      key: 'part',
      title: 'Builds',
      width: 'minmax(180px, 1.4fr)',
      cell: ({ partNumber, revision, description }) => (
        <div className={classes.part}>
          <span className={classes.number}>
            <CodeText>{partNumber}</CodeText>
            {revision !== null && <span className={classes.quiet}>rev {revision}</span>}
          </span>
          <span className={classes.quiet} title={description}>
            {description}
          </span>
        </div>
      )
    },
    {
      key: 'due',
      title: 'Due',
      width: '140px',
      fromWidthPx: 620,
      cell: ({ due, state }) => (state === 'completed' ? due : <DueDay due={due} today={today} />)
    },
    {
      key: 'built',
      title: 'Built',
      width: 'minmax(120px, 180px)',
      cell: ({ built, quantity, unit }) => (
        <div className={classes.progress}>
          <span>
            {groupedQuantity(built)} of {groupedQuantity(quantity)} {unit}
          </span>
          <ProgressBar label="Built" done={share(built, quantity)} />
        </div>
      )
    },
    {
      key: 'state',
      title: 'State',
      width: '124px',
      fromWidthPx: 760,
      cell: ({ state }) => <StateMark tone={STATE_TONES[state]}>{state}</StateMark>
    }
  ]
}
