import { Button, Modal, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { TrackingType } from '../../../../core/tracking/tracking-type.ts'
import { TRACKING_TYPES } from '../../../../core/tracking/tracking-type.ts'
import type { CountRequestAnswer, ScheduleInput, ScheduleView } from '../../../../ipc/counts-views.ts'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { useCountRequest } from './queries.ts'
import { Refused } from './refused.tsx'

export interface ScheduleDialogProps {
  /** Null while the dialog is closed. */
  readonly edited: ScheduleView | 'new' | null
  readonly onClose: () => void
}

/** Says how often a place or a class of parts is counted. */
export function ScheduleDialog({ edited, onClose }: ScheduleDialogProps) {
  return (
    <Modal
      opened={edited !== null}
      onClose={onClose}
      title={edited === 'new' ? 'Schedule a count' : (edited?.words ?? '')}
      size={520}
    >
      {edited !== null && <ScheduleForm edited={edited === 'new' ? null : edited} onClose={onClose} />}
    </Modal>
  )
}

interface FormProps {
  readonly edited: ScheduleView | null
  readonly onClose: () => void
}

function ScheduleForm({ edited, onClose }: FormProps) {
  const schedule = useCountRequest<'schedule'>((counts, input) => counts.schedule(input))
  const unschedule = useCountRequest<'unschedule'>((counts, input) => counts.unschedule(input))
  const [kind, setKind] = useState<ScheduleView['kind']>(edited?.kind ?? 'place')
  const [value, setValue] = useState(edited?.value ?? '')
  const [everyDays, setEveryDays] = useState(edited === null ? '30' : String(edited.everyDays))
  const closeWhenDone = {
    onSuccess: (answer: CountRequestAnswer) => {
      if (answer.kind === 'done') onClose()
    }
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    schedule.mutate({ subject: subjectOf(kind, value.trim()), everyDays }, closeWhenDone)
  }

  return (
    <form className={form.form} onSubmit={onSubmit}>
      {edited === null && (
        <>
          <SegmentedControl
            aria-label="What is counted"
            size="md"
            transitionDuration={0}
            value={kind}
            onChange={(next) => {
              setKind(next)
              setValue(next === 'tracking' ? 'serial' : '')
            }}
            data={[
              { value: 'place', label: 'A place' },
              { value: 'tracking', label: 'A tracking type' },
              { value: 'prefix', label: 'Some parts' }
            ]}
          />
          {kind === 'tracking' ? (
            <Select
              label="Tracking type"
              size="md"
              value={value}
              onChange={(next) => setValue(next ?? 'serial')}
              data={TRACKING_TYPES.map((type) => ({ value: type, label: type }))}
            />
          ) : (
            <TextInput
              label={kind === 'place' ? 'Place' : 'Part numbers begin with'}
              description={kind === 'place' ? 'Its code, as on its label' : 'As in SCREW- for SCREW-M8 and SCREW-M10'}
              size="md"
              maxLength={48}
              autoComplete="off"
              spellCheck={false}
              data-autofocus
              value={value}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          )}
        </>
      )}
      <TextInput
        label="Every so many days"
        size="md"
        inputMode="numeric"
        maxLength={8}
        autoComplete="off"
        value={everyDays}
        onChange={(event) => setEveryDays(event.currentTarget.value)}
      />
      <Refused answer={schedule.data ?? unschedule.data} />
      {schedule.error && <Failure what="It was not scheduled" error={schedule.error} inline />}
      {unschedule.error && <Failure what="It was not removed" error={unschedule.error} inline />}
      <div className={form.choices}>
        {edited === null ? (
          <Button size="lg" variant="default" onClick={onClose}>
            Close
          </Button>
        ) : (
          <Button
            size="lg"
            variant="default"
            disabled={unschedule.isPending}
            onClick={() => unschedule.mutate({ schedule: edited.id }, closeWhenDone)}
          >
            Count it no longer
          </Button>
        )}
        <Button type="submit" size="lg" disabled={value.trim() === '' || schedule.isPending}>
          Schedule it
        </Button>
      </div>
    </form>
  )
}

function subjectOf(kind: ScheduleView['kind'], value: string): ScheduleInput {
  switch (kind) {
    case 'place':
      return { kind, location: value }
    case 'tracking':
      return { kind, tracking: value as TrackingType }
    case 'prefix':
      return { kind, prefix: value }
  }
}
