import { IconSettingsAutomation } from '@tabler/icons-react'
import type { RunTouchView } from '../../../../ipc/trace-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { groupedCount, groupedQuantity } from '../../ui/grouped-quantity.ts'
import { formatMoment } from '../../ui/moments.ts'
import type { Column } from '../../ui/table-column.ts'
import { VirtualTable } from '../../ui/virtual-table.tsx'

const ROW_HEIGHT_PX = 40

export interface RunsTableProps {
  readonly runs: readonly RunTouchView[]
  readonly unit: string
  readonly onTrace: (code: string, part: string | null) => void
}

/** Every run that touched a thing: built it, or put it into something. */
export function RunsTable({ runs, unit, onTrace }: RunsTableProps) {
  return (
    <VirtualTable
      label="Runs"
      columns={columnsFor(unit)}
      rowHeightPx={ROW_HEIGHT_PX}
      count={runs.length}
      rowAt={(index) => runs[index]}
      onOpen={({ product, partNumber }) => onTrace(product ?? partNumber, partNumber)}
      empty={
        <EmptyState icon={IconSettingsAutomation} title="No run has touched it">
          A run that builds it, or puts it into what it builds, shows up here.
        </EmptyState>
      }
    />
  )
}

function columnsFor(unit: string): readonly Column<RunTouchView>[] {
  return [
    { key: 'run', title: 'Run', width: 'minmax(110px, 1fr)', cell: ({ run }) => <CodeText>{run}</CodeText> },
    {
      key: 'role',
      title: 'What it did',
      width: 'minmax(170px, 2fr)',
      cell: (touch) => roleWords(touch)
    },
    {
      key: 'quantity',
      title: 'How much',
      width: 'minmax(90px, 0.6fr)',
      align: 'end',
      cell: ({ quantity }) => `${groupedQuantity(quantity)} ${unit}`
    },
    {
      key: 'removed',
      title: 'Taken out',
      width: 'minmax(84px, 0.6fr)',
      align: 'end',
      fromWidthPx: 640,
      cell: ({ removed }) => removed > 0 && `${groupedQuantity(removed)} ${unit}`
    },
    {
      key: 'when',
      title: 'When',
      width: 'minmax(120px, 1fr)',
      fromWidthPx: 560,
      cell: ({ firstAt }) => formatMoment(firstAt)
    }
  ]
}

function roleWords({ role, product, partNumber, builds }: RunTouchView): string {
  if (role === 'product') return 'built it'
  if (product !== null) return `put it into ${product}`
  return `put it into ${groupedCount(builds)} of ${partNumber}`
}
