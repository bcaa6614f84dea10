import { VisuallyHidden } from '@mantine/core'
import { IconPackageImport, IconSearchOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { MAX_ORDERS_LISTED } from '../../../../ipc/contract.ts'
import type { ClosedReceiptView } from '../../../../ipc/views.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { OpenSearch } from '../../ui/open-search.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ClosedReceipt } from './closed-receipt.tsx'
import { CodeEntry } from '../../ui/code-entry.tsx'
import layout from '../../ui/work-layout.module.css'
import { OrderList } from './order-list.tsx'
import { FormatsButton } from './teaching/formats-dialog.tsx'
import { PutAwayPlace } from './put-away-place.tsx'
import { ReceivedButton } from './received-dialog.tsx'
import { useOrders } from './queries.ts'
import classes from './idle-screen.module.css'

export interface IdleScreenProps {
  readonly location: string
  readonly closed: ClosedReceiptView | null
  /** What else there is to do. */
  readonly home: ReactNode
  readonly onReceived: () => void
  readonly onFormats: () => void
}

/** Nothing is open: the orders that goods may come for, and what stayed short on the receipt that was closed last. */
export function IdleScreen({ location, closed, home, onReceived, onFormats }: IdleScreenProps) {
  const [search, setSearch] = useState('')
  const [openOnly, setOpenOnly] = useState(true)
  const orders = useOrders(search, openOnly)
  return (
    <div className={layout.columns}>
      <div className={layout.main}>
        <VisuallyHidden component="h1">Orders to receive</VisuallyHidden>
        {closed && <ClosedReceipt closed={closed} />}
        <Panel fill label="Orders">
          <OpenSearch
            what="orders"
            by="number or supplier"
            search={search}
            onSearch={setSearch}
            openOnly={openOnly}
            onOpenOnly={setOpenOnly}
          />
          {orders.error && (
            <Failure what="The orders could not be read" error={orders.error} onRetry={() => void orders.refetch()} />
          )}
          {orders.data && (
            <OrderList
              orders={orders.data}
              resetKey={`${openOnly} ${search}`}
              empty={
                search === '' ? (
                  <EmptyState icon={IconPackageImport} title={openOnly ? 'No order is open' : 'There is no order yet'}>
                    Import parts and orders in Settings, Import. They appear here at once.
                  </EmptyState>
                ) : (
                  <EmptyState icon={IconSearchOff} title={`No order matches “${search}”`}>
                    Search for a part of its number or of its supplier{openOnly ? ', or look among all orders' : ''}.
                  </EmptyState>
                )
              }
            />
          )}
          {orders.data?.length === MAX_ORDERS_LISTED && (
            <p className={classes.more}>The first {MAX_ORDERS_LISTED} orders are listed. Search for the others.</p>
          )}
        </Panel>
      </div>
      <div className={layout.side}>
        <CodeEntry />
        <PutAwayPlace location={location} />
        {home}
        <ReceivedButton onOpen={onReceived} />
        <FormatsButton onOpen={onFormats} />
      </div>
    </div>
  )
}
