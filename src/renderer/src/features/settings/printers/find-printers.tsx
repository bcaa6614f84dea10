import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { Failure } from '../../../ui/failure.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { FoundPrinters } from './found-printers.tsx'
import { useFindPrinters, useNetworks, type Where } from './queries.ts'
import classes from './find-printers.module.css'

const NOTES: Readonly<Record<Where, string>> = {
  nearby: 'All printers on this network are asked at once to name themselves. Some do not: give their address then.',
  network: 'Each address is asked once who it is, at port 9100. Nothing is printed.',
  usb: 'The printers that are plugged in are asked who they are. Nothing is printed.',
  queues: 'Print queues of this computer. They cannot say whether a label came out.'
}

/** Looks for printers, and only when somebody says so. */
export function FindPrinters() {
  const networks = useNetworks()
  const find = useFindPrinters()
  const [where, setWhere] = useState<Where>('nearby')
  const [typed, setTyped] = useState<string>()
  const addresses = typed ?? networks.data?.join(', ') ?? ''

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    find.mutate({ where, addresses })
  }

  return (
    <Panel title="Look for printers">
      <form className={classes.form} onSubmit={onSubmit}>
        <SegmentedControl<Where>
          aria-label="Where to look"
          size="md"
          fullWidth
          transitionDuration={0}
          value={where}
          onChange={(next) => {
            setWhere(next)
            find.reset()
          }}
          data={[
            { value: 'nearby', label: 'Network' },
            { value: 'network', label: 'Address' },
            { value: 'usb', label: 'USB' },
            { value: 'queues', label: 'Queues' }
          ]}
        />
        {where === 'network' && (
          <TextInput
            size="md"
            label="Addresses"
            placeholder="192.0.2.0/24"
            value={addresses}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <p className={classes.note}>{NOTES[where]}</p>
        <Button type="submit" size="md" loading={find.isPending} leftSection={<IconSearch size={20} aria-hidden />}>
          Look for printers
        </Button>
        {find.error && <Failure inline what="Nothing was looked for" error={find.error} />}
      </form>
      {find.data && !find.isPending && <FoundPrinters found={find.data} />}
    </Panel>
  )
}
