import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import { MAX_TEXT_LENGTH } from '../../../../core/quality/issue.ts'
import { Failure } from '../../ui/failure.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useChange } from './queries.ts'
import classes from './issue-detail.module.css'

/** A comment stays with the issue for good. */
export function CommentForm({ issue }: { readonly issue: string }) {
  const [text, setText] = useState('')
  const comment = useChange<string>((station, text) => station.issues.comment({ issue, text }))

  function send() {
    if (text.trim() === '' || comment.isPending) return
    comment.mutate(text, {
      onSuccess: (answer) => {
        if (answer.kind === 'done') setText('')
      }
    })
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    send()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && event.ctrlKey) send()
  }

  return (
    <form className={classes.comment} onSubmit={onSubmit}>
      <Textarea
        label="Comment"
        description="Ctrl and Enter add it."
        size="md"
        rows={2}
        maxLength={MAX_TEXT_LENGTH}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {comment.data?.kind === 'refused' && <Refusal>{comment.data.message}</Refusal>}
      {comment.error && <Failure inline what="The comment was not kept" error={comment.error} />}
      <div className={classes.actions}>
        <Button type="submit" size="md" disabled={text.trim() === '' || comment.isPending}>
          Add the comment
        </Button>
      </div>
    </form>
  )
}
