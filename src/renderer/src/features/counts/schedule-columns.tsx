import type { Day } from '../../../../core/clock.ts'
import type { ScheduleView } from '../../../../ipc/counts-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { DueDay } from '../../ui/due-day.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import type { Column } from '../../ui/table-column.ts'

const KIND_WORDS: Readonly<Record<ScheduleView['kind'], string>> = {
  place: 'Place',
  tracking: 'Tracking type',
  prefix: 'Part numbers that begin'
}

export function scheduleColumns(today: Day): readonly Column<ScheduleView>[] {
  return [
    { key: 'kind', title: 'What', width: 'minmax(140px, 1fr)', cell: ({ kind }) => KIND_WORDS[kind] },
    {
      key: 'value',
      title: 'Which',
      width: 'minmax(140px, 1.4fr)',
      cell: ({ kind, value, words }) => <strong>{kind === 'tracking' ? words : <CodeText>{value}</CodeText>}</strong>
    },
    {
      key: 'every',
      title: 'Every',
      width: '120px',
      cell: ({ everyDays }) => (everyDays === 1 ? 'day' : `${everyDays} days`)
    },
    {
      key: 'places',
      title: 'Places',
      width: '100px',
      align: 'end',
      cell: ({ places }) => groupedCount(places)
    },
    { key: 'due', title: 'Due next', width: '180px', cell: ({ nextDue }) => <DueDay due={nextDue} today={today} /> }
  ]
}
