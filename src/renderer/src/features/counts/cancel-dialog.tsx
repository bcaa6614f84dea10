import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { MIN_REASON_LENGTH } from '../../../../core/inventory/stock-decision.ts'
import type { OpenCountView } from '../../../../ipc/counts-views.ts'
import { Failure } from '../../ui/failure.tsx'
import { useCountRequest } from './queries.ts'
import { Refusal } from './refusal.tsx'
import classes from './form.module.css'

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
    <form className={classes.form} onSubmit={onSubmit}>
      <p className={classes.words}>
        What was counted is not posted, and stock stays as it is. The count stays in the list of past counts.
      </p>
      <Textarea
        label="Reason"
        size="md"
        rows={2}
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Refusal answer={cancel.data} />
      {cancel.error && <Failure what="The count was not thrown away" error={cancel.error} inline />}
      <div className={classes.choices}>
        <Button size="lg" variant="default" onClick={onClose}>
          Keep it
        </Button>
        <Button
          type="submit"
          size="lg"
          color="red"
          disabled={reason.trim().length < MIN_REASON_LENGTH || cancel.isPending}
        >
          Throw it away
        </Button>
      </div>
    </form>
  )
}
