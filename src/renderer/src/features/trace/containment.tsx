import { SegmentedControl } from '@mantine/core'
import { IconBinaryTree2 } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { sizeOf } from '../../../../core/trace/tree.ts'
import type { TraceGraphView } from '../../../../ipc/trace-views.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { useTraceGraph } from './queries.ts'
import type { TraceTarget } from './queries.ts'
import { TreeTable } from './tree-table.tsx'
import classes from './containment.module.css'

/** The graph and what draws it are loaded when a graph is first looked at, so that the window is ready sooner. */
const TraceGraph = lazy(async () => ({ default: (await import('./graph/trace-graph.tsx')).TraceGraph }))

export interface ContainmentProps {
  readonly shape: 'graph' | 'table'
  readonly target: TraceTarget
  readonly onTrace: (code: string, part: string | null) => void
}

/** What a thing is made of and what it is in, drawn or as rows. */
export function Containment({ shape, target, onTrace }: ContainmentProps) {
  const query = useTraceGraph(target)
  if (query.error)
    return (
      <Failure inline what="The graph could not be read" error={query.error} onRetry={() => void query.refetch()} />
    )
  if (!query.data) return null
  const { graph } = query.data
  if (graph.root === null) {
    return (
      <EmptyState icon={IconBinaryTree2} title="There are too many to follow here">
        Trace one of its units or lots, or have the command line count them all: dockside trace with the part number.
      </EmptyState>
    )
  }
  if (graph.madeOf.length === 0 && graph.usedIn.length === 0) {
    return (
      <EmptyState icon={IconBinaryTree2} title="Nothing is in it, and it is in nothing">
        What is installed by scan in a run shows up here, down to the last lot and up to the finished product.
      </EmptyState>
    )
  }
  if (shape === 'table') return <Trees key={graph.root.key} graph={graph} unit={graph.root.unit} onTrace={onTrace} />
  return (
    <Suspense fallback={null}>
      <TraceGraph
        key={graph.root.key}
        root={graph.root}
        madeOf={graph.madeOf}
        usedIn={graph.usedIn}
        onTrace={onTrace}
      />
    </Suspense>
  )
}

interface TreesProps {
  readonly graph: TraceGraphView
  readonly unit: string
  readonly onTrace: ContainmentProps['onTrace']
}

function Trees({ graph: { madeOf, usedIn }, unit, onTrace }: TreesProps) {
  const [side, setSide] = useState<'made-of' | 'used-in'>(madeOf.length > 0 ? 'made-of' : 'used-in')
  return (
    <>
      <div className={classes.sides}>
        <SegmentedControl
          aria-label="Which way"
          value={side}
          onChange={(value) => setSide(value === 'made-of' ? 'made-of' : 'used-in')}
          transitionDuration={0}
          data={[
            { value: 'made-of', label: `Made of (${groupedCount(sizeOf(madeOf))})` },
            { value: 'used-in', label: `Used in (${groupedCount(sizeOf(usedIn))})` }
          ]}
        />
      </div>
      <TreeTable
        label={side === 'made-of' ? 'Made of' : 'Used in'}
        trees={side === 'made-of' ? madeOf : usedIn}
        unitBelow={side === 'made-of' ? null : unit}
        onTrace={onTrace}
      />
    </>
  )
}
