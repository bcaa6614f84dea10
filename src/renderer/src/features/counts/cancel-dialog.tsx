import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { saysWhy } from '../../../../core/reason.ts'
import type { OpenCountView } from '../../../../ipc/counts-views.ts'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { ReasonField } from '../../ui/reason-field.tsx'
import { useCountRequest } from './queries.ts'
import { Refused } from './refused.tsx'

export interface CancelDialogProps {
  /** Null while the dialog is closed. */
  readonly count: OpenCountView | null
  readonly onClose: () => void
}

/** Throws a count away, with a reason; stock stays as it is. */
export function CancelDialog({ count, onClose }: CancelDialogProps) {
  return (
    <Modal opened={count !== null} onClose={onClose} title={count ? `Throw ${count.count} away` : ''} size={520}>
      {count && <CancelForm count={count} onClose={onClose} />}
    </Modal>
  )
}

function CancelForm({ count, onClose }: { readonly count: OpenCountView; readonly onClose: () => void }) {
  const cancel = useCountRequest<'cancel'>((counts, input) => counts.cancel(input))
  const [reason, setReason] = useState('')

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    cancel.mutate(
      { count: count.id, reason },
      {
        onSuccess: ({ kind }) => {
          if (kind === 'done') onClose()
        }
      }
    )
  }

  return (
    <form className={form.form} onSubmit={onSubmit}>
      <p className={form.words}>
        What was counted is not posted, and stock stays as it is. The count stays in the list of past counts.
      </p>
      <ReasonField value={reason} onChange={setReason} autoFocus />
      <Refused answer={cancel.data} />
      {cancel.error && <Failure what="The count was not thrown away" error={cancel.error} inline />}
      <div className={form.choices}>
        <Button size="lg" variant="default" onClick={onClose}>
          Keep it
        </Button>
        <Button type="submit" size="lg" color="red" disabled={!saysWhy(reason) || cancel.isPending}>
          Throw it away
        </Button>
      </div>
    </form>
  )
}
