import '@xyflow/react/dist/base.css'
import { Background, Controls, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react'
import type { Edge } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
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
import type { Box, Line, Side } from './drawing.ts'
import { nextBox } from './next-box.ts'
import classes from './trace-graph.module.css'

/** What is shown before anybody asks for more: beyond some hundred boxes there is no picture any more. */
const BOXES_A_SIDE = 100
/** A bill has some lines, and all are worth a look; what a lot went into is soon told by its first few. */
const CHILDREN_SHOWN = { 'made-of': 12, 'used-in': 6 } as const
const CHILDREN_UNFOLDED = 40

/** Smaller boxes cannot be read: what does not fit then begins at the thing itself, and is walked. */
const LEGIBLE_ZOOM = 0.62

const NODE_TYPES = { box: BoxView }

/** Of which nodes more children are shown, and how many. */
const NOTHING_UNFOLDED: Readonly<Record<Side, ReadonlyMap<string, number>>> = {
  'made-of': new Map(),
  'used-in': new Map()
}

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
  const [unfolded, setUnfolded] = useState(NOTHING_UNFOLDED)
  const [active, setActive] = useState(root.key)
  const hostRef = useRef<HTMLDivElement>(null)
  const flow = useReactFlow()
  const drawing = useMemo(() => {
    const limits = (side: Side) => ({ nodes: BOXES_A_SIDE, children: CHILDREN_SHOWN[side], unfolded: unfolded[side] })
    return drawingOf(root, foldTree(madeOf, root.key, limits('made-of')), foldTree(usedIn, root.key, limits('used-in')))
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

  /** All of it, or where it would be too small to read, the thing itself in the middle. */
  const show = useCallback(() => {
    const at = places.get(root.key)
    void flow.fitView(FIT).then(() => {
      if (flow.getZoom() >= LEGIBLE_ZOOM || !at) return undefined
      return flow.setCenter(at.x + BOX_WIDTH / 2, at.y + BOX_HEIGHT / 2, { zoom: LEGIBLE_ZOOM })
    })
  }, [flow, places, root.key])

  function open(box: Box) {
    if (box.kind === 'thing') {
      if (!box.isRoot) onTrace(codeOf(box.node), box.node.partNumber)
      return
    }
    const shown = unfolded[box.side].get(box.of) ?? CHILDREN_SHOWN[box.side]
    setUnfolded({ ...unfolded, [box.side]: new Map(unfolded[box.side]).set(box.of, shown + CHILDREN_UNFOLDED) })
    setActive(box.of)
  }

  /** Brings a box into the middle, and the focus to it. */
  const goTo = useCallback(
    (id: string, atLeastZoom: number) => {
      const place = places.get(id)
      if (!place) return
      const buttons = hostRef.current?.querySelectorAll<HTMLElement>('[data-box]') ?? []
      // The picture moves itself: scrolling it would tear it apart.
      ;[...buttons].find(({ dataset }) => dataset.box === id)?.focus({ preventScroll: true })
      const zoom = Math.max(flow.getZoom(), atLeastZoom)
      void flow.setCenter(place.x + BOX_WIDTH / 2, place.y + BOX_HEIGHT / 2, { zoom })
    },
    [flow, places]
  )

  // What was unfolded has moved everything: one goes on from where one was.
  const unfoldedShown = useRef(unfolded)
  useEffect(() => {
    if (unfoldedShown.current === unfolded) return
    unfoldedShown.current = unfolded
    goTo(shownActive, LEGIBLE_ZOOM)
  }, [unfolded, goTo, shownActive])

  function onKeyDown(event: KeyboardEvent) {
    const next = nextBox(event.key, shownActive, places, drawing.lines)
    if (next === undefined) return
    event.preventDefault()
    setActive(next)
    goTo(next, LEGIBLE_ZOOM)
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
        onInit={show}
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
