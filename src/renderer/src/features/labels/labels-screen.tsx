import { SegmentedControl } from '@mantine/core'
import { IconSearchOff, IconTag } from '@tabler/icons-react'
import { useState } from 'react'
import { needsPerson } from '../../../../core/printing/label-state.ts'
import type { LabelView } from '../../../../ipc/views.ts'
import { useStation } from '../../station-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Toolbar } from '../../ui/toolbar.tsx'
import { usePagedRows } from '../../ui/use-paged-rows.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { AskedForLabels } from './asked-for-labels.tsx'
import { ANY, FacetFields, facetsOf } from './facet-fields.tsx'
import type { Facets } from './facet-fields.tsx'
import { LABEL_COLUMNS } from './label-columns.tsx'
import { LabelDetail } from './label-detail.tsx'
import { FILTER_STATES, FILTER_WORDS, LABEL_FILTERS } from './label-filter.ts'
import type { LabelFilter } from './label-filter.ts'
import { StoppedPrinters } from './stopped-printers.tsx'
import { PrintMenu } from './print-menu.tsx'
import classes from './labels-screen.module.css'

const ROW_HEIGHT_PX = 42

export interface LabelsScreenProps {
  readonly onTrace: (code: string, part: string | null) => void
}

interface ShownFilter {
  readonly search: string
  readonly filter: LabelFilter
  readonly facets: Facets
}

/** The print ledger: one row for each physical label, those that need a person first. */
export function LabelsScreen({ onTrace }: LabelsScreenProps) {
  const station = useStation()
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<LabelFilter>('all')
  const [facets, setFacets] = useState<Facets>(ANY)
  const [selected, setSelected] = useState<LabelView | null>(null)
  const rows = usePagedRows<LabelView, ShownFilter>(
    'labels',
    { search, filter, facets },
    ({ search, filter, facets }, offset, limit) =>
      station.labels.list({ search, states: [...FILTER_STATES[filter]], ...facetsOf(facets), offset, limit })
  )
  const shown = selected ?? rows.rowAt(0) ?? null
  return (
    <>
      <Toolbar title="Labels" note={rows.isLoaded ? countWords(rows.total, rows.isMore) : ''} actions={<PrintMenu />}>
        <SearchField label="Search by label, part, serial, lot or order" value={search} onChange={setSearch} />
      </Toolbar>
      <StoppedPrinters />
      <AskedForLabels />
      <div className={classes.filters}>
        <SegmentedControl
          aria-label="Which labels"
          transitionDuration={0}
          value={filter}
          onChange={(value) => setFilter(value)}
          data={LABEL_FILTERS.map((value) => ({ value, label: FILTER_WORDS[value] }))}
        />
        <FacetFields facets={facets} onChange={setFacets} />
      </div>
      {rows.error && <Failure what="The labels could not be read" error={rows.error} onRetry={rows.retry} />}
      {rows.isLoaded && (
        <div className={classes.columns} data-alone={shown === null || undefined}>
          <VirtualTable
            label="Labels"
            columns={LABEL_COLUMNS}
            rowHeightPx={ROW_HEIGHT_PX}
            count={rows.total}
            rowAt={rows.rowAt}
            onRange={rows.onRange}
            isSelected={({ id }) => id === shown?.id}
            isUrgent={({ state }) => needsPerson(state)}
            onOpen={setSelected}
            onMove={setSelected}
            resetKey={rows.shownFilter}
            empty={<NoLabels isSearch={search !== '' || facets !== ANY} filter={filter} />}
          />
          {shown && <LabelDetail key={shown.id} label={shown} onTrace={onTrace} onOnly={setFacets} />}
        </div>
      )}
    </>
  )
}

function NoLabels({ isSearch, filter }: { readonly isSearch: boolean; readonly filter: LabelFilter }) {
  if (isSearch)
    return (
      <EmptyState icon={IconSearchOff} title="No label matches">
        Search for a piece of a label’s number, a part, serial, lot or order{filter === 'all' ? '' : ', or among all'}.
      </EmptyState>
    )
  if (filter === 'person')
    return (
      <EmptyState icon={IconTag} title="No label needs a person">
        Labels that may not have come out are listed here. They are never sent again by themselves.
      </EmptyState>
    )
  return (
    <EmptyState icon={IconTag} title="No label is here yet">
      Each received unit and lot gets one. Print the sheet of commands to receive by scanning alone.
    </EmptyState>
  )
}

function countWords(total: number, isMore: boolean): string {
  if (isMore) return `more than ${groupedCount(total)} labels`
  return total === 1 ? '1 label' : `${groupedCount(total)} labels`
}
