import { SegmentedControl } from '@mantine/core'
import { IconChartDots } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { DriftView } from '../../../../ipc/counts-views.ts'
import { useStation } from '../../station-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { usePagedRows } from '../../ui/use-paged-rows.ts'
import classes from './counts-screen.module.css'
import { driftColumns } from './drift-columns.tsx'

const ROW_HEIGHT_PX = 48

/** Which parts and places were off in past counts: how often, by how much, and when last. */
export function Drift() {
  const station = useStation()
  const [by, setBy] = useState<'part' | 'place'>('part')
  const columns = useMemo(() => driftColumns(by), [by])
  const rows = usePagedRows<DriftView, { readonly drift: 'part' | 'place' }>(
    'counts',
    { drift: by },
    ({ drift }, offset, limit) => station.counts.drift({ by: drift, offset, limit })
  )
  return (
    <div className={classes.list}>
      <div className={classes.bar}>
        <p className={classes.note}>
          What was off most often comes first. A part that is off again and again is taken without a scan, or its unit
          is counted wrong; a place that is, is hard to count or stocked in passing.
        </p>
        <SegmentedControl
          aria-label="Drift of"
          size="md"
          transitionDuration={0}
          value={by}
          onChange={(value) => setBy(value === 'place' ? 'place' : 'part')}
          data={[
            { value: 'part', label: 'Parts' },
            { value: 'place', label: 'Places' }
          ]}
        />
      </div>
      <PagedTable
        rows={rows}
        failure="The drift could not be read"
        label="Drift"
        columns={columns}
        rowHeightPx={ROW_HEIGHT_PX}
        onOpen={() => undefined}
        empty={
          <EmptyState icon={IconChartDots} title="No count was posted yet">
            After the first counts this shows which parts and places the store is wrong about.
          </EmptyState>
        }
      />
    </div>
  )
}
