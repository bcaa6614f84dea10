import { Button, Modal, TextInput } from '@mantine/core'
import { IconId } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import type { AskingView } from '../../../../ipc/operators-views.ts'
import { useSubmit } from '../../scanning.tsx'
import { ChoiceBody } from './choice-body.tsx'
import { PinForm } from './pin-form.tsx'
import { usePresence } from './queries.ts'
import classes from './asking-dialog.module.css'

/** Above all other dialogs, below the panel of the last scan. */
const Z_INDEX = 280

const CANCEL = encodeCommand({ kind: 'cancel' })

/** What the station waits for before it goes on: a lead's badge, a PIN, or which reading of a scan is meant. It comes and goes by scans alone, too. */
export function AskingDialog() {
  const presence = usePresence()
  const submit = useSubmit()
  const asking = presence.data?.asking ?? null
  return (
    <Modal
      opened={asking !== null}
      onClose={() => submit(CANCEL)}
      closeOnClickOutside={false}
      zIndex={Z_INDEX}
      size={520}
      title={titleOf(asking)}
      classNames={{ header: classes.header ?? '', title: classes.title ?? '' }}
    >
      {asking?.kind === 'lead' && <LeadBody key={asking.what} asking={asking} onCancel={() => submit(CANCEL)} />}
      {asking?.kind === 'choice' && <ChoiceBody options={asking.options} onCancel={() => submit(CANCEL)} />}
      {asking?.kind === 'pin' && (
        <PinForm key={asking.name} approves={asking.approves} onCancel={() => submit(CANCEL)} />
      )}
    </Modal>
  )
}

function titleOf(asking: AskingView | null): string {
  switch (asking?.kind) {
    case 'pin':
      return `${asking.name}, type your PIN`
    case 'choice':
      return 'Which is meant?'
    default:
      return 'A lead is needed'
  }
}

interface LeadBodyProps {
  readonly asking: Extract<AskingView, { kind: 'lead' }>
  readonly onCancel: () => void
}

function LeadBody({ asking, onCancel }: LeadBodyProps) {
  const submit = useSubmit()
  const [badge, setBadge] = useState('')

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (badge.trim() === '') return
    submit(badge.trim())
    setBadge('')
  }

  return (
    <form className={classes.body} onSubmit={onSubmit}>
      <p className={classes.what}>{asking.what}</p>
      <div className={classes.scan}>
        <IconId size={44} stroke={1.6} aria-hidden />
        <p>
          <strong>Scan the badge of a lead or an admin</strong>
          <span>At any scanner. Whoever is signed in stays so.</span>
        </p>
      </div>
      <TextInput
        label="Or type the badge"
        type="password"
        size="md"
        maxLength={48}
        value={badge}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setBadge(event.currentTarget.value)}
      />
      <div className={classes.finish}>
        <Button size="lg" variant="default" onClick={onCancel}>
          Leave it
        </Button>
        <Button size="lg" type="submit" disabled={badge.trim() === ''}>
          Approve
        </Button>
      </div>
    </form>
  )
}
