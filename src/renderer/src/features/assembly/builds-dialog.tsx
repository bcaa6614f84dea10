import { Modal } from '@mantine/core'
import type { RunView } from '../../../../ipc/assembly-views.ts'
import { Builds } from './builds.tsx'
import classes from './dialog.module.css'

export interface BuildsDialogProps {
  readonly run: Pick<RunView, 'run' | 'inHand'>
  readonly opened: boolean
  readonly onClose: () => void
}

/** What a run builds, above what is worked on. */
export function BuildsDialog({ run, opened, onClose }: BuildsDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`What ${run.run} builds`} size={680}>
      {opened && (
        <div className={classes.list}>
          <Builds run={run} onChosen={onClose} />
        </div>
      )}
    </Modal>
  )
}
