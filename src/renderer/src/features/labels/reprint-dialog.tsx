import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { LabelView } from '../../../../ipc/views.ts'
import { Failure } from '../../ui/failure.tsx'
import { useReprint } from './queries.ts'
import classes from './dialog.module.css'

const USUAL_REASONS = ['Did not come out', 'Damaged', 'Not readable', 'Lost']
const MIN_REASON_LENGTH = 3
const MAX_REASON_LENGTH = 500

export interface ReprintDialogProps {
  readonly label: LabelView
  readonly opened: boolean
  readonly onClose: () => void
}

/** A new copy is a person's decision, and its reason is kept. */
export function ReprintDialog({ label, opened, onClose }: ReprintDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Print ${label.label} again`} size={520}>
      {opened && <ReprintForm label={label} onDone={onClose} />}
    </Modal>
  )
}

function ReprintForm({ label, onDone }: { readonly label: LabelView; readonly onDone: () => void }) {
  const reprint = useReprint()
  const [reason, setReason] = useState('')
  const isLongEnough = reason.trim().length >= MIN_REASON_LENGTH

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (isLongEnough) reprint.mutate({ label: label.id, reason: reason.trim() }, { onSuccess: onDone })
  }

  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <p className={classes.words}>
        A new copy is printed with the next copy number, and the one before becomes void. If the old one turns up, its
        scan says so.
      </p>
      <div className={classes.choices} role="group" aria-label="Usual reasons">
        {USUAL_REASONS.map((usual) => (
          <Button
            key={usual}
            size="md"
            variant={reason === usual ? 'filled' : 'default'}
            aria-pressed={reason === usual}
            onClick={() => setReason(usual)}
          >
            {usual}
          </Button>
        ))}
      </div>
      <Textarea
        label="Reason"
        description="It is kept with both copies, with your name."
        data-autofocus
        size="md"
        rows={2}
        maxLength={MAX_REASON_LENGTH}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {reprint.error && <Failure inline what="The label was not printed again" error={reprint.error} />}
      <Button type="submit" size="lg" disabled={!isLongEnough || reprint.isPending}>
        Print the new copy
      </Button>
    </form>
  )
}
