import { Button } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ScheduleView } from '../../../../ipc/counts-views.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { useToday } from '../../ui/use-today.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import classes from './counts-screen.module.css'
import { useSchedules } from './queries.ts'
import { scheduleColumns } from './schedule-columns.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'

const ROW_HEIGHT_PX = 52

/** Which places and which parts are counted every so many days. */
export function Schedules() {
  const { data: schedules, error, refetch } = useSchedules()
  const today = useToday()
  const columns = useMemo(() => scheduleColumns(today), [today])
  const [edited, setEdited] = useState<ScheduleView | 'new' | null>(null)
  return (
    <div className={classes.list}>
      <div className={classes.bar}>
        <p className={classes.note}>
          A place is due so many days after it was last counted. A class of parts is counted where it lies: each place
          that holds some of it now.
        </p>
        <Button size="lg" leftSection={<IconCalendarPlus size={22} aria-hidden />} onClick={() => setEdited('new')}>
          Schedule a count
        </Button>
      </div>
      {error && <Failure what="The schedules could not be read" error={error} onRetry={() => void refetch()} />}
      {schedules && (
        <VirtualTable
          label="Schedules"
          columns={columns}
          rowHeightPx={ROW_HEIGHT_PX}
          count={schedules.length}
          rowAt={(index) => schedules[index]}
          onOpen={setEdited}
          empty={
            <EmptyState icon={IconCalendarPlus} title="Nothing is scheduled">
              Schedule a place, a tracking type, or parts whose numbers begin alike. What is due shows on the home
              screen.
            </EmptyState>
          }
        />
      )}
      <ScheduleDialog edited={edited} onClose={() => setEdited(null)} />
    </div>
  )
}
