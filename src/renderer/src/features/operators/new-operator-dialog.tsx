import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Role } from '../../../../core/operators/operator.ts'
import form from '../../ui/form.module.css'
import { BadgeField } from './badge-field.tsx'
import { useStaffChange } from './queries.ts'
import { RoleField } from './role-field.tsx'
import { StaffRefusal } from './staff-refusal.tsx'

export interface NewOperatorDialogProps {
  readonly opened: boolean
  /** Whether nobody is set up yet: the first is an admin. */
  readonly isFirst: boolean
  readonly onClose: () => void
}

export function NewOperatorDialog({ opened, isFirst, onClose }: NewOperatorDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Add an operator" size={560}>
      {opened && <NewOperatorForm isFirst={isFirst} onDone={onClose} />}
    </Modal>
  )
}

function NewOperatorForm({ isFirst, onDone }: { readonly isFirst: boolean; readonly onDone: () => void }) {
  const [name, setName] = useState('')
  const [badge, setBadge] = useState('')
  const [role, setRole] = useState<Role>(isFirst ? 'admin' : 'clerk')
  const add = useStaffChange<{ badge: string; name: string; role: Role }>((operators, input) => operators.add(input))
  const isReady = name.trim() !== '' && badge.trim() !== ''

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (!isReady) return
    add.mutate(
      { badge: badge.trim(), name: name.trim(), role },
      { onSuccess: (answer) => (answer.kind === 'done' ? onDone() : undefined) }
    )
  }

  return (
    <form className={form.form} onSubmit={onSubmit}>
      <TextInput
        label="Name"
        description="It stands in the history with what the person does, and is never given to another."
        size="md"
        data-autofocus
        maxLength={60}
        value={name}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <BadgeField value={badge} onChange={setBadge} />
      <RoleField value={role} onChange={setRole} />
      <StaffRefusal answer={add.data} error={add.error} />
      <Button type="submit" size="lg" disabled={!isReady || add.isPending}>
        Add
      </Button>
    </form>
  )
}
