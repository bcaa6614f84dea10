import { Button, SegmentedControl, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH, MIN_TITLE_LENGTH, SEVERITIES } from '../../../../core/quality/issue.ts'
import type { Severity } from '../../../../core/quality/issue.ts'
import type { SubjectView } from '../../../../ipc/issue-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { FilePicker } from './file-picker.tsx'
import { SEVERITY_WORDS, USUAL_TITLES } from './issue-words.ts'
import { useSubjects } from './queries.ts'
import type { About } from './queries.ts'
import { SubjectChoice } from './subject-choice.tsx'
import { useRaise } from './use-raise.ts'
import classes from './raise-form.module.css'

export interface RaiseFormProps {
  /** What another screen says that it is about; null where it is to be scanned or typed. */
  readonly about: About | null
  readonly scanned: { readonly code: string; readonly part: string | null } | null
  readonly onCancel: () => void
  /** `unattached` says why a file was not added, where one was not. */
  readonly onRaised: (issue: string, unattached: string | null) => void
}

/** What is wrong, and with what. What is scanned while it is open names the thing. */
export function RaiseForm({ about: given, scanned, onCancel, onRaised }: RaiseFormProps) {
  const [about, setAbout] = useState(given)
  const [seenGiven, setSeenGiven] = useState(given)
  const [seenScan, setSeenScan] = useState(scanned)
  const [another, setAnother] = useState<RaiseFormProps['scanned']>(null)
  const [choice, setChoice] = useState<SubjectView | null>(null)
  const [title, setTitle] = useState('')
  const [description, setDescription] = useState('')
  const [severity, setSeverity] = useState<Severity>('major')
  const [holds, setHolds] = useState(true)
  const [files, setFiles] = useState<readonly File[]>([])
  const subjects = useSubjects(about)
  const raise = useRaise(onRaised)

  const found = subjects.data?.kind === 'found' ? subjects.data.subjects : []
  const chosen = choice ?? (found.length === 1 || about?.kind === 'row' ? (found[0] ?? null) : null)
  if (seenGiven !== given) {
    setSeenGiven(given)
    takeAbout(given)
  }
  if (seenScan !== scanned) {
    setSeenScan(scanned)
    // What was chosen is not changed behind the back of whoever is writing about it.
    if (chosen !== null) setAnother(scanned)
    else if (scanned) takeAbout({ kind: 'code', ...scanned })
  }
  const isReady = chosen !== null && title.trim().length >= MIN_TITLE_LENGTH && !raise.isPending

  function takeAbout(next: About | null) {
    setAbout(next)
    setChoice(null)
    setAnother(null)
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (!isReady) return
    const { row, lot } = chosen
    raise.mutate({ issue: { row, lot, title, description, severity, holds }, files })
  }

  return (
    <form className={classes.form} onSubmit={onSubmit} aria-label="Raise an issue">
      <h2 className={classes.title}>Raise an issue</h2>
      <SubjectChoice
        answer={subjects.data ?? null}
        chosen={chosen}
        onChoose={setChoice}
        onCode={(code) => takeAbout({ kind: 'code', code, part: null })}
      />
      {another && (
        <div className={classes.named} role="status">
          <p>
            <CodeText>{another.code}</CodeText> was scanned. The issue stays about{' '}
            <CodeText>{chosen?.code ?? ''}</CodeText>.
          </p>
          <Button variant="default" size="md" onClick={() => takeAbout({ kind: 'code', ...another })}>
            Make it about what was scanned
          </Button>
        </div>
      )}
      {subjects.error && <Failure inline what="It could not be looked up" error={subjects.error} />}
      <section className={classes.section} aria-label="What is wrong">
        <div className={classes.choices} role="group" aria-label="Usual titles">
          {USUAL_TITLES.map((usual) => (
            <Button
              key={usual}
              size="md"
              variant={title === usual ? 'filled' : 'default'}
              aria-pressed={title === usual}
              onClick={() => setTitle(usual)}
            >
              {usual}
            </Button>
          ))}
        </div>
        <TextInput
          label="What is wrong"
          description="In a few words: they show wherever the thing is scanned."
          size="md"
          required
          withAsterisk={false}
          maxLength={MAX_TITLE_LENGTH}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          autoComplete="off"
        />
        <Textarea
          label="Details"
          size="md"
          rows={3}
          maxLength={MAX_TEXT_LENGTH}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <div>
          <SegmentedControl
            aria-label="Severity"
            size="md"
            transitionDuration={0}
            value={severity}
            onChange={(value) => setSeverity(value)}
            data={SEVERITIES.map((value) => ({ value, label: SEVERITY_WORDS[value] }))}
          />
        </div>
        <Switch
          size="md"
          label="Put it on hold"
          description="Nobody installs it, moves it or takes it out, until quality lets it go or decides what becomes of it."
          checked={holds}
          onChange={(event) => setHolds(event.currentTarget.checked)}
        />
      </section>
      <FilePicker files={files} onFiles={setFiles} />
      {raise.data?.kind === 'refused' && <Refusal>{raise.data.message}</Refusal>}
      {raise.error && <Failure inline what="The issue was not raised" error={raise.error} />}
      <div className={classes.actions}>
        <Button size="lg" variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" size="lg" disabled={!isReady}>
          {holds ? 'Raise it and put it on hold' : 'Raise it'}
        </Button>
      </div>
    </form>
  )
}
