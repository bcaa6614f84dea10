import { Button } from '@mantine/core'
import type { CountEntryView } from '../../../../ipc/counts-views.ts'
import { formatTimeOfDay } from '../../ui/moments.ts'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import { Panel } from '../../ui/panel.tsx'
import classes from './entry-list.module.css'
import { GoodsCell } from './goods-cell.tsx'
import { useCountRequest } from './queries.ts'

export interface CountedListProps {
  readonly entries: readonly CountEntryView[]
  readonly total: number
}

/** What was counted at the place, the newest first; each can be taken back. */
export function CountedList({ entries, total }: CountedListProps) {
  const takeBack = useCountRequest<'takeBack'>((counts, input) => counts.takeBack(input))
  return (
    <Panel fill title="Counted here, the newest first">
      <ul className={classes.list} aria-label="Counted here, the newest first">
        {entries.map((entry) => (
          <li key={entry.id} className={classes.entry}>
            <GoodsCell {...entry} />
            <span className={classes.quantity}>
              {entry.serial === null ? `${groupedQuantity(entry.quantity)} ${entry.unit}` : ''}
            </span>
            <span className={classes.quiet}>
              {entry.operator}, {formatTimeOfDay(entry.at)}
            </span>
            <Button
              size="compact-md"
              variant="default"
              disabled={takeBack.isPending}
              onClick={() => takeBack.mutate({ entry: entry.id })}
            >
              Take back
            </Button>
          </li>
        ))}
      </ul>
      {total === 0 && <p className={classes.none}>Nothing yet. An empty place is finished with DONE.</p>}
      {total > entries.length && (
        <p className={classes.none}>
          The last {entries.length} of {groupedCount(total)} are listed.
        </p>
      )}
    </Panel>
  )
}
