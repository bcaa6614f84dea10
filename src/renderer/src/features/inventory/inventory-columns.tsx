import type { Day } from '../../../../core/clock.ts'
import type { InventoryRowView } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { expiryWords } from '../../ui/day-words.ts'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { statusTone } from '../../ui/status-tone.ts'
import type { Column } from '../../ui/table-column.ts'
import classes from './inventory-columns.module.css'

export function inventoryColumns(today: Day): readonly Column<InventoryRowView>[] {
  return [
    {
      key: 'part',
      title: 'Part',
      width: 'minmax(96px, 1.6fr)',
      cell: ({ partNumber, revision, description }) => (
        <span className={classes.part} title={description}>
          <CodeText>{partNumber}</CodeText>
          {revision !== null && <span className={classes.quiet}>{revision}</span>}
          <span className={classes.description}>{description}</span>
        </span>
      )
    },
    {
      key: 'identity',
      title: 'Serial or lot',
      width: 'minmax(126px, 1.2fr)',
      cell: ({ serial, lot }) => (
        <span className={classes.identity}>
          {serial !== null && <CodeText>{serial}</CodeText>}
          {lot !== null && (
            <>
              <span className={classes.quiet}>lot</span>
              <CodeText>{lot}</CodeText>
            </>
          )}
          {serial === null && lot === null && <span className={classes.quiet}>not tracked</span>}
        </span>
      )
    },
    {
      key: 'supplier-lot',
      title: 'Supplier’s lot',
      width: 'minmax(108px, 0.6fr)',
      fromWidthPx: 960,
      cell: ({ supplierLot }) => supplierLot !== null && <CodeText>{supplierLot}</CodeText>
    },
    {
      key: 'location',
      title: 'Place',
      width: 'minmax(106px, 0.8fr)',
      cell: ({ location }) => <CodeText>{location}</CodeText>
    },
    {
      key: 'quantity',
      title: 'Quantity',
      width: '156px',
      align: 'end',
      cell: ({ quantity, unit }) => (
        <span className={classes.quantity} title={`${groupedQuantity(quantity)} ${unit}`}>
          <strong>{groupedQuantity(quantity)}</strong>
          <span className={classes.unit}>{unit}</span>
        </span>
      )
    },
    {
      key: 'status',
      title: 'Status',
      width: '114px',
      cell: ({ status }) => <StateMark tone={statusTone(status)}>{status}</StateMark>
    },
    {
      key: 'expiry',
      title: 'Expiry',
      width: 'minmax(184px, 204px)',
      cell: ({ expiry }) => expiry !== null && <Expiry day={expiry} today={today} />
    }
  ]
}

function Expiry({ day, today }: { readonly day: Day; readonly today: Day }) {
  const { words, tone } = expiryWords(day, today)
  return tone === 'quiet' ? words : <StateMark tone={tone}>{words}</StateMark>
}
