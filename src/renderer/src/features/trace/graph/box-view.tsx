import { Handle, Position } from '@xyflow/react'
import type { Node, NodeProps } from '@xyflow/react'
import { IconBox, IconDots, IconHash, IconPackages, IconStack2 } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { codeOf } from '../../../../../core/trace/graph.ts'
import type { TraceNodeKind } from '../../../../../core/trace/graph.ts'
import { groupedCount } from '../../../ui/grouped-quantity.ts'
import { statusTone } from '../../../ui/status-tone.ts'
import type { Box } from './drawing.ts'
import classes from './box-view.module.css'

export type BoxNode = Node<{ readonly box: Box; readonly isActive: boolean }, 'box'>

const ICONS: Readonly<Record<TraceNodeKind, Icon>> = {
  serial: IconHash,
  lot: IconPackages,
  untracked: IconStack2,
  part: IconBox
}

const KIND_WORDS: Readonly<Record<TraceNodeKind, string>> = {
  serial: 'Unit',
  lot: 'Lot',
  untracked: 'Untracked pieces of',
  part: 'Part'
}

/** One box of the graph: a button that leads on. Lines meet it left and right. */
export function BoxView({ data: { box, isActive } }: NodeProps<BoxNode>) {
  return (
    <>
      <Handle type="target" position={Position.Left} className={classes.handle ?? ''} isConnectable={false} />
      {box.kind === 'more' ? (
        <button type="button" className={classes.box} data-more data-box={box.id} tabIndex={isActive ? 0 : -1}>
          <IconDots size={20} aria-hidden className={classes.icon} />
          <span className={classes.text}>
            <span className={classes.code}>{groupedCount(box.children)} more</span>
            <span className={classes.about}>
              {box.nodes > box.children ? `${groupedCount(box.nodes)} with what hangs on them` : 'show the next'}
            </span>
          </span>
        </button>
      ) : (
        <ThingButton box={box} isActive={isActive} />
      )}
      <Handle type="source" position={Position.Right} className={classes.handle ?? ''} isConnectable={false} />
    </>
  )
}

function ThingButton({
  box: { id, node, isRoot },
  isActive
}: {
  readonly box: Extract<Box, { kind: 'thing' }>
  readonly isActive: boolean
}) {
  const Mark = ICONS[node.kind]
  const code = codeOf(node)
  const part = code === node.partNumber ? node.description : node.partNumber
  return (
    <button
      type="button"
      className={classes.box}
      data-root={isRoot || undefined}
      data-box={id}
      tabIndex={isActive ? 0 : -1}
      aria-current={isRoot || undefined}
      aria-label={[KIND_WORDS[node.kind], code, node.partNumber, node.status, node.location].filter(Boolean).join(', ')}
      title={node.description}
    >
      <Mark size={20} stroke={1.8} aria-hidden className={classes.icon} />
      <span className={classes.text}>
        <span className={classes.code}>{code}</span>
        <span className={classes.about}>{[part, node.revision].filter(Boolean).join(' ')}</span>
        {node.status !== null && (
          <span className={classes.status} data-tone={statusTone(node.status)}>
            {[node.status, node.location].filter(Boolean).join(' at ')}
          </span>
        )}
      </span>
    </button>
  )
}
