import { Button, TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { SubjectsAnswer, SubjectView } from '../../../../ipc/issue-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { indexAfterKey } from '../../ui/grid-keys.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { statusTone } from '../../ui/status-tone.ts'
import { Refusal } from '../../ui/refusal.tsx'
import { SUBJECT_WORDS } from './issue-words.ts'
import classes from './raise-form.module.css'

const MAX_CODE_LENGTH = 200

export interface SubjectChoiceProps {
  readonly answer: SubjectsAnswer | null
  readonly chosen: SubjectView | null
  readonly onChoose: (subject: SubjectView) => void
  readonly onCode: (code: string) => void
}

/** What the issue is attached to: scanned, typed, or chosen where a code names several things. */
export function SubjectChoice({ answer, chosen, onChoose, onCode }: SubjectChoiceProps) {
  const [text, setText] = useState('')

  function take() {
    if (text.trim() !== '') onCode(text.trim())
    setText('')
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter') return
    // The form around it is for the whole issue.
    event.preventDefault()
    take()
  }

  return (
    <section className={classes.section} aria-label="What it is attached to">
      <div className={classes.code}>
        <TextInput
          label="Scan the unit, the lot or the part, or type its number"
          size="md"
          value={text}
          maxLength={MAX_CODE_LENGTH}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          leftSection={<IconBarcode size={20} aria-hidden />}
          spellCheck={false}
          autoComplete="off"
          autoFocus={answer === null}
        />
        <Button size="md" variant="default" disabled={text.trim() === ''} onClick={take}>
          Look it up
        </Button>
      </div>
      {answer?.kind === 'unknown' && <Refusal>{answer.message}</Refusal>}
      {answer?.kind === 'found' && <Choices subjects={answer.subjects} chosen={chosen} onChoose={onChoose} />}
    </section>
  )
}

interface ChoicesProps extends Pick<SubjectChoiceProps, 'chosen' | 'onChoose'> {
  readonly subjects: readonly SubjectView[]
}

function Choices({ subjects, chosen, onChoose }: ChoicesProps) {
  const at = Math.max(
    0,
    subjects.findIndex((each) => isSame(each, chosen))
  )

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const next = indexAfterKey(event.key, at, subjects.length, subjects.length)
    const subject = next === undefined ? undefined : subjects[next]
    if (next === undefined || !subject) return
    event.preventDefault()
    onChoose(subject)
    event.currentTarget.querySelectorAll('button')[next]?.focus()
  }

  return (
    <div className={classes.subjects} role="radiogroup" aria-label="The issue is about" onKeyDown={onKeyDown}>
      {subjects.map((subject, index) => (
        <button
          key={`${subject.kind} ${subject.row ?? subject.lot ?? ''}`}
          type="button"
          role="radio"
          aria-checked={isSame(subject, chosen)}
          tabIndex={index === at ? 0 : -1}
          className={classes.subject}
          onClick={() => onChoose(subject)}
        >
          <span className={classes.name}>
            {SUBJECT_WORDS[subject.kind]} <CodeText wrap>{subject.code}</CodeText>
            <StateMark tone={statusTone(subject.status)}>{subject.status}</StateMark>
          </span>
          <span className={classes.quiet}>
            {subject.kind === 'row' ? '' : `${subject.partNumber}, `}
            {subject.words}
            {subject.kind === 'lot' && '. All of it, wherever it is, and the units that came from it.'}
          </span>
          {subject.held !== '' && <span className={classes.held}>{subject.held}</span>}
        </button>
      ))}
    </div>
  )
}

export function isSame(one: SubjectView, other: SubjectView | null): boolean {
  return other !== null && one.row === other.row && one.lot === other.lot
}
