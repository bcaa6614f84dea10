import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { MIN_REASON_LENGTH } from '../../../../core/inventory/stock-decision.ts'
import type { StockDecision } from '../../../../core/inventory/stock-decision.ts'
import { formatQuantity } from '../../../../core/quantity.ts'
import type { InventoryRowView } from '../../../../ipc/views.ts'
import { Failure } from '../../ui/failure.tsx'
import { useMove, useRemove } from './queries.ts'
import { ACTION_WORDS } from './row-actions.ts'
import type { RowAction } from './row-actions.ts'
import classes from './row-dialog.module.css'

export interface RowActionFormProps {
  readonly row: InventoryRowView
  readonly action: RowAction
  readonly onBack: () => void
  readonly onDone: () => void
}

/** How much, and where to or why. What is refused stays on screen with its reason. */
export function RowActionForm({ row, action, onBack, onDone }: RowActionFormProps) {
  const { title, words, usualReasons } = ACTION_WORDS[action]
  const remove = useRemove()
  const move = useMove()
  const [quantity, setQuantity] = useState(formatQuantity(row.quantity))
  const [place, setPlace] = useState('')
  const [reason, setReason] = useState('')
  const isUnit = row.tracking === 'serial'
  const { data: decision, error, isPending } = action === 'move' ? move : remove
  const isReady = action === 'move' ? place.trim() !== '' : reason.trim().length >= MIN_REASON_LENGTH

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (!isReady) return
    const onSuccess = (decision: StockDecision) => {
      if (decision.kind === 'allowed') onDone()
    }
    const amount = isUnit ? null : quantity.trim()
    if (action === 'move') move.mutate({ row: row.id, to: place.trim(), quantity: amount }, { onSuccess })
    else remove.mutate({ row: row.id, kind: action, quantity: amount, reason: reason.trim() }, { onSuccess })
  }

  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <p className={classes.words}>{words}</p>
      {!isUnit && (
        <TextInput
          label={`Quantity in ${row.unit}`}
          description={`${formatQuantity(row.quantity)} ${row.unit} at ${row.location}`}
          size="md"
          inputMode="decimal"
          autoComplete="off"
          autoFocus
          maxLength={40}
          value={quantity}
          onChange={(event) => setQuantity(event.currentTarget.value)}
        />
      )}
      {action === 'move' ? (
        <TextInput
          label="To the place"
          size="md"
          autoComplete="off"
          spellCheck={false}
          autoFocus={isUnit}
          maxLength={48}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
      ) : (
        <>
          <div className={classes.choices} role="group" aria-label="Usual reasons">
            {usualReasons.map((usual) => (
              <Button
                key={usual}
                size="md"
                variant={reason === usual ? 'filled' : 'default'}
                aria-pressed={reason === usual}
                onClick={() => setReason(usual)}
              >
                {usual}
              </Button>
            ))}
          </div>
          <Textarea
            label="Reason"
            description="It is kept in the history, with your name."
            size="md"
            rows={2}
            maxLength={500}
            autoFocus={isUnit}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
      {decision?.kind === 'refused' && (
        <p className={classes.refusal} role="alert">
          {decision.message}
        </p>
      )}
      {error && <Failure what={`${title} was not done`} error={error} />}
      <div className={classes.choices}>
        <Button size="lg" variant="default" onClick={onBack}>
          Back
        </Button>
        <Button type="submit" size="lg" disabled={!isReady || isPending}>
          {title}
        </Button>
      </div>
    </form>
  )
}
