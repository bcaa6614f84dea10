import { IconCircleCheckFilled } from '@tabler/icons-react'
import type { Day } from '../../../../core/clock.ts'
import type { OrderLineView } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { Column } from '../../ui/table-column.ts'
import { DueDay } from '../../ui/due-day.tsx'
import { openOf, shareReceived } from './line-progress.ts'
import { TRACKING_WORDS } from '../../ui/tracking-words.ts'
import classes from './order-line-columns.module.css'

export function orderLineColumns(today: Day): readonly Column<OrderLineView>[] {
  return [
    { key: 'line', title: 'Line', width: '64px', cell: ({ line }) => <CodeText>{line}</CodeText> },
    {
      key: 'part',
      title: 'Part',
      width: 'minmax(180px, 1fr)',
      cell: ({ partNumber, revision, description, tracking }) => (
        <div className={classes.part}>
          <span className={classes.number}>
            <CodeText>{partNumber}</CodeText>
            {revision !== null && <span className={classes.revision}>rev {revision}</span>}
          </span>
          <span className={classes.description} title={description}>
            {TRACKING_WORDS[tracking]}
            {description !== '' && `, ${description}`}
          </span>
        </div>
      )
    },
    {
      key: 'due',
      title: 'Due',
      width: '136px',
      fromWidthPx: 560,
      cell: ({ due }) => <DueDay due={due} today={today} />
    },
    {
      key: 'received',
      title: 'Received',
      width: 'minmax(150px, 0.55fr)',
      align: 'end',
      cell: (line) => (
        <div className={classes.received}>
          <span className={classes.count}>
            {openOf(line) === 0 && (
              <IconCircleCheckFilled size={20} role="img" aria-label="Complete" className={classes.complete} />
            )}
            <strong>{groupedQuantity(line.received)}</strong>
            <span>
              of {groupedQuantity(line.ordered)} {line.unit}
            </span>
          </span>
          <ProgressBar label="Received" done={shareReceived(line)} />
        </div>
      )
    }
  ]
}
