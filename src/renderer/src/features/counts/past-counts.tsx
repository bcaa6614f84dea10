import { Modal } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { CountResultView, EndedCountView } from '../../../../ipc/counts-views.ts'
import { useStation } from '../../station-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { formatMoment } from '../../ui/moments.ts'
import { PagedTable } from '../../ui/paged-table.tsx'
import { usePagedRows } from '../../ui/use-paged-rows.ts'
import classes from './counts-screen.module.css'
import { endedColumns, resultColumns } from './past-columns.tsx'
import resultClasses from './past-counts.module.css'

const ROW_HEIGHT_PX = 44

/** Counts that were posted or thrown away. */
export function PastCounts() {
  const station = useStation()
  const columns = useMemo(endedColumns, [])
  const [open, setOpen] = useState<EndedCountView | null>(null)
  const rows = usePagedRows<EndedCountView, string>('counts', 'ended', (_filter, offset, limit) =>
    station.counts.ended({ offset, limit })
  )
  return (
    <div className={classes.list}>
      <PagedTable
        rows={rows}
        failure="The counts could not be read"
        label="Past counts"
        columns={columns}
        rowHeightPx={ROW_HEIGHT_PX}
        onOpen={setOpen}
        empty={
          <EmptyState icon={IconHistory} title="No count was posted yet">
            Scan DS:COUNT and a place, then what is there.
          </EmptyState>
        }
      />
      <Modal opened={open !== null} onClose={() => setOpen(null)} title={open?.count ?? ''} size="min(1100px, 92vw)">
        {open && <Results key={open.id} count={open} />}
      </Modal>
    </div>
  )
}

function Results({ count }: { readonly count: EndedCountView }) {
  const station = useStation()
  const columns = useMemo(resultColumns, [])
  const rows = usePagedRows<CountResultView, string>('counts', `results ${count.id}`, (_filter, offset, limit) =>
    station.counts.results({ count: count.id, offset, limit })
  )
  return (
    <div className={resultClasses.results}>
      <p className={classes.note}>
        {count.state === 'posted' ? 'Posted' : 'Thrown away'} {formatMoment(count.at)} by {count.operator}:{' '}
        {count.reason}. {groupedCount(count.results)} things, {groupedCount(count.differs)} differences.
      </p>
      {count.state === 'posted' && (
        <PagedTable
          rows={rows}
          failure="The results could not be read"
          label={`Results of ${count.count}`}
          columns={columns}
          rowHeightPx={ROW_HEIGHT_PX}
          onOpen={() => undefined}
          empty={
            <EmptyState icon={IconHistory} title="Nothing was there">
              Nothing was expected, and nothing was counted.
            </EmptyState>
          }
        />
      )}
    </div>
  )
}
