import { Button, Modal, TextInput } from '@mantine/core'
import { IconBackspace } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { describeQuantityProblem, formatQuantity, parsePositiveQuantity, wholeUnits } from '../../../core/quantity.ts'
import type { Quantity } from '../../../core/quantity.ts'
import { groupedQuantity } from './grouped-quantity.ts'
import { PAD_KEYS, pressPad } from './quantity-pad.ts'
import type { PadKey } from './quantity-pad.ts'
import classes from './quantity-dialog.module.css'

export interface QuantityDialogProps {
  readonly opened: boolean
  /** How much is open or there; null where nobody is to be told, or knows yet. */
  readonly open: Quantity | null
  readonly unit: string
  readonly wholeOnly: boolean
  readonly onClose: () => void
  readonly onQuantity: (quantity: Quantity) => void
}

/** A number pad for a hand in a glove. */
export function QuantityDialog({ opened, onClose, ...form }: QuantityDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Quantity" size={420}>
      {opened && <QuantityForm {...form} />}
    </Modal>
  )
}

function QuantityForm({ open, unit, wholeOnly, onQuantity }: Omit<QuantityDialogProps, 'opened' | 'onClose'>) {
  const [text, setText] = useState('')
  const problem = text === '' ? undefined : problemOf(text, wholeOnly)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    const reading = parsePositiveQuantity(text)
    if (reading.ok && problem === undefined) onQuantity(reading.quantity)
  }

  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <TextInput
        aria-label={unit === '' ? 'Quantity' : `Quantity in ${unit}`}
        description={open === null ? undefined : `${groupedQuantity(open)} ${unit} open`}
        size="xl"
        data-autofocus
        inputMode="decimal"
        autoComplete="off"
        value={text}
        maxLength={16}
        onChange={(event) => setText(event.currentTarget.value)}
        error={problem}
        rightSection={<span className={classes.unit}>{unit}</span>}
        rightSectionWidth={72}
      />
      <div className={classes.pad}>
        {PAD_KEYS.map((key) => (
          <button
            key={key}
            type="button"
            className={classes.key}
            disabled={wholeOnly && key === '.'}
            aria-label={padLabel(key)}
            onClick={() => setText((text) => pressPad(text, key))}
          >
            {key === 'back' ? <IconBackspace size={30} aria-hidden /> : key}
          </button>
        ))}
      </div>
      <div className={classes.finish}>
        {open !== null && (
          <Button variant="default" size="xl" onClick={() => setText(formatQuantity(open))} disabled={open <= 0}>
            All {groupedQuantity(open)}
          </Button>
        )}
        <Button type="submit" size="xl" disabled={text === '' || problem !== undefined}>
          Take it
        </Button>
      </div>
    </form>
  )
}

function padLabel(key: PadKey): string | undefined {
  if (key === 'back') return 'Take the last digit back'
  return key === '.' ? 'Decimal point' : undefined
}

function problemOf(text: string, wholeOnly: boolean): string | undefined {
  const reading = parsePositiveQuantity(text)
  if (!reading.ok) return sentence(describeQuantityProblem(reading.problem))
  if (wholeOnly && wholeUnits(reading.quantity) === undefined) return 'Units with a number of their own are whole.'
  return undefined
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`
}
