import { Switch } from '@mantine/core'
import { IconBuildingWarehouse, IconSearchOff } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { RowId } from '../../../../core/ids.ts'
import type { InventoryRowView } from '../../../../ipc/views.ts'
import { useStation } from '../../station-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Toolbar } from '../../ui/toolbar.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { usePagedRows } from '../../ui/use-paged-rows.ts'
import { useToday } from '../../ui/use-today.ts'
import { inventoryColumns } from './inventory-columns.tsx'
import { RowDialog } from './row-dialog.tsx'

const ROW_HEIGHT_PX = 40

export interface InventoryScreenProps {
  /** What another screen asks to be looked for; each time another object. */
  readonly sought: { readonly text: string; readonly alsoGone: boolean } | null
  readonly onTrace: (code: string, part: string | null) => void
  /** The issues of a row, with the way to raise one. */
  readonly issuesOf: (row: RowId) => ReactNode
}

interface Filter {
  readonly search: string
  readonly show: 'stock' | 'all'
}

/** Everything in stock: one row for each unit, each lot at a place, each untracked part at a place. */
export function InventoryScreen({ sought, onTrace, issuesOf }: InventoryScreenProps) {
  const station = useStation()
  const today = useToday()
  const columns = useMemo(() => inventoryColumns(today), [today])
  const [search, setSearch] = useState('')
  const [showGone, setShowGone] = useState(false)
  const [open, setOpen] = useState<InventoryRowView | null>(null)
  const [answered, setAnswered] = useState<InventoryScreenProps['sought']>(null)
  if (sought !== null && answered !== sought) {
    setAnswered(sought)
    setSearch(sought.text)
    setShowGone(sought.alsoGone)
  }
  const rows = usePagedRows<InventoryRowView, Filter>(
    'inventory',
    { search, show: showGone ? 'all' : 'stock' },
    ({ search, show }, offset, limit) => station.inventory.list({ search, show, offset, limit })
  )
  return (
    <>
      <Toolbar
        title="Inventory"
        note={rows.isLoaded ? countWords(rows.total, rows.isMore) : ''}
        actions={
          <Switch
            size="md"
            label="Also what is gone"
            checked={showGone}
            onChange={(event) => setShowGone(event.currentTarget.checked)}
          />
        }
      >
        <SearchField label="Search by part, serial, lot, place or order" value={search} onChange={setSearch} />
      </Toolbar>
      <PagedTable
        rows={rows}
        failure="The inventory could not be read"
        label="Inventory"
        columns={columns}
        rowHeightPx={ROW_HEIGHT_PX}
        onOpen={setOpen}
        empty={
          search === '' ? (
            <EmptyState icon={IconBuildingWarehouse} title="Nothing is in stock yet">
              What is received appears here: scan an order number to begin.
            </EmptyState>
          ) : (
            <EmptyState icon={IconSearchOff} title={`Nothing ${showGone ? 'here' : 'in stock'} matches “${search}”`}>
              Search for a piece of a part number, serial, lot, place or order, or for the beginning of one with fewer
              than three characters.{showGone ? '' : ' Show also what is gone to look further.'}
            </EmptyState>
          )
        }
      />
      <RowDialog row={open} onClose={() => setOpen(null)} onTrace={onTrace} issuesOf={issuesOf} />
    </>
  )
}

function countWords(total: number, isMore: boolean): string {
  if (isMore) return `more than ${groupedCount(total)} rows`
  return total === 1 ? '1 row' : `${groupedCount(total)} rows`
}
