import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { BuildView, RunView } from '../../../../ipc/assembly-views.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { CommandButton } from '../../ui/command-button.tsx'

export interface RunActionsProps {
  readonly run: RunView
  /** The build that scans go to. */
  readonly inHand: BuildView | undefined
  readonly onQuantity: () => void
  readonly onComplete: (build: BuildView) => void
  readonly onBuilds: () => void
}

/** What can be done with an open run: each button with a code is the barcode of that command. */
export function RunActions({ run, inHand, onQuantity, onComplete, onBuilds }: RunActionsProps) {
  if (inHand === undefined) {
    return <CommandButton command={encodeCommand({ kind: 'home' })} kind="main" title="Leave run" note="HOME" />
  }
  const isReady = run.pending !== null || inHand.openLines === 0
  return (
    <>
      <CommandButton
        command={encodeCommand({ kind: 'done' })}
        kind={isReady ? 'main' : 'other'}
        title={doneTitle(run, inHand)}
        note="DONE"
      />
      <ActionButton kind="other" title="Quantity" note="QTY" onClick={onQuantity} />
      <CommandButton command={encodeCommand({ kind: 'undo' })} kind="other" title="Undo scan" note="UNDO" />
      {!isReady && (
        <ActionButton kind="other" title="Complete as it is" note="LEAD" onClick={() => onComplete(inHand)} />
      )}
      <ActionButton
        kind="other"
        title={run.tracking === 'serial' ? 'Units' : 'What was built'}
        note="LIST"
        onClick={onBuilds}
      />
      <CommandButton
        command={encodeCommand({ kind: 'cancel' })}
        kind="leave"
        title={cancelTitle(run, inHand)}
        note="CANCEL"
      />
    </>
  )
}

/** What `DS:DONE` does now. */
function doneTitle({ pending, top }: RunView, inHand: BuildView): string {
  if (pending !== null) return 'Install it'
  if (inHand.id !== top?.id) return 'Child done'
  if (inHand.state === 'completed') return 'Rework done'
  return inHand.tracking === 'serial' ? 'Unit done' : 'Done'
}

/** What `DS:CANCEL` does now: it leaves what is innermost. */
function cancelTitle({ pending, saidQuantity, top }: RunView, inHand: BuildView): string {
  if (pending !== null) return 'Leave it out'
  if (saidQuantity !== null) return 'No quantity'
  return inHand.id === top?.id ? 'Leave run' : 'Back to parent'
}
