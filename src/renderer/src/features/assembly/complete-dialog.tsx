import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { saysWhy } from '../../../../core/reason.ts'
import type { BuildView } from '../../../../ipc/assembly-views.ts'
import { Failure } from '../../ui/failure.tsx'
import { groupedQuantity } from '../../ui/grouped-quantity.ts'
import form from '../../ui/form.module.css'
import { ReasonField } from '../../ui/reason-field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { nameOfBuild } from './build-words.ts'
import { useComplete } from './queries.ts'
import classes from './dialog.module.css'

const USUAL_REASONS = ['Not needed for this one', 'Fitted later', 'Out of stock', 'Test unit']

export interface CompleteDialogProps {
  /** Null while nothing is completed. */
  readonly build: BuildView | null
  readonly onClose: () => void
}

/** Completes what is being built although lines are open: with the reason why, and a lead's badge, asked for above it. */
export function CompleteDialog({ build, onClose }: CompleteDialogProps) {
  return (
    <Modal
      opened={build !== null}
      onClose={onClose}
      title={build === null ? '' : `Complete ${nameOfBuild(build)} as it is`}
      size={560}
    >
      {build !== null && <CompleteForm key={build.id} build={build} onClose={onClose} />}
    </Modal>
  )
}

function CompleteForm({ build, onClose }: CompleteDialogProps & { readonly build: BuildView }) {
  const complete = useComplete()
  const [reason, setReason] = useState('')
  const isReady = saysWhy(reason)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (!isReady) return
    complete.mutate(
      { build: build.id, quantity: null, reason: reason.trim() },
      {
        onSuccess: (answer) => {
          if (answer.kind === 'done') onClose()
        }
      }
    )
  }

  return (
    <form className={form.form} onSubmit={onSubmit}>
      <p className={form.words}>What is still missing stays out of it, and its history says why:</p>
      <ul className={classes.open}>
        {build.lines
          .filter(({ open }) => open > 0)
          .map(({ line, component, open, unit }) => (
            <li key={line}>
              {groupedQuantity(open)} {unit} of {component}
            </li>
          ))}
      </ul>
      <ReasonField usual={USUAL_REASONS} value={reason} onChange={setReason} autoFocus />
      {complete.data?.kind === 'refused' && <Refusal>{complete.data.message}</Refusal>}
      {complete.error && <Failure inline what="It was not completed" error={complete.error} />}
      <div className={form.choices}>
        <Button size="lg" variant="default" onClick={onClose}>
          Go on building
        </Button>
        <Button type="submit" size="lg" disabled={!isReady || complete.isPending}>
          Complete it
        </Button>
      </div>
    </form>
  )
}
