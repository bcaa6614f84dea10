import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Day } from '../../../../core/clock.ts'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { OrderSummary } from '../../../../ipc/views.ts'
import { useSubmit } from '../../scanning.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useToday } from '../../ui/use-today.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import type { Column } from '../../ui/table-column.ts'
import { DueDay } from '../../ui/due-day.tsx'
import classes from './order-list.module.css'

const ROW_HEIGHT_PX = 68

export interface OrderListProps {
  readonly orders: readonly OrderSummary[]
  readonly resetKey: string
  readonly empty: ReactNode
}

export function OrderList({ orders, resetKey, empty }: OrderListProps) {
  const submit = useSubmit()
  const today = useToday()
  const columns = useMemo(() => orderColumns(today), [today])
  return (
    <VirtualTable
      label="Orders"
      columns={columns}
      rowHeightPx={ROW_HEIGHT_PX}
      count={orders.length}
      rowAt={(index) => orders[index]}
      onOpen={({ order }) => submit(encodeCommand({ kind: 'order', number: order }))}
      resetKey={resetKey}
      empty={empty}
    />
  )
}

function orderColumns(today: Day): readonly Column<OrderSummary>[] {
  return [
    {
      key: 'order',
      title: 'Order',
      width: 'minmax(136px, 1.3fr)',
      cell: ({ order }) => (
        <span className={classes.order}>
          <CodeText>{order}</CodeText>
        </span>
      )
    },
    {
      key: 'supplier',
      title: 'Supplier',
      width: 'minmax(96px, 1.2fr)',
      cell: ({ supplier }) => <span title={supplier}>{supplier}</span>
    },
    { key: 'due', title: 'Due', width: 'minmax(112px, 150px)', cell: ({ due }) => <DueDay due={due} today={today} /> },
    {
      key: 'lines',
      title: 'Lines received',
      width: 'minmax(110px, 200px)',
      cell: ({ lines, openLines }) => (
        <div className={classes.progress}>
          <span>
            {lines - openLines} of {lines}
          </span>
          <ProgressBar label="Lines received" done={lines === 0 ? 0 : (lines - openLines) / lines} />
        </div>
      )
    }
  ]
}
