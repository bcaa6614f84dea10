import { SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { useLastScan } from '../../scanning.tsx'
import { Failure } from '../../ui/failure.tsx'
import { CountInHand } from './count-in-hand.tsx'
import { CountsHome } from './counts-home.tsx'
import classes from './counts-screen.module.css'
import { Drift } from './drift.tsx'
import { PastCounts } from './past-counts.tsx'
import { useCounting } from './queries.ts'
import { Schedules } from './schedules.tsx'
import { Variance } from './variance.tsx'

type Tab = 'count' | 'past' | 'schedules' | 'drift'

const TABS: readonly { readonly value: Tab; readonly label: string }[] = [
  { value: 'count', label: 'Count' },
  { value: 'past', label: 'Past counts' },
  { value: 'schedules', label: 'Schedules' },
  { value: 'drift', label: 'Drift' }
]

/** Cycle counts: the one in hand, what is due and open, past ones, schedules, and where stock drifts. */
export function CountsScreen() {
  const last = useLastScan()
  const [tab, setTab] = useState<Tab>('count')
  const [followed, setFollowed] = useState(last)
  // A scan of a count leads to it, from whatever list is in sight.
  if (followed !== last) {
    setFollowed(last)
    if (last?.kind === 'answer' && last.answer.show?.kind === 'counts') setTab('count')
  }
  return (
    <div className={classes.screen}>
      <VisuallyHidden component="h1">Counts</VisuallyHidden>
      <div className={classes.tabs}>
        <SegmentedControl
          aria-label="What of counts"
          size="md"
          transitionDuration={0}
          value={tab}
          onChange={(value) => setTab(value)}
          data={[...TABS]}
        />
      </div>
      <div className={classes.content}>
        {tab === 'count' && <Counting />}
        {tab === 'past' && <PastCounts />}
        {tab === 'schedules' && <Schedules />}
        {tab === 'drift' && <Drift />}
      </div>
    </div>
  )
}

function Counting() {
  const { data: view, error, refetch, isSuccess } = useCounting()
  if (error) return <Failure what="The count could not be read" error={error} onRetry={() => void refetch()} />
  if (!isSuccess) return null
  if (!view) return <CountsHome />
  const { count, variance } = view
  if (count && variance) return <Variance key={count.id} count={count} variance={variance} view={view} />
  return <CountInHand view={view} />
}
