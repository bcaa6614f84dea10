import { Button, TextInput } from '@mantine/core'
import { IconBackspace } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { MAX_PIN_LENGTH, MIN_PIN_LENGTH } from '../../../../core/operators/pin.ts'
import { Failure } from '../../ui/failure.tsx'
import pad from '../../ui/quantity-dialog.module.css'
import { useEnterPin } from './queries.ts'
import classes from './asking-dialog.module.css'

const KEYS = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '', '0', 'back'] as const

export interface PinFormProps {
  /** What the PIN approves; null where it signs in. */
  readonly approves: string | null
  readonly onCancel: () => void
}

/** A PIN, by keys or by a hand in a glove. What is typed is never shown and goes nowhere but to the station. */
export function PinForm({ approves, onCancel }: PinFormProps) {
  const enter = useEnterPin()
  const [pin, setPin] = useState('')
  const answer = enter.data
  const isWrong = answer !== undefined && answer.sound === 'refused' && pin === ''

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (pin.length < MIN_PIN_LENGTH || enter.isPending) return
    enter.mutate(pin)
    setPin('')
  }

  const press = (key: string) =>
    setPin((pin) => (key === 'back' ? pin.slice(0, -1) : `${pin}${key}`.slice(0, MAX_PIN_LENGTH)))

  return (
    <form className={classes.body} onSubmit={onSubmit}>
      {approves !== null && <p className={classes.what}>{approves}</p>}
      <TextInput
        aria-label="PIN"
        type="password"
        size="xl"
        data-autofocus
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, '').slice(0, MAX_PIN_LENGTH))}
        error={isWrong ? `${answer.title}. ${answer.message}` : undefined}
      />
      {enter.error && <Failure inline what="The PIN was not taken" error={enter.error} />}
      <div className={pad.pad}>
        {KEYS.map((key) =>
          key === '' ? (
            <span key="blank" />
          ) : (
            <button
              key={key}
              type="button"
              className={pad.key}
              aria-label={key === 'back' ? 'Take the last digit back' : undefined}
              onClick={() => press(key)}
            >
              {key === 'back' ? <IconBackspace size={30} aria-hidden /> : key}
            </button>
          )
        )}
      </div>
      <div className={classes.finish}>
        <Button size="xl" variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="xl" type="submit" disabled={pin.length < MIN_PIN_LENGTH || enter.isPending}>
          Enter
        </Button>
      </div>
    </form>
  )
}
