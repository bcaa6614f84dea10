import { VisuallyHidden } from '@mantine/core'
import { IconHammer, IconSearchOff } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { RunSummary } from '../../../../ipc/assembly-views.ts'
import { useSubmit } from '../../scanning.tsx'
import { useStation } from '../../station-context.tsx'
import { CodeEntry } from '../../ui/code-entry.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { OpenSearch } from '../../ui/open-search.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { usePagedRows } from '../../ui/use-paged-rows.ts'
import { useToday } from '../../ui/use-today.ts'
import layout from '../../ui/work-layout.module.css'
import { runColumns } from './run-columns.tsx'

const ROW_HEIGHT_PX = 68

/** No run is open: the runs that there are, the most urgent first. A press opens one, as its barcode would. */
export function RunList() {
  const station = useStation()
  const submit = useSubmit()
  const today = useToday()
  const [search, setSearch] = useState('')
  const [openOnly, setOpenOnly] = useState(true)
  const columns = useMemo(() => runColumns(today), [today])
  const rows = usePagedRows<RunSummary, { search: string; openOnly: boolean }>(
    'runs',
    { search, openOnly },
    (filter, offset, limit) => station.assembly.runs({ ...filter, offset, limit })
  )
  return (
    <div className={layout.columns}>
      <div className={layout.main}>
        <VisuallyHidden component="h1">Runs to build</VisuallyHidden>
        <Panel fill label="Runs">
          <OpenSearch
            what="runs"
            by="number or part"
            search={search}
            onSearch={setSearch}
            openOnly={openOnly}
            onOpenOnly={setOpenOnly}
          />
          <PagedTable
            rows={rows}
            failure="The runs could not be read"
            label="Runs"
            columns={columns}
            rowHeightPx={ROW_HEIGHT_PX}
            onOpen={({ run }) => submit(encodeCommand({ kind: 'run', number: run }))}
            empty={
              search === '' ? (
                <EmptyState icon={IconHammer} title={openOnly ? 'No run is open' : 'There is no run yet'}>
                  Import bills and runs in Settings, Import.
                </EmptyState>
              ) : (
                <EmptyState icon={IconSearchOff} title={`No run matches “${search}”`}>
                  Search for a piece of its number or of its part{openOnly ? ', or look among all runs' : ''}.
                </EmptyState>
              )
            }
          />
        </Panel>
      </div>
      <div className={layout.side}>
        <CodeEntry />
      </div>
    </div>
  )
}
