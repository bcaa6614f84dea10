import { useMemo } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { OpenOrderView, OrderLineView } from '../../../../ipc/views.ts'
import { useSubmit } from '../../scanning.tsx'
import { Panel } from '../../ui/panel.tsx'
import { IconListDetails } from '@tabler/icons-react'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useToday } from '../../ui/use-today.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { CodeEntry } from '../../ui/code-entry.tsx'
import { CommandButton } from '../../ui/command-button.tsx'
import layout from '../../ui/work-layout.module.css'
import { orderLineColumns } from './order-line-columns.tsx'
import { OrderHeader } from './order-header.tsx'
import { ReceivedButton } from './received-dialog.tsx'
import { TeachButton } from './teaching/teach-button.tsx'
import { PutAwayPlace } from './put-away-place.tsx'

const ROW_HEIGHT_PX = 84

export interface OpenOrderProps {
  readonly order: OpenOrderView
  readonly location: string
  readonly onReceived: () => void
}

/** An open receipt: what was ordered, and what has come. */
export function OpenOrder({ order, location, onReceived }: OpenOrderProps) {
  const submit = useSubmit()
  const today = useToday()
  const columns = useMemo(() => orderLineColumns(today), [today])
  const { lines } = order
  return (
    <div className={layout.columns}>
      <div className={layout.main}>
        <OrderHeader order={order} />
        <Panel fill label="Lines of the order">
          <VirtualTable<OrderLineView>
            label="Lines of the order"
            columns={columns}
            rowHeightPx={ROW_HEIGHT_PX}
            count={lines.length}
            rowAt={(index) => lines[index]}
            onOpen={({ partNumber }) => submit(partNumber)}
            empty={
              <EmptyState icon={IconListDetails} title="This order has no lines">
                Cancel, correct the order where it comes from, and import it again.
              </EmptyState>
            }
          />
        </Panel>
      </div>
      <div className={layout.side}>
        <CommandButton command={encodeCommand({ kind: 'done' })} kind="main" title="Close receipt" note="DONE" />
        <CommandButton command={encodeCommand({ kind: 'cancel' })} kind="leave" title="Leave order" note="CANCEL" />
        <TeachButton />
        <PutAwayPlace location={location} />
        <ReceivedButton onOpen={onReceived} />
        <div className={layout.push}>
          <CodeEntry />
        </div>
      </div>
    </div>
  )
}
