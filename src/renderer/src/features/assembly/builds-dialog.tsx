import { useEffect } from 'react'
import { Modal } from '@mantine/core'
import type { RunView } from '../../../../ipc/assembly-views.ts'
import { useStation } from '../../station-context.tsx'
import { Builds } from './builds.tsx'
import classes from './dialog.module.css'

export interface BuildsDialogProps {
  readonly run: Pick<RunView, 'run' | 'inHand'>
  readonly opened: boolean
  readonly onClose: () => void
}

/** What a run builds, above what is worked on. A scan goes to what is worked on, and so does the eye: it closes this. */
export function BuildsDialog({ run, opened, onClose }: BuildsDialogProps) {
  const station = useStation()
  useEffect(() => (opened ? station.on('scan', onClose) : undefined), [station, opened, onClose])
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
