import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { USUAL_LOSSES } from '../../../../core/printing/returns.ts'
import { saysWhy } from '../../../../core/reason.ts'
import type { LabelView } from '../../../../ipc/views.ts'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { ReasonField } from '../../ui/reason-field.tsx'
import { useLost } from './queries.ts'

export interface LostDialogProps {
  /** None while it is closed. */
  readonly labels: readonly LabelView[]
  readonly onClose: () => void
}

/** That a label is asked for no more, although it is not back, is a person's decision. */
export function LostDialog({ labels, onClose }: LostDialogProps) {
  const [only] = labels
  const name = labels.length === 1 ? (only?.serial ?? only?.lot ?? only?.title ?? '') : `${labels.length} labels`
  return (
    <Modal opened={labels.length > 0} onClose={onClose} title={`${name} cannot be found`} size={520}>
      {labels.length > 0 && <LostForm labels={labels} onDone={onClose} />}
    </Modal>
  )
}

function LostForm({ labels, onDone }: { readonly labels: readonly LabelView[]; readonly onDone: () => void }) {
  const lost = useLost()
  const [reason, setReason] = useState('')
  const isLongEnough = saysWhy(reason)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (isLongEnough) lost.mutate({ labels: labels.map(({ id }) => id), reason: reason.trim() }, { onSuccess: onDone })
  }

  return (
    <form className={form.form} onSubmit={onSubmit}>
      <p className={form.words}>
        It stays void, and is asked for no more. If it turns up after all, its scan says so, and crosses it off.
      </p>
      <ReasonField usual={USUAL_LOSSES} value={reason} onChange={setReason} autoFocus />
      {lost.error && <Failure inline what="That was not kept" error={lost.error} />}
      <Button type="submit" size="lg" disabled={!isLongEnough || lost.isPending}>
        Give it up
      </Button>
    </form>
  )
}
