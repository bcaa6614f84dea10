import { Button, Modal, Radio } from '@mantine/core'
import { IconListNumbers, IconListTree } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { TRACKING_TYPES } from '../../../../core/tracking/tracking-type.ts'
import type { TrackingType } from '../../../../core/tracking/tracking-type.ts'
import type { PartView, SetTrackingAnswer } from '../../../../ipc/views.ts'
import { useStation } from '../../station-context.tsx'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { Outcome } from '../../ui/outcome.tsx'
import { usePatterns } from './queries.ts'
import { RowsInTheWay } from './rows-in-the-way.tsx'
import { TRACKING_CHOICES } from './tracking-choices.ts'
import classes from './tracking-dialog.module.css'

export interface TrackingDialogProps {
  /** Null while no part is open. */
  readonly part: PartView | null
  readonly onClose: () => void
  readonly onFind: (text: string, alsoGone: boolean) => void
  readonly onBom: (partNumber: string) => void
  readonly onNumbers: (partNumber: string) => void
}

/** How a part is tracked, with help to choose, and what keeps it from being tracked in another way. */
export function TrackingDialog({ part, onClose, ...ways }: TrackingDialogProps) {
  return (
    <Modal opened={part !== null} onClose={onClose} title={part === null ? '' : part.partNumber} size={640}>
      {part !== null && <TrackingForm key={part.partNumber} part={part} onClose={onClose} {...ways} />}
    </Modal>
  )
}

function TrackingForm({ part, onClose, onFind, onBom, onNumbers }: TrackingDialogProps & { readonly part: PartView }) {
  const station = useStation()
  const patterns = usePatterns(part.partNumber)
  const [tracking, setTracking] = useState<TrackingType>(part.tracking)
  const change = useMutation<SetTrackingAnswer, Error, TrackingType>({
    mutationFn: (tracking) => station.parts.setTracking({ partNumber: part.partNumber, tracking })
  })
  const answer = change.data

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (tracking !== part.tracking) change.mutate(tracking)
  }

  if (answer && answer.kind !== 'refused') {
    return <Outcome words={answer.message} back="Close" onBack={onClose} />
  }
  return (
    <form className={form.form} onSubmit={onSubmit}>
      <Button
        size="md"
        variant="default"
        leftSection={<IconListTree size={20} aria-hidden />}
        onClick={() => onBom(part.partNumber)}
      >
        What it is made of, and what it goes into
      </Button>
      {patterns.data !== undefined && patterns.data.length > 0 && (
        <Button
          size="md"
          variant="default"
          leftSection={<IconListNumbers size={20} aria-hidden />}
          onClick={() => onNumbers(part.partNumber)}
        >
          How its {part.tracking === 'serial' ? 'serials' : 'lots'} are numbered
        </Button>
      )}
      <Radio.Group
        label="How it is tracked"
        description="Rows that are there keep their own type; what comes in from now on has the new one."
        value={tracking}
        onChange={(value) => {
          setTracking(value)
          change.reset()
        }}
      >
        <div className={classes.types}>
          {TRACKING_TYPES.map((type) => (
            <Radio
              key={type}
              value={type}
              size="md"
              label={TRACKING_CHOICES[type].title}
              description={TRACKING_CHOICES[type].words}
            />
          ))}
        </div>
      </Radio.Group>
      {answer && <RowsInTheWay answer={answer} onFind={onFind} />}
      {change.error && <Failure what="The part was not changed" error={change.error} />}
      <Button type="submit" size="lg" disabled={tracking === part.tracking || change.isPending}>
        Track it so from now on
      </Button>
    </form>
  )
}
