import { Button, Modal } from '@mantine/core'
import { IconLayoutGrid, IconMapPin } from '@tabler/icons-react'
import { useState } from 'react'
import { Failure } from '../../ui/failure.tsx'
import form from '../../ui/form.module.css'
import { PlaceLabelForm } from './place-label-form.tsx'
import { usePrintCommands } from './queries.ts'

/** Labels that belong to no goods: of a place, and of the commands. */
export function PrintMenu() {
  const [opened, setOpened] = useState<'place' | 'commands' | null>(null)
  const close = () => setOpened(null)
  return (
    <>
      <Button
        variant="default"
        size="md"
        leftSection={<IconMapPin size={19} aria-hidden />}
        onClick={() => setOpened('place')}
      >
        Place label
      </Button>
      <Button
        variant="default"
        size="md"
        leftSection={<IconLayoutGrid size={19} aria-hidden />}
        onClick={() => setOpened('commands')}
      >
        Command sheet
      </Button>
      <Modal opened={opened === 'place'} onClose={close} title="Print the label of a place">
        {opened === 'place' && <PlaceLabelForm onDone={close} />}
      </Modal>
      <Modal opened={opened === 'commands'} onClose={close} title="Print the command sheet">
        {opened === 'commands' && <CommandSheet onDone={close} />}
      </Modal>
    </>
  )
}

function CommandSheet({ onDone }: { readonly onDone: () => void }) {
  const print = usePrintCommands()
  return (
    <div className={form.form}>
      <p className={form.words}>
        One label for each command, such as DONE and UNDO. Put them up where goods are scanned: everything can then be
        done with the scanner in hand.
      </p>
      {print.error && <Failure inline what="The commands were not printed" error={print.error} />}
      <Button size="lg" disabled={print.isPending} onClick={() => print.mutate(undefined, { onSuccess: onDone })}>
        Print the commands
      </Button>
    </div>
  )
}
