import { Tabs } from '@mantine/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { TraceView } from '../../../../ipc/trace-views.ts'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { Panel } from '../../ui/panel.tsx'
import { Containment } from './containment.tsx'
import type { TraceTarget } from './queries.ts'
import { RecallList } from './recall-list.tsx'
import { RunsTable } from './runs-table.tsx'
import { TimeLine } from './time-line.tsx'
import { TraceHeader } from './trace-header.tsx'
import { TracedIssues } from './traced-issues.tsx'
import { TracedLabels } from './traced-labels.tsx'
import classes from './trace-report.module.css'

export interface TraceReportProps {
  readonly target: TraceTarget
  readonly trace: TraceView
  readonly onTrace: (code: string, part: string | null) => void
  /** The open issues of what is traced, with the way to raise one. */
  readonly openIssues: ReactNode
}

type Tab = 'graph' | 'table' | 'recall' | 'runs' | 'issues' | 'labels'

/** A thing on one screen: how it stands, what happened to it, and beside that what is in what. */
export function TraceReport({ target, trace, onTrace, openIssues }: TraceReportProps) {
  const [tab, setTab] = useState<Tab>('graph')
  const { kind, code, partNumber, history, historyLeft, runs, issues, labels } = trace
  const panes: Readonly<Record<Tab, () => ReactNode>> = {
    graph: () => <Containment shape="graph" target={target} onTrace={onTrace} />,
    table: () => <Containment shape="table" target={target} onTrace={onTrace} />,
    recall: () => <RecallList target={target} unit={trace.unit} onTrace={onTrace} />,
    runs: () => <RunsTable runs={runs} unit={trace.unit} onTrace={onTrace} />,
    issues: () => <TracedIssues issues={issues} />,
    labels: () => <TracedLabels labels={labels} />
  }
  return (
    <article className={classes.report}>
      <TraceHeader trace={trace} onTrace={onTrace} openIssues={openIssues} />
      <section className={classes.pane} aria-label="What is in what">
        <Tabs
          value={tab}
          onChange={(value) => setTab((value ?? 'graph') as Tab)}
          keepMounted={false}
          classNames={{ root: classes.tabs ?? '', panel: classes.panel ?? '', list: classes.list ?? '' }}
        >
          <Tabs.List>
            <Tabs.Tab value="graph">Graph</Tabs.Tab>
            <Tabs.Tab value="table">Table</Tabs.Tab>
            <Tabs.Tab value="recall">Where it is now</Tabs.Tab>
            <Tabs.Tab value="runs">{counted('Runs', runs.length)}</Tabs.Tab>
            <Tabs.Tab value="issues">{counted('Issues', issues.length)}</Tabs.Tab>
            <Tabs.Tab value="labels">{counted('Labels', labels.length)}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value={tab}>{panes[tab]()}</Tabs.Panel>
        </Tabs>
      </section>
      <Panel fill title="What happened">
        <TimeLine key={`${kind} ${partNumber} ${code}`} history={history} left={historyLeft} />
      </Panel>
    </article>
  )
}

function counted(title: string, count: number): string {
  return count === 0 ? title : `${title} (${groupedCount(count)})`
}
