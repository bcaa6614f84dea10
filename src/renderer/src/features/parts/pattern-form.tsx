import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { flushSync } from 'react-dom'
import { MAX_BATCH, MAX_PATTERN_LENGTH } from '../../../../ipc/numbers-api.ts'
import type { KeptPattern, NumberedThing, PatternPreview } from '../../../../ipc/numbers-views.ts'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { Outcome } from '../../ui/outcome.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { FaultyPattern } from './faulty-pattern.tsx'
import { PatternOutlook } from './pattern-outlook.tsx'
import { useChangePattern, usePatternPreview } from './queries.ts'
import { TokenHelp } from './token-help.tsx'
import classes from './pattern-form.module.css'

/** So long after the last key the station is asked, in milliseconds. */
const TYPING_PAUSE_MS = 200
const USUAL_BATCH = '25'

export interface PatternFormProps {
  readonly kept: KeptPattern
  readonly onClose: () => void
}

/** One pattern: as it is typed it says what it would give, or what is wrong with it and where. */
export function PatternForm({ kept, onClose }: PatternFormProps) {
  const { thing } = kept
  // What was shown when it was opened: what somebody else saves meanwhile is not taken for it.
  const [before, setBefore] = useState(kept.pattern)
  const [pattern, setPattern] = useState(kept.pattern ?? '')
  const [batch, setBatch] = useState(USUAL_BATCH)
  const field = useRef<HTMLInputElement>(null)
  const count = batchOf(batch)
  const [asked] = useDebouncedValue(pattern, TYPING_PAUSE_MS)
  const shown = usePatternPreview(thing, asked, count)
  const change = useChangePattern()
  const answer = change.data
  const isBySupplier = kept.mayBeEmpty && pattern === ''
  const isCurrent = shown.data?.pattern === pattern && !isBySupplier
  const preview: PatternPreview | undefined =
    answer?.kind === 'refused' ? answer : isCurrent ? shown.data?.preview : undefined
  const faults = preview?.kind === 'refused' ? preview.faults : []
  const isChanged = pattern !== (before ?? '')

  function edit(next: string) {
    setPattern(next)
    change.reset()
  }

  function insert(token: string) {
    const { current } = field
    const from = current?.selectionStart ?? pattern.length
    const to = current?.selectionEnd ?? from
    // The caret is set in what is written by then.
    flushSync(() => edit(`${pattern.slice(0, from)}${token}${pattern.slice(to)}`))
    current?.focus()
    current?.setSelectionRange(from + token.length, from + token.length)
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (!isChanged) return
    change.mutate(
      { thing, before, pattern },
      {
        onSuccess(answer) {
          if (answer.kind === 'changed-meanwhile') setBefore(answer.pattern)
        }
      }
    )
  }

  if (answer?.kind === 'changed' || answer?.kind === 'unchanged') {
    return <Outcome words={answer.message} back="Close" onBack={onClose} />
  }
  return (
    <form className={form.form} onSubmit={onSubmit}>
      <div className={classes.fields}>
        <TextInput
          ref={field}
          label={labelOf(thing)}
          size="md"
          autoComplete="off"
          spellCheck={false}
          autoFocus
          data-autofocus
          maxLength={MAX_PATTERN_LENGTH}
          classNames={{ input: classes.pattern }}
          value={pattern}
          onChange={(event) => edit(event.currentTarget.value)}
          error={faults.length > 0 && <FaultyPattern pattern={pattern} faults={faults} />}
        />
        <TextInput
          label="For a batch of"
          size="md"
          inputMode="numeric"
          autoComplete="off"
          maxLength={9}
          value={batch}
          onChange={(event) => setBatch(event.currentTarget.value)}
          error={count === null && `A whole number from 1 to ${MAX_BATCH}`}
        />
      </div>
      <PatternOutlook
        preview={count === null ? undefined : preview}
        isBySupplier={isBySupplier}
        isAsking={!isBySupplier && !isCurrent && shown.error === null}
      />
      {shown.error && <Failure inline what="The pattern could not be tried" error={shown.error} />}
      <TokenHelp pattern={pattern} onInsert={insert} />
      {answer?.kind === 'changed-meanwhile' && (
        <Refusal>
          <p>{answer.message}</p>
        </Refusal>
      )}
      {change.error && <Failure inline what="The pattern was not changed" error={change.error} />}
      <div className={form.choices}>
        <Button size="lg" variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" size="lg" disabled={!isChanged || faults.length > 0 || change.isPending}>
          Number so from now on
        </Button>
      </div>
    </form>
  )
}

function labelOf(thing: NumberedThing): string {
  if (thing.kind === 'lot') return 'Pattern of its lots'
  return thing.revision === '' ? 'Pattern of its serials' : `Pattern of its serials at revision ${thing.revision}`
}

/** Null where the text is no number of things. */
function batchOf(text: string): number | null {
  const count = Number(text.trim())
  return /^\d+$/.test(text.trim()) && count >= 1 && count <= MAX_BATCH ? count : null
}
