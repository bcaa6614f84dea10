import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { saysWhy } from '../../../../core/reason.ts'
import type { StockDecision } from '../../../../core/inventory/stock-decision.ts'
import { formatQuantity } from '../../../../core/quantity.ts'
import type { InventoryRowView } from '../../../../ipc/views.ts'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { ReasonField } from '../../ui/reason-field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useMove, useRemove } from './queries.ts'
import { ACTION_WORDS } from './row-actions.ts'
import type { RowAction } from './row-actions.ts'

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
  const isReady = action === 'move' ? place.trim() !== '' : saysWhy(reason)

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
    <form className={form.form} onSubmit={onSubmit}>
      <p className={form.words}>{words}</p>
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
        <ReasonField usual={usualReasons} value={reason} onChange={setReason} autoFocus={isUnit} />
      )}
      {decision?.kind === 'refused' && <Refusal>{decision.message}</Refusal>}
      {error && <Failure what={`${title} was not done`} error={error} />}
      <div className={form.choices}>
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
