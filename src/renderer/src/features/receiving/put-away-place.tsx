import { Button, Modal, TextInput } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { encodeCommand } from '../../../../core/barcode/commands.ts'
import { codeProblem, describeCodeProblem } from '../../../../core/code.ts'
import { useSubmit } from '../../scanning.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import classes from './put-away-place.module.css'

/** Where received goods are put, until another place is scanned. */
export function PutAwayPlace({ location }: { readonly location: string }) {
  const [opened, setOpened] = useState(false)
  return (
    <Panel label="Put-away place">
      <div className={classes.place}>
        <span className={classes.caption}>
          <IconMapPin size={18} aria-hidden /> Goods go to
        </span>
        <span className={classes.code}>
          <CodeText>{location}</CodeText>
        </span>
        <Button variant="default" size="lg" onClick={() => setOpened(true)}>
          Change the place
        </Button>
      </div>
      <Modal opened={opened} onClose={() => setOpened(false)} title="Put-away place">
        {opened && <PlaceForm onDone={() => setOpened(false)} />}
      </Modal>
    </Panel>
  )
}

function PlaceForm({ onDone }: { readonly onDone: () => void }) {
  const submit = useSubmit()
  const [code, setCode] = useState('')
  const problem = code === '' ? undefined : codeProblem(code)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (code === '' || problem !== undefined) return
    submit(encodeCommand({ kind: 'location', code }))
    onDone()
  }

  return (
    <form onSubmit={onSubmit} className={classes.form}>
      <TextInput
        label="Place"
        description="Scanning its label does the same."
        size="lg"
        data-autofocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={problem === undefined ? undefined : `This cannot be a place: ${describeCodeProblem(problem)}`}
        spellCheck={false}
        autoComplete="off"
      />
      <Button type="submit" size="lg" disabled={code === '' || problem !== undefined}>
        Put goods there
      </Button>
    </form>
  )
}
