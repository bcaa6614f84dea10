import { IconHammer } from '@tabler/icons-react'
import type { BuildSummary, RunView } from '../../../../ipc/assembly-views.ts'
import { useStation } from '../../station-context.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Column } from '../../ui/table-column.ts'
import { PagedTable } from '../../ui/paged-table.tsx'
import { usePagedRows } from '../../ui/use-paged-rows.ts'
import { Refusal } from '../../ui/refusal.tsx'
import { nameOfBuild } from './build-words.ts'
import { useChoose } from './queries.ts'
import classes from './dialog.module.css'

const ROW_HEIGHT_PX = 56

const COLUMNS: readonly Column<BuildSummary>[] = [
  {
    key: 'name',
    title: 'Unit',
    width: 'minmax(160px, 1fr)',
    cell: (build) => (
      <strong>
        <CodeText>{nameOfBuild(build)}</CodeText>
      </strong>
    )
  },
  {
    key: 'quantity',
    title: 'Quantity',
    width: '120px',
    align: 'end',
    cell: ({ quantity, unit }) => `${groupedQuantity(quantity)} ${unit}`
  },
  {
    key: 'state',
    title: 'State',
    width: '236px',
    cell: ({ state, openLines }) =>
      state === 'completed' ? (
        <StateMark tone={openLines === 0 ? 'good' : 'warn'}>
          {openLines === 0 ? 'complete' : `complete, ${linesWords(openLines)} open`}
        </StateMark>
      ) : (
        <StateMark tone="wait">{openLines === 0 ? 'ready to complete' : `${linesWords(openLines)} open`}</StateMark>
      )
  }
]

export interface BuildsProps {
  readonly run: Pick<RunView, 'run' | 'inHand'>
  /** Scans go to another from now on. */
  readonly onChosen: () => void
}

/** All that a run builds. A press has scans go to it, as a scan of its label does. */
export function Builds({ run, onChosen }: BuildsProps) {
  const station = useStation()
  const choose = useChoose()
  const rows = usePagedRows<BuildSummary, string>('runs', run.run, (run, offset, limit) =>
    station.assembly.builds({ run, offset, limit })
  )
  return (
    <div className={classes.builds}>
      {choose.data?.kind === 'refused' && <Refusal>{choose.data.message}</Refusal>}
      {choose.error && <Failure inline what="Scans go on as before" error={choose.error} />}
      <PagedTable
        rows={rows}
        failure="They could not be read"
        inline
        label="What the run builds"
        columns={COLUMNS}
        rowHeightPx={ROW_HEIGHT_PX}
        isSelected={({ id }) => id === run.inHand}
        onOpen={({ id }) =>
          choose.mutate(
            { build: id },
            {
              onSuccess: (answer) => {
                if (answer.kind === 'done') onChosen()
              }
            }
          )
        }
        empty={
          <EmptyState icon={IconHammer} title="Nothing is being built yet">
            Scan the run to start it.
          </EmptyState>
        }
      />
    </div>
  )
}

function linesWords(lines: number): string {
  return lines === 1 ? '1 line' : `${lines} lines`
}
