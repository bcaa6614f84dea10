import { IconComponents, IconSearchOff } from '@tabler/icons-react'
import { useState } from 'react'
import type { PartView } from '../../../../ipc/views.ts'
import { useStation } from '../../station-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Toolbar } from '../../ui/toolbar.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { usePagedRows } from '../../ui/use-paged-rows.ts'
import { NumbersDialog } from './numbers-dialog.tsx'
import { PART_COLUMNS } from './part-columns.tsx'
import { TrackingDialog } from './tracking-dialog.tsx'

const ROW_HEIGHT_PX = 40

export interface PartsScreenProps {
  /** Looks for a text in the inventory, also among what is gone. */
  readonly onFind: (text: string, alsoGone: boolean) => void
  /** Shows what a part is made of, and what it goes into. */
  readonly onBom: (partNumber: string) => void
}

/** The parts, how each is tracked, and the ways to track and to number it in another way. */
export function PartsScreen({ onFind, onBom }: PartsScreenProps) {
  const station = useStation()
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<PartView | null>(null)
  const [numbered, setNumbered] = useState<string | null>(null)
  const rows = usePagedRows<PartView, string>('parts', search, (search, offset, limit) =>
    station.parts.list({ search, offset, limit })
  )
  return (
    <>
      <Toolbar
        title="Parts"
        note={rows.isLoaded ? (rows.total === 1 ? '1 part' : `${groupedCount(rows.total)} parts`) : ''}
      >
        <SearchField label="Search by part number or description" value={search} onChange={setSearch} />
      </Toolbar>
      <PagedTable
        rows={rows}
        failure="The parts could not be read"
        label="Parts"
        columns={PART_COLUMNS}
        rowHeightPx={ROW_HEIGHT_PX}
        onOpen={setOpen}
        empty={
          search === '' ? (
            <EmptyState icon={IconComponents} title="There are no parts yet">
              Import parts in Settings, Import.
            </EmptyState>
          ) : (
            <EmptyState icon={IconSearchOff} title={`No part matches “${search}”`}>
              Search for a piece of a part number or of its description.
            </EmptyState>
          )
        }
      />
      <TrackingDialog
        part={open}
        onClose={() => setOpen(null)}
        onFind={(text, alsoGone) => {
          setOpen(null)
          onFind(text, alsoGone)
        }}
        onBom={(partNumber) => {
          setOpen(null)
          onBom(partNumber)
        }}
        onNumbers={(partNumber) => {
          setOpen(null)
          setNumbered(partNumber)
        }}
      />
      <NumbersDialog partNumber={numbered} onClose={() => setNumbered(null)} />
    </>
  )
}
