import { useEffect, useRef, useState } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { Quantity } from '../../../../core/quantity.ts'
import type { BuildView, InstallationView, PendingComponentView, RunView } from '../../../../ipc/assembly-views.ts'
import { useSubmit } from '../../scanning.tsx'
import { CodeEntry } from '../../ui/code-entry.tsx'
import { Panel } from '../../ui/panel.tsx'
import { QuantityDialog } from '../../ui/quantity-dialog.tsx'
import layout from '../../ui/work-layout.module.css'
import { BuildTree } from './build-tree.tsx'
import { Builds } from './builds.tsx'
import { BuildsDialog } from './builds-dialog.tsx'
import { findBuild } from './find-build.ts'
import { CompleteDialog } from './complete-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { RunActions } from './run-actions.tsx'
import { RunHeader } from './run-header.tsx'
import { RunWork } from './run-work.tsx'
import classes from './open-run.module.css'

export interface OpenRunProps {
  readonly run: RunView
  readonly onTrace: (code: string, part: string | null) => void
}

type Dialog =
  | { readonly kind: 'quantity' }
  | { readonly kind: 'builds' }
  | { readonly kind: 'complete'; readonly build: BuildView }
  | { readonly kind: 'remove'; readonly installation: InstallationView }

/** The run that scans go to: what is being built, what to scan next above all, and what is in it so far. */
export function OpenRun({ run, onTrace }: OpenRunProps) {
  const submit = useSubmit()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const close = () => setDialog(null)
  const inHand = findBuild(run.top, run.inHand)
  const treeRef = useRef<HTMLDivElement>(null)
  const isTopInHand = run.top !== null && run.top.id === run.inHand
  useEffect(() => {
    // What is open of it comes first.
    if (isTopInHand) treeRef.current?.scrollTo({ top: 0 })
  }, [isTopInHand])
  return (
    <div className={layout.columns}>
      <div className={layout.main}>
        <RunHeader run={run} inHand={inHand} onTrace={onTrace} />
        <RunWork run={run} inHand={inHand} />
        {run.top === null && run.state !== 'planned' && (
          <Panel fill label="What the run builds">
            <Builds run={run} onChosen={() => undefined} />
          </Panel>
        )}
        {run.top && (
          <div key={run.top.id} ref={treeRef} className={classes.tree}>
            <BuildTree
              isTop
              build={run.top}
              inHand={run.inHand}
              pending={run.pending}
              onRemove={(installation) => setDialog({ kind: 'remove', installation })}
              onTrace={onTrace}
            />
          </div>
        )}
      </div>
      <div className={layout.side}>
        <RunActions
          run={run}
          inHand={inHand}
          onQuantity={() => setDialog({ kind: 'quantity' })}
          onComplete={(build) => setDialog({ kind: 'complete', build })}
          onBuilds={() => setDialog({ kind: 'builds' })}
        />
        <div className={layout.push}>
          <CodeEntry />
        </div>
      </div>
      <QuantityDialog
        opened={dialog?.kind === 'quantity'}
        open={run.pending === null ? null : openOf(inHand, run.pending)}
        unit={run.pending?.unit ?? ''}
        wholeOnly={false}
        onClose={close}
        onQuantity={(quantity) => {
          close()
          submit(encodeCommand({ kind: 'quantity', quantity }))
        }}
      />
      <BuildsDialog run={run} opened={dialog?.kind === 'builds'} onClose={close} />
      <CompleteDialog build={dialog?.kind === 'complete' ? dialog.build : null} onClose={close} />
      <RemoveDialog installation={dialog?.kind === 'remove' ? dialog.installation : null} onClose={close} />
    </div>
  )
}

/** What the line of a pending component still needs. */
function openOf(inHand: BuildView | undefined, { line }: PendingComponentView): Quantity | null {
  return inHand?.lines.find((each) => each.line === line)?.open ?? null
}
