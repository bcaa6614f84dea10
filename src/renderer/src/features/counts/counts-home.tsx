import { Button } from '@mantine/core'
import { IconCalendarCheck, IconClipboardList } from '@tabler/icons-react'
import { useState } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { CountPlaceView, OpenCountView } from '../../../../ipc/counts-views.ts'
import { CodeEntry } from '../../ui/code-entry.tsx'
import { CommandButton } from '../../ui/command-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { formatMoment } from '../../ui/moments.ts'
import { Panel } from '../../ui/panel.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import layout from '../../ui/work-layout.module.css'
import { BlindSwitch } from './blind-switch.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import classes from './counts-home.module.css'
import { DueList } from './due-list.tsx'
import { LeaveOutDialog, type PlaceToLeaveOut } from './leave-out-dialog.tsx'
import { useCountPlace, useCountsOverview } from './queries.ts'

/** Nothing is counted at this station: what is due, and the counts that are open. */
export function CountsHome() {
  const { data: overview, error, refetch } = useCountsOverview()
  const [throwing, setThrowing] = useState<OpenCountView | null>(null)
  const [leavingOut, setLeavingOut] = useState<PlaceToLeaveOut | null>(null)
  return (
    <div className={layout.columns}>
      <div className={layout.main}>
        {error && <Failure what="The counts could not be read" error={error} onRetry={() => void refetch()} />}
        {overview && (
          <>
            <Panel title={`Open counts${overview.open.length === 0 ? '' : `: ${overview.open.length}`}`}>
              {overview.open.length === 0 ? (
                <EmptyState icon={IconClipboardList} title="No count is open">
                  Scan DS:COUNT and a place, or press Count and scan the place.
                </EmptyState>
              ) : (
                <ul className={classes.counts}>
                  {overview.open.map((count) => (
                    <OpenCount
                      key={count.id}
                      count={count}
                      onThrow={() => setThrowing(count)}
                      onLeaveOut={(place) => setLeavingOut({ count, place })}
                    />
                  ))}
                </ul>
              )}
            </Panel>
            <Panel fill title="Due, and due within a week">
              {overview.due.length === 0 ? (
                <EmptyState icon={IconCalendarCheck} title="Nothing is due">
                  Schedules say which places and which parts are counted every so many days.
                </EmptyState>
              ) : (
                <DueList due={overview.due} />
              )}
            </Panel>
          </>
        )}
      </div>
      <div className={layout.side}>
        <CommandButton command={encodeCommand({ kind: 'count' })} kind="main" title="Count" note="COUNT" />
        {overview && (
          <Panel label="Setting">
            <div className={classes.setting}>
              <BlindSwitch count={null} blind={overview.blindByDefault} />
            </div>
          </Panel>
        )}
        <div className={layout.push}>
          <CodeEntry />
        </div>
      </div>
      <CancelDialog count={throwing} onClose={() => setThrowing(null)} />
      <LeaveOutDialog asked={leavingOut} onClose={() => setLeavingOut(null)} />
    </div>
  )
}

interface OpenCountProps {
  readonly count: OpenCountView
  readonly onThrow: () => void
  readonly onLeaveOut: (place: CountPlaceView) => void
}

function OpenCount({ count, onThrow, onLeaveOut }: OpenCountProps) {
  const goCount = useCountPlace()
  return (
    <li className={classes.count}>
      <div className={classes.head}>
        <strong>{count.count}</strong>
        <span className={classes.quiet}>
          {count.blind ? 'blind' : 'guided'}, since {formatMoment(count.startedAt).slice(0, 16)}
        </span>
        <Button size="md" onClick={() => goCount(null, count.count)}>
          Go on
        </Button>
        <Button size="md" variant="subtle" color="red" onClick={onThrow}>
          Throw away…
        </Button>
      </div>
      <ul className={classes.places} aria-label={`Who counts what in ${count.count}`}>
        {count.places.map((place) => {
          const { location, operator, finished, entries } = place
          return (
            <li key={location} className={classes.place}>
              <button type="button" className={classes.go} onClick={() => goCount(location)}>
                {location}
              </button>
              <span className={classes.quiet}>
                {operator}, {groupedCount(entries)} counted
              </span>
              <StateMark tone={finished ? 'good' : 'wait'}>{finished ? 'finished' : 'being counted'}</StateMark>
              <Button size="compact-md" variant="subtle" onClick={() => onLeaveOut(place)}>
                Take out of the count…
              </Button>
            </li>
          )
        })}
      </ul>
    </li>
  )
}
