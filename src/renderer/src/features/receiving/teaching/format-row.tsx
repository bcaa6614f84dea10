import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { encodeCommand } from '../../../../../core/barcode/commands.ts'
import { MAX_CODE_LENGTH } from '../../../../../core/code.ts'
import { shown } from '../../../../../core/words.ts'
import type { FormatView } from '../../../../../ipc/teaching-views.ts'
import { useSubmit } from '../../../scanning.tsx'
import { CodeText } from '../../../ui/code-text.tsx'
import { failureWords } from '../../../ui/failure-words.ts'
import { formatMoment } from '../../../ui/moments.ts'
import { useChangeFormat } from './queries.ts'
import classes from './formats-dialog.module.css'

export interface FormatRowProps {
  readonly format: FormatView
  /** Whether an order of its supplier is open, so that it can be taught further. */
  readonly mayTeach: boolean
}

/** One taught label: what it reads, since when, and what can be done with it. */
export function FormatRow({ format, mayTeach }: FormatRowProps) {
  const submit = useSubmit()
  const change = useChangeFormat()
  const [name, setName] = useState<string | null>(null)
  const { format: id, supplier, isUsed, version, at, operator, reads, samples } = format
  const refusal = change.isError
    ? failureWords(change.error)
    : change.data?.kind === 'refused'
      ? change.data.message
      : null

  function rename(event?: FormEvent) {
    event?.preventDefault()
    if (name === null) return
    change.mutate(
      { kind: 'rename', format: id, name },
      {
        onSuccess: (answer) => {
          if (answer.kind === 'done') setName(null)
        }
      }
    )
  }

  return (
    <li className={classes.format} data-unused={!isUsed || undefined}>
      {name === null ? (
        <p className={classes.name}>{format.name}</p>
      ) : (
        <form onSubmit={rename}>
          <TextInput
            aria-label="Name of the label"
            size="md"
            autoFocus
            value={name}
            maxLength={MAX_CODE_LENGTH}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </form>
      )}
      <p className={classes.reads}>{isUsed ? reads : `No longer used. It read: ${reads}`}</p>
      <p className={classes.facts}>
        {supplier}, version {version}, {formatMoment(at)} by {operator}
      </p>
      <div className={classes.actions}>
        {name === null ? (
          <>
            {isUsed && mayTeach && (
              <Button
                size="md"
                variant="default"
                onClick={() => submit(encodeCommand({ kind: 'teach', format: format.name }))}
              >
                Teach further
              </Button>
            )}
            {isUsed && (
              <Button size="md" variant="default" onClick={() => setName(format.name)}>
                Rename
              </Button>
            )}
            <Button
              size="md"
              variant="default"
              loading={change.isPending}
              onClick={() => change.mutate({ kind: isUsed ? 'retire' : 'reinstate', format: id })}
            >
              {isUsed ? 'Use no longer' : 'Use again'}
            </Button>
          </>
        ) : (
          <Button size="md" loading={change.isPending} onClick={() => rename()}>
            Keep the name
          </Button>
        )}
      </div>
      {refusal !== null && (
        <p className={classes.said} data-failed role="alert">
          {refusal}
        </p>
      )}
      <p className={classes.sample}>
        {samples.length === 1 ? '1 label' : `${samples.length} labels`} kept:{' '}
        <CodeText>{shown(samples[0] ?? '')}</CodeText>
      </p>
    </li>
  )
}
