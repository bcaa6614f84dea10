import { useState } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { Quantity } from '../../../../core/quantity.ts'
import type { BuildView, InstallationView, PendingComponentView, RunView } from '../../../../ipc/assembly-views.ts'
import { useSubmit } from '../../scanning.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { CodeEntry } from '../../ui/code-entry.tsx'
import { CommandButton } from '../../ui/command-button.tsx'
import { QuantityDialog } from '../../ui/quantity-dialog.tsx'
import layout from '../../ui/work-layout.module.css'
import { BuildTree } from './build-tree.tsx'
import { BuildsDialog } from './builds-dialog.tsx'
import { findBuild } from './find-build.ts'
import { CompleteDialog } from './complete-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { RunHeader } from './run-header.tsx'
import { RunWork } from './run-work.tsx'

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
  const isComplete = inHand !== undefined && inHand.openLines === 0 && run.pending === null
  return (
    <div className={layout.columns}>
      <div className={layout.main}>
        <RunHeader run={run} inHand={inHand} onTrace={onTrace} />
        <RunWork run={run} inHand={inHand} />
        {run.top && (
          <BuildTree
            build={run.top}
            inHand={run.inHand}
            pending={run.pending}
            onRemove={(installation) => setDialog({ kind: 'remove', installation })}
            onTrace={onTrace}
          />
        )}
      </div>
      <div className={layout.side}>
        <CommandButton
          command={encodeCommand({ kind: 'done' })}
          kind={isComplete || run.pending !== null ? 'main' : 'other'}
          title={doneTitle(run, inHand)}
          note="DONE"
        />
        <ActionButton kind="other" title="Quantity" note="QTY" onClick={() => setDialog({ kind: 'quantity' })} />
        <CommandButton command={encodeCommand({ kind: 'undo' })} kind="other" title="Undo scan" note="UNDO" />
        {inHand && inHand.openLines > 0 && run.pending === null && (
          <ActionButton
            kind="other"
            title="Complete as it is"
            note="LEAD"
            onClick={() => setDialog({ kind: 'complete', build: inHand })}
          />
        )}
        {run.state !== 'planned' && (
          <ActionButton
            kind="other"
            title={run.tracking === 'serial' ? 'Units' : 'What was built'}
            note="LIST"
            onClick={() => setDialog({ kind: 'builds' })}
          />
        )}
        <CommandButton
          command={encodeCommand({ kind: 'cancel' })}
          kind="leave"
          title={cancelTitle(run, inHand)}
          note="CANCEL"
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

/** What `DS:CANCEL` does now: it leaves what is innermost. */
function cancelTitle({ pending, saidQuantity, top }: RunView, inHand: BuildView | undefined): string {
  if (pending !== null) return 'Leave it out'
  if (saidQuantity !== null) return 'No quantity'
  return inHand !== undefined && inHand.id !== top?.id ? 'Back to parent' : 'Leave run'
}

/** What the line of a pending component still needs. */
function openOf(inHand: BuildView | undefined, { line }: PendingComponentView): Quantity | null {
  return inHand?.lines.find((each) => each.line === line)?.open ?? null
}

/** What `DS:DONE` does now. */
function doneTitle({ pending, top }: RunView, inHand: BuildView | undefined): string {
  if (pending !== null) return 'Install it'
  if (inHand !== undefined && top !== null && inHand.id !== top.id) return 'Child done'
  return top?.tracking === 'serial' || top === null ? 'Unit done' : 'Done'
}
