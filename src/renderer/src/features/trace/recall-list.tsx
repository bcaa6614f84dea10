import { IconMapPinSearch } from '@tabler/icons-react'
import { codeOf } from '../../../../core/trace/graph.ts'
import type { RecallRowView } from '../../../../ipc/trace-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { statusTone } from '../../ui/status-tone.ts'
import type { Column } from '../../ui/table-column.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import { useRecall } from './queries.ts'
import type { TraceTarget } from './queries.ts'
import classes from './recall-list.module.css'

const ROW_HEIGHT_PX = 40

export interface RecallListProps {
  readonly target: TraceTarget
  /** The unit of what is looked for. */
  readonly unit: string
  readonly onTrace: (code: string, part: string | null) => void
}

/** Everywhere that a thing is now, for whoever has to call it back: by itself, and in what. */
export function RecallList({ target, unit, onTrace }: RecallListProps) {
  const recall = useRecall(target)
  if (recall.error)
    return (
      <Failure inline what="The list could not be read" error={recall.error} onRetry={() => void recall.refetch()} />
    )
  if (!recall.data) return null
  const rows = recall.data
  return (
    <>
      <p className={classes.words} role="status">
        {rows.length === 1 ? '1 place to look' : `${groupedCount(rows.length)} places to look`}: what is left of it, and
        the outermost things that contain it.
      </p>
      <VirtualTable
        label="Where it is now"
        columns={columnsFor(unit)}
        rowHeightPx={ROW_HEIGHT_PX}
        count={rows.length}
        rowAt={(index) => rows[index]}
        onOpen={(row) => onTrace(codeOf(row), row.partNumber)}
        empty={
          <EmptyState icon={IconMapPinSearch} title="It is nowhere">
            None of it is left, and nothing that is known contains any of it.
          </EmptyState>
        }
      />
    </>
  )
}

function columnsFor(unit: string): readonly Column<RecallRowView>[] {
  return [
    {
      key: 'what',
      title: 'What',
      width: 'minmax(120px, 1.2fr)',
      cell: (row) => <CodeText>{codeOf(row)}</CodeText>
    },
    {
      key: 'part',
      title: 'Part',
      width: 'minmax(116px, 1.1fr)',
      cell: ({ partNumber, revision }) => `${partNumber} ${revision ?? ''}`
    },
    {
      key: 'quantity',
      title: 'How many',
      width: 'minmax(94px, 0.7fr)',
      align: 'end',
      cell: (row) => row.quantity !== null && `${groupedQuantity(row.quantity)} ${row.unit}`
    },
    { key: 'place', title: 'Where', width: 'minmax(80px, 0.8fr)', cell: ({ location }) => location },
    {
      key: 'status',
      title: 'Status',
      width: '124px',
      cell: ({ status }) => status !== null && <StateMark tone={statusTone(status)}>{status}</StateMark>
    },
    {
      key: 'contains',
      title: 'Of it in there',
      width: 'minmax(96px, 0.6fr)',
      align: 'end',
      cell: ({ contains }) => (contains === null ? 'some' : `${groupedQuantity(contains)} ${unit}`)
    },
    {
      key: 'through',
      title: 'Through',
      width: 'minmax(110px, 1fr)',
      fromWidthPx: 860,
      cell: ({ through }) => <span title={through.join(', ')}>{through.join(', ')}</span>
    }
  ]
}
