import { IconBarcode, IconSearchOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { ScanFilterInput } from '../../../../ipc/journal-api.ts'
import type { ScanRowView } from '../../../../ipc/journal-views.ts'
import { useStation } from '../../station-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { PagedTable } from '../../ui/paged-table.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Toolbar } from '../../ui/toolbar.tsx'
import { usePagedRows } from '../../ui/use-paged-rows.ts'
import { SaveScans } from './save-scans.tsx'
import { SCAN_LIST_COLUMNS } from './scan-columns.tsx'
import { ScanDetail } from './scan-detail.tsx'
import { ANY, filterOf } from './scan-filter.ts'
import type { ScanFacets } from './scan-filter.ts'
import { ScanFilters } from './scan-filters.tsx'
import classes from './scans-screen.module.css'

const ROW_HEIGHT_PX = 42

/** The journal: every scan that reached the station, whatever became of it, the newest first. */
export function ScansScreen() {
  const station = useStation()
  const [search, setSearch] = useState('')
  const [facets, setFacets] = useState<ScanFacets>(ANY)
  const [selected, setSelected] = useState<ScanRowView | null>(null)
  const filter = filterOf(search, facets)
  const rows = usePagedRows<ScanRowView, ScanFilterInput>('journal', filter, (filter, offset, limit) =>
    station.journal.list({ ...filter, offset, limit })
  )
  const shown = selected ?? rows.rowAt(0) ?? null
  return (
    <>
      <Toolbar
        title="Scans"
        note={rows.isLoaded ? countWords(rows.total, rows.isMore) : ''}
        actions={<SaveScans filter={filter} />}
      >
        <SearchField label="Search what was scanned, its meaning or answer" value={search} onChange={setSearch} />
      </Toolbar>
      <ScanFilters facets={facets} onChange={setFacets} />
      <div className={classes.columns} data-alone={shown === null || undefined}>
        <div className={classes.list}>
          <PagedTable
            rows={rows}
            failure="The scans could not be read"
            label="Scans"
            columns={SCAN_LIST_COLUMNS}
            rowHeightPx={ROW_HEIGHT_PX}
            isSelected={({ scan }) => scan === shown?.scan}
            isUrgent={({ sound }) => sound === null}
            onOpen={setSelected}
            onMove={setSelected}
            empty={<NoScans isNarrowed={search !== '' || facets !== ANY} />}
          />
        </div>
        {shown && <ScanDetail key={shown.scan} scan={shown} />}
      </div>
    </>
  )
}

function NoScans({ isNarrowed }: { readonly isNarrowed: boolean }) {
  if (isNarrowed)
    return (
      <EmptyState icon={IconSearchOff} title="No scan matches">
        Search for a piece of what was scanned, of what it meant or of what the station answered.
      </EmptyState>
    )
  return (
    <EmptyState icon={IconBarcode} title="Nothing has been scanned yet">
      Scan any code: it appears here, whatever becomes of it.
    </EmptyState>
  )
}

function countWords(total: number, isMore: boolean): string {
  if (isMore) return `more than ${groupedCount(total)} scans`
  return total === 1 ? '1 scan' : `${groupedCount(total)} scans`
}
