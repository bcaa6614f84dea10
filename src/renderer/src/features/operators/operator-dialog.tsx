import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Role } from '../../../../core/operators/operator.ts'
import { MAX_PIN_LENGTH, MIN_PIN_LENGTH } from '../../../../core/operators/pin.ts'
import type { OperatorsApi } from '../../../../ipc/operators-api.ts'
import type { OperatorView, StaffAnswer } from '../../../../ipc/operators-views.ts'
import form from '../../ui/form.module.css'
import { BadgeField } from './badge-field.tsx'
import { useStaffChange } from './queries.ts'
import { RoleField } from './role-field.tsx'
import { StaffRefusal } from './staff-refusal.tsx'
import classes from './operator-dialog.module.css'

export interface OperatorDialogProps {
  /** Null while nobody is open. */
  readonly operator: OperatorView | null
  readonly onClose: () => void
}

/** One operator: role, badge, PIN, and whether they are still here. */
export function OperatorDialog({ operator, onClose }: OperatorDialogProps) {
  return (
    <Modal opened={operator !== null} onClose={onClose} title={operator?.name ?? ''} size={560}>
      {operator !== null && (
        <OperatorForm key={`${operator.id} ${operator.badge} ${operator.role}`} operator={operator} onClose={onClose} />
      )}
    </Modal>
  )
}

type Change = (operators: OperatorsApi) => Promise<StaffAnswer>

function OperatorForm({ operator, onClose }: { readonly operator: OperatorView; readonly onClose: () => void }) {
  const { id, isActive, hasPin } = operator
  const [role, setRole] = useState<Role>(operator.role)
  const [badge, setBadge] = useState(operator.badge ?? '')
  const [pin, setPin] = useState('')
  const change = useStaffChange<Change>((operators, ask) => ask(operators))
  const close = (answer: StaffAnswer) => (answer.kind === 'done' ? onClose() : undefined)

  /** What differs, one change after the other: the first that is refused is shown, and the others wait. */
  async function save(operators: OperatorsApi): Promise<StaffAnswer> {
    const changes: readonly Change[] = [
      ...(role === operator.role ? [] : [(api: OperatorsApi) => api.setRole({ operator: id, role })]),
      ...(badge.trim() === (operator.badge ?? '')
        ? []
        : [(api: OperatorsApi) => api.setBadge({ operator: id, badge: badge.trim() })]),
      ...(pin === '' ? [] : [(api: OperatorsApi) => api.setPin({ operator: id, pin })])
    ]
    for (const each of changes) {
      const answer = await each(operators)
      if (answer.kind === 'refused') return answer
    }
    return { kind: 'done' }
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    change.mutate(save, { onSuccess: close })
  }

  if (!isActive) {
    return (
      <div className={form.form}>
        <p className={form.words}>This person has left: the badge opens nothing. Name and history stay theirs.</p>
        <StaffRefusal answer={change.data} error={change.error} />
        <Button
          size="lg"
          disabled={change.isPending}
          onClick={() => change.mutate((api) => api.setActive({ operator: id, active: true }), { onSuccess: close })}
        >
          Let them come back
        </Button>
      </div>
    )
  }
  return (
    <form className={form.form} onSubmit={onSubmit}>
      <RoleField value={role} onChange={setRole} />
      <BadgeField value={badge} onChange={setBadge} />
      <TextInput
        label={hasPin ? 'New PIN' : 'PIN'}
        description={`${MIN_PIN_LENGTH} to ${MAX_PIN_LENGTH} digits. Asked for where the station is set up to. A new one ends a lock.`}
        type="password"
        size="md"
        inputMode="numeric"
        autoComplete="off"
        value={pin}
        maxLength={MAX_PIN_LENGTH}
        onChange={(event) => setPin(event.currentTarget.value)}
      />
      <StaffRefusal answer={change.data} error={change.error} />
      <Button type="submit" size="lg" disabled={change.isPending}>
        Save
      </Button>
      <div className={classes.others}>
        <Button
          variant="default"
          size="md"
          disabled={!hasPin || change.isPending}
          onClick={() => change.mutate((api) => api.setPin({ operator: id, pin: null }), { onSuccess: close })}
        >
          Take the PIN away
        </Button>
        <Button
          variant="default"
          color="red"
          size="md"
          disabled={change.isPending}
          onClick={() => change.mutate((api) => api.setActive({ operator: id, active: false }), { onSuccess: close })}
        >
          Has left
        </Button>
      </div>
    </form>
  )
}
