import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { saysWhy } from '../../../../core/reason.ts'
import type { LabelView } from '../../../../ipc/views.ts'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { ReasonField } from '../../ui/reason-field.tsx'
import { useReprint } from './queries.ts'

const USUAL_REASONS = ['Did not come out', 'Damaged', 'Not readable', 'Lost']

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
  const isLongEnough = saysWhy(reason)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (isLongEnough) reprint.mutate({ label: label.id, reason: reason.trim() }, { onSuccess: onDone })
  }

  return (
    <form className={form.form} onSubmit={onSubmit}>
      <p className={form.words}>
        A new copy is printed with the next copy number, and the one before becomes void. If the old one turns up, its
        scan says so.
      </p>
      <ReasonField
        usual={USUAL_REASONS}
        description="It is kept with both copies, with your name."
        value={reason}
        onChange={setReason}
        autoFocus
      />
      {reprint.error && <Failure inline what="The label was not printed again" error={reprint.error} />}
      <Button type="submit" size="lg" disabled={!isLongEnough || reprint.isPending}>
        Print the new copy
      </Button>
    </form>
  )
}
