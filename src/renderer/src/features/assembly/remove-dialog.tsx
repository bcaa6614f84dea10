import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { saysWhy } from '../../../../core/reason.ts'
import type { InstallationView } from '../../../../ipc/assembly-views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { ReasonField } from '../../ui/reason-field.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { editable, nameOfInstalled } from './build-words.ts'
import { useRemoveInstalled } from './queries.ts'

const USUAL_REASONS = ['Wrong part', 'Damaged', 'Faulty at test', 'For rework']

export interface RemoveDialogProps {
  /** Null while nothing is taken out. */
  readonly installation: InstallationView | null
  readonly onClose: () => void
}

/** Takes out what was installed: how much, where it goes, and why. */
export function RemoveDialog({ installation, onClose }: RemoveDialogProps) {
  const title =
    installation === null ? '' : `Take out ${installation.serial ?? installation.lot ?? installation.partNumber}`
  return (
    <Modal opened={installation !== null} onClose={onClose} title={title} size={560}>
      {installation !== null && <RemoveForm key={installation.id} installation={installation} onClose={onClose} />}
    </Modal>
  )
}

function RemoveForm({ installation, onClose }: RemoveDialogProps & { readonly installation: InstallationView }) {
  const remove = useRemoveInstalled()
  const [quantity, setQuantity] = useState(editable(installation.quantity))
  const [place, setPlace] = useState(installation.from)
  const [reason, setReason] = useState('')
  const isUnit = installation.serial !== null
  const isReady = place.trim() !== '' && saysWhy(reason)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (!isReady) return
    remove.mutate(
      {
        installation: installation.id,
        quantity: isUnit ? null : quantity.trim(),
        to: place.trim(),
        reason: reason.trim()
      },
      {
        onSuccess: (answer) => {
          if (answer.kind === 'done') onClose()
        }
      }
    )
  }

  return (
    <form className={form.form} onSubmit={onSubmit}>
      <p className={form.words}>
        <CodeText wrap>{nameOfInstalled(installation)}</CodeText> of {installation.partNumber} was installed by{' '}
        {installation.operator}. It goes back to stock and keeps its history.
      </p>
      {!isUnit && (
        <TextInput
          label={`Quantity in ${installation.unit}`}
          size="md"
          inputMode="decimal"
          autoComplete="off"
          maxLength={40}
          value={quantity}
          onChange={(event) => setQuantity(event.currentTarget.value)}
        />
      )}
      <TextInput
        label="To the place"
        size="md"
        autoComplete="off"
        spellCheck={false}
        maxLength={48}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <ReasonField usual={USUAL_REASONS} value={reason} onChange={setReason} autoFocus />
      {remove.data?.kind === 'refused' && <Refusal>{remove.data.message}</Refusal>}
      {remove.error && <Failure inline what="It is still installed" error={remove.error} />}
      <div className={form.choices}>
        <Button size="lg" variant="default" onClick={onClose}>
          Leave it in
        </Button>
        <Button type="submit" size="lg" disabled={!isReady || remove.isPending}>
          Take it out
        </Button>
      </div>
    </form>
  )
}
