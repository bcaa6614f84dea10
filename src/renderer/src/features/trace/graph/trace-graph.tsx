import '@xyflow/react/dist/base.css'
import { Background, Controls, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import type { Edge } from '@xyflow/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { ONE } from '../../../../../core/quantity.ts'
import { codeOf } from '../../../../../core/trace/graph.ts'
import type { TraceNode } from '../../../../../core/trace/graph.ts'
import { foldTree } from '../../../../../core/trace/fold.ts'
import type { TreeNode } from '../../../../../core/trace/tree.ts'
import { groupedQuantity } from '../../../ui/grouped-quantity.ts'
import { BoxView } from './box-view.tsx'
import type { BoxNode } from './box-view.tsx'
import { BOX_HEIGHT, BOX_WIDTH, drawingOf, placeBoxes } from './drawing.ts'
import type { Box, Line } from './drawing.ts'
import { nextBox } from './next-box.ts'
import classes from './trace-graph.module.css'

/** More boxes than this are no picture any more. Each side has half of them. */
const MOST_BOXES = 240
const CHILDREN_SHOWN = 12
const CHILDREN_UNFOLDED = 40

const NODE_TYPES = { box: BoxView }

export interface TraceGraphProps {
  readonly root: TraceNode
  readonly madeOf: readonly TreeNode[]
  readonly usedIn: readonly TreeNode[]
  readonly onTrace: (code: string, part: string | null) => void
}

/** What is in what, to be walked: by click, by arrow keys and Enter, and by scanning the next label. */
export function TraceGraph(props: TraceGraphProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  )
}

function Flow({ root, madeOf, usedIn, onTrace }: TraceGraphProps) {
  const [unfolded, setUnfolded] = useState<ReadonlyMap<string, number>>(new Map())
  const [active, setActive] = useState(root.key)
  const hostRef = useRef<HTMLDivElement>(null)
  const flow = useReactFlow()
  const drawing = useMemo(() => {
    const limits = { nodes: MOST_BOXES / 2, children: CHILDREN_SHOWN, unfolded }
    return drawingOf(root, foldTree(madeOf, root.key, limits), foldTree(usedIn, root.key, limits))
  }, [root, madeOf, usedIn, unfolded])
  const places = useMemo(() => placeBoxes(drawing), [drawing])
  const shownActive = places.has(active) ? active : root.key
  const nodes = useMemo(
    () =>
      drawing.boxes.map((box): BoxNode => {
        const { x, y } = places.get(box.id) ?? { x: 0, y: 0 }
        return {
          id: box.id,
          type: 'box',
          position: { x, y },
          width: BOX_WIDTH,
          height: BOX_HEIGHT,
          data: { box, isActive: box.id === shownActive }
        }
      }),
    [drawing, places, shownActive]
  )
  const edges = useMemo(() => drawing.lines.map(edgeOf), [drawing])

  // What was unfolded may lie outside the picture.
  useEffect(() => {
    if (unfolded.size > 0) void flow.fitView(FIT)
  }, [flow, unfolded])

  function open(box: Box) {
    if (box.kind === 'thing') {
      if (!box.isRoot) onTrace(codeOf(box.node), box.node.partNumber)
      return
    }
    setUnfolded(new Map(unfolded).set(box.of, (unfolded.get(box.of) ?? CHILDREN_SHOWN) + CHILDREN_UNFOLDED))
    setActive(box.of)
  }

  function onKeyDown(event: KeyboardEvent) {
    const next = nextBox(event.key, shownActive, places, drawing.lines)
    const place = next === undefined ? undefined : places.get(next)
    if (next === undefined || !place) return
    event.preventDefault()
    setActive(next)
    const button = [...(hostRef.current?.querySelectorAll<HTMLElement>('[data-box]') ?? [])].find(
      (each) => each.dataset.box === next
    )
    // The picture moves itself: scrolling it would tear it apart.
    button?.focus({ preventScroll: true })
    const zoom = Math.max(flow.getZoom(), 0.7)
    void flow.setCenter(place.x + BOX_WIDTH / 2, place.y + BOX_HEIGHT / 2, { zoom })
  }

  return (
    <div
      ref={hostRef}
      className={classes.graph}
      role="group"
      aria-label="Graph: components to the left, what they are in to the right. Arrow keys walk, Enter opens."
      onKeyDown={onKeyDown}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        fitView
        fitViewOptions={FIT}
        minZoom={0.05}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        onNodeClick={(_event, { data }) => open(data.box)}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        zoomActivationKeyCode={null}
        panActivationKeyCode={null}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={22} color="var(--line)" />
        <Controls position="top-right" orientation="horizontal" showInteractive={false} fitViewOptions={FIT} />
      </ReactFlow>
    </div>
  )
}

const FIT = { padding: 0.12, maxZoom: 1 }

/** How much is said where it is not one. */
function edgeOf({ id, from, to, quantity, unit }: Line): Edge {
  const edge: Edge = { id, source: from, target: to, focusable: false }
  if (quantity === null) return { ...edge, className: classes.more ?? '' }
  return quantity === ONE ? edge : { ...edge, label: `${groupedQuantity(quantity)} ${unit}` }
}
