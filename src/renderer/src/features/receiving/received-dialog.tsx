import { Button, Modal } from '@mantine/core'
import { IconHistory, IconPackageOff, IconSearchOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReceivedLineView } from '../../../../ipc/receipts-api.ts'
import { useStation } from '../../station-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { usePagedRows } from '../../ui/use-paged-rows.ts'
import { RECEIVED_COLUMNS } from './received-columns.tsx'
import { ReverseForm } from './reverse-form.tsx'
import classes from './received-dialog.module.css'

const ROW_HEIGHT_PX = 60

/** The way to what was received. */
export function ReceivedButton({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <Button variant="default" size="lg" leftSection={<IconHistory size={22} aria-hidden />} onClick={onOpen}>
      What was received
    </Button>
  )
}

export interface ReceivedDialogProps {
  /** The order whose lines are looked for first, or an empty text for all; null while the dialog is closed. */
  readonly order: string | null
  readonly onClose: () => void
}

/** What was received, the newest first, and taking it back. It stays open while scans go on behind it. */
export function ReceivedDialog({ order, onClose }: ReceivedDialogProps) {
  return (
    <Modal opened={order !== null} onClose={onClose} title="What was received" size={980}>
      {order !== null && <ReceivedLines order={order} />}
    </Modal>
  )
}

function ReceivedLines({ order }: { readonly order: string }) {
  const station = useStation()
  const [search, setSearch] = useState(order)
  const [open, setOpen] = useState<ReceivedLineView | null>(null)
  const rows = usePagedRows<ReceivedLineView, string>('receipts', search, (search, offset, limit) =>
    station.receipts.list({ search, offset, limit })
  )
  if (open) return <ReverseForm line={open} onBack={() => setOpen(null)} />
  return (
    <div className={classes.list}>
      <SearchField label="Search by order, receipt, part, lot or serial" value={search} onChange={setSearch} />
      <div className={classes.table}>
        <PagedTable
          rows={rows}
          failure="The receipts could not be read"
          inline
          label="What was received"
          columns={RECEIVED_COLUMNS}
          rowHeightPx={ROW_HEIGHT_PX}
          onOpen={setOpen}
          empty={
            search === '' ? (
              <EmptyState icon={IconPackageOff} title="Nothing was received yet">
                Scan an order number to begin.
              </EmptyState>
            ) : (
              <EmptyState icon={IconSearchOff} title={`Nothing received matches “${search}”`}>
                Search for the beginning of an order, a receipt, a part or a lot, or for a whole serial.
              </EmptyState>
            )
          }
        />
      </div>
    </div>
  )
}
