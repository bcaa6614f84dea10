import type { ReceivedLineView } from '../../../../ipc/receipts-api.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { formatMoment } from '../../ui/moments.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Column } from '../../ui/table-column.ts'
import classes from './received-dialog.module.css'

export const RECEIVED_COLUMNS: readonly Column<ReceivedLineView>[] = [
  {
    key: 'receipt',
    title: 'Receipt and order',
    width: 'minmax(150px, 1fr)',
    cell: ({ receipt, order }) => (
      <div className={classes.two}>
        <span>{receipt}</span>
        <span className={classes.quiet}>{order}</span>
      </div>
    )
  },
  {
    key: 'part',
    title: 'Part',
    width: 'minmax(170px, 1.4fr)',
    cell: ({ partNumber, lot, serials }) => (
      <div className={classes.two}>
        <span>
          <CodeText>{partNumber}</CodeText>
        </span>
        <span className={classes.quiet}>{numbersOf(lot, serials)}</span>
      </div>
    )
  },
  {
    key: 'quantity',
    title: 'Quantity',
    width: '110px',
    align: 'end',
    cell: ({ quantity, unit }) => `${groupedQuantity(quantity)} ${unit}`
  },
  {
    key: 'at',
    title: 'When and by whom',
    width: 'minmax(150px, 1fr)',
    cell: ({ at, operator }) => (
      <div className={classes.two}>
        <span>{formatMoment(at)}</span>
        <span className={classes.quiet}>{operator}</span>
      </div>
    )
  },
  {
    key: 'state',
    title: 'State',
    width: '130px',
    cell: ({ reversed }) =>
      reversed ? <StateMark tone="quiet">Taken back</StateMark> : <StateMark tone="good">Received</StateMark>
  }
]

export function numbersOf(lot: string | null, serials: ReceivedLineView['serials']): string {
  if (serials) return serials.first === serials.last ? serials.first : `${serials.first} to ${serials.last}`
  return lot === null ? '' : `lot ${lot}`
}
