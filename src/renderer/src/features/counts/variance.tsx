import { Button, TextInput } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { CountingView, OpenCountView, VarianceView } from '../../../../ipc/counts-views.ts'
import { CodeEntry } from '../../ui/code-entry.tsx'
import { CommandButton } from '../../ui/command-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { Panel } from '../../ui/panel.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'
import layout from '../../ui/work-layout.module.css'
import { CancelDialog } from './cancel-dialog.tsx'
import { CountedPlaces } from './counted-places.tsx'
import { useCountRequest } from './queries.ts'
import { TallyFigures } from './tally-figures.tsx'
import { UnknownList } from './unknown-list.tsx'
import { varianceColumns } from './variance-columns.tsx'
import classes from './variance.module.css'

const ROW_HEIGHT_PX = 60
const USUAL_REASONS = ['Cycle count', 'Year-end stock-taking', 'After a wrong picking', 'After a spill or damage']

export interface VarianceProps {
  readonly count: OpenCountView
  readonly variance: VarianceView
  readonly view: CountingView
}

/** What a count found against what the store says, before it is posted. */
export function Variance({ count, variance, view }: VarianceProps) {
  const { tally, lines, total, waits } = variance
  const columns = useMemo(varianceColumns, [])
  const [throwing, setThrowing] = useState(false)
  return (
    <div className={layout.columns}>
      <div className={layout.main}>
        <header className={classes.header}>
          <h2 className={classes.title}>Variance of {count.count}</h2>
          <TallyFigures tally={tally} />
        </header>
        {waits !== null && (
          <p className={classes.waits} role="alert">
            {waits}
          </p>
        )}
        <UnknownList unknown={view.unknown} />
        <Panel fill label="What does not agree">
          <VirtualTable
            label="What does not agree"
            columns={columns}
            rowHeightPx={ROW_HEIGHT_PX}
            count={lines.length}
            rowAt={(index) => lines[index]}
            isUrgent={({ finding }) => finding === 'changed'}
            onOpen={() => undefined}
            empty={
              <EmptyState icon={IconChecks} title="Everything agrees">
                DONE posts it: the history of each thing says that it was counted.
              </EmptyState>
            }
          />
          {total > lines.length && (
            <p className={classes.more}>
              The first {groupedCount(lines.length)} of {groupedCount(total)} are listed; posting writes all of them.
            </p>
          )}
        </Panel>
      </div>
      <div className={layout.side}>
        <CommandButton
          command={encodeCommand({ kind: 'done' })}
          kind={waits === null ? 'main' : 'other'}
          title="Post the count"
          note="DONE"
        />
        <Panel label="Reason">
          <ReasonForm count={count} />
        </Panel>
        <Panel label="Places of this count">
          <CountedPlaces count={count} here={null} />
        </Panel>
        <CommandButton command={encodeCommand({ kind: 'home' })} kind="other" title="Leave it open" note="HOME" />
        <Button size="lg" variant="subtle" color="red" onClick={() => setThrowing(true)}>
          Throw the count away…
        </Button>
        <div className={layout.push}>
          <CodeEntry />
        </div>
      </div>
      <CancelDialog count={throwing ? count : null} onClose={() => setThrowing(false)} />
    </div>
  )
}

/** Why the adjustments are made; kept as it is typed, so that a scan of DONE takes it along. */
function ReasonForm({ count }: { readonly count: OpenCountView }) {
  const setReason = useCountRequest<'setReason'>((counts, input) => counts.setReason(input))
  const [reason, setText] = useState(count.reason)
  const say = (text: string) => {
    setText(text)
    setReason.mutate({ count: count.id, reason: text })
  }
  return (
    <div className={classes.reason}>
      <TextInput
        label="Reason"
        description="Kept with each adjustment"
        placeholder={`Cycle count ${count.count}`}
        size="md"
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => say(event.currentTarget.value)}
      />
      <div className={classes.usual} role="group" aria-label="Usual reasons">
        {USUAL_REASONS.map((usual) => (
          <Button
            key={usual}
            size="lg"
            variant={reason === usual ? 'filled' : 'default'}
            aria-pressed={reason === usual}
            onClick={() => say(usual)}
          >
            {usual}
          </Button>
        ))}
      </div>
    </div>
  )
}
