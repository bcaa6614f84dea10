import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { saysWhy } from '../../../../core/reason.ts'
import type { IssueDetailView } from '../../../../ipc/issue-views.ts'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { ReasonField } from '../../ui/reason-field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import type { IssueAction } from './issue-actions.tsx'
import { useChange } from './queries.ts'

type Reasoned = Exclude<IssueAction, 'dispose'>

interface ActionWords {
  readonly title: string
  readonly words: string
  readonly usual: readonly string[]
}

const WORDS: Readonly<Record<Reasoned, ActionWords>> = {
  hold: {
    title: 'Put it on hold',
    words: 'Nobody installs it, moves it or takes it out until it is let go or decided. Whoever scans it is told.',
    usual: ['Suspected', 'Waits for inspection']
  },
  release: {
    title: 'Let it go',
    words: 'It can be installed, moved and used again. The issue stays open.',
    usual: ['Inspected and good', 'Held by mistake']
  },
  close: {
    title: 'Close the issue',
    words: 'It is closed for good. What comes up later is a new issue.',
    usual: ['Decided and done', 'Nothing found']
  }
}

export interface ReasonDialogProps {
  readonly issue: IssueDetailView
  /** Null while nothing is asked. */
  readonly action: Reasoned | null
  readonly onClose: () => void
}

export function ReasonDialog({ issue, action, onClose }: ReasonDialogProps) {
  return (
    <Modal opened={action !== null} onClose={onClose} title={action === null ? '' : WORDS[action].title} size={560}>
      {action !== null && <ReasonForm key={action} issue={issue} action={action} onClose={onClose} />}
    </Modal>
  )
}

function ReasonForm({ issue: { number }, action, onClose }: ReasonDialogProps & { readonly action: Reasoned }) {
  const { title, words, usual } = WORDS[action]
  const [reason, setReason] = useState('')
  const change = useChange<string>((station, reason) => station.issues[action]({ issue: number, reason }))
  const isReady = saysWhy(reason) && !change.isPending

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (!isReady) return
    change.mutate(reason, {
      onSuccess: (answer) => {
        if (answer.kind === 'done') onClose()
      }
    })
  }

  return (
    <form className={form.form} onSubmit={onSubmit}>
      <p className={form.words}>{words}</p>
      <ReasonField usual={usual} value={reason} onChange={setReason} autoFocus />
      {change.data?.kind === 'refused' && <Refusal>{change.data.message}</Refusal>}
      {change.error && <Failure inline what={`${number} was not changed`} error={change.error} />}
      <Button type="submit" size="lg" disabled={!isReady}>
        {title}
      </Button>
    </form>
  )
}
