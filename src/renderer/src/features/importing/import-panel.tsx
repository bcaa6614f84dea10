import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { failureWords } from '../../ui/failure-words.ts'
import { Panel } from '../../ui/panel.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { countWords, IMPORTS } from './import-words.ts'
import { useLook, useTake } from './queries.ts'
import classes from './import-panel.module.css'

/** Files are brought in here, one kind at a time: chosen, looked at, and taken over whole or not at all. */
export function ImportPanel() {
  const look = useLook()
  const take = useTake()
  const [isOpen, setIsOpen] = useState(false)
  const looked = look.data?.kind === 'looked' ? look.data : null
  const imported = take.data?.kind === 'imported' ? take.data : null
  return (
    <div className={classes.screen}>
      <Panel title="Import">
        <p className={classes.hint}>
          CSV in UTF-8 or JSON. A file is looked at first; then all of it is taken over, or nothing. The same file a
          second time changes nothing.
        </p>
        <ul className={classes.rows} aria-label="What can be imported">
          {IMPORTS.map(({ kind, title, about }) => (
            <li key={kind} className={classes.row}>
              <strong>{title}</strong>
              <span className={classes.about}>{about}</span>
              <Button
                variant="default"
                size="lg"
                aria-label={`Import ${title.toLowerCase()}`}
                disabled={look.isPending}
                leftSection={<IconFileImport size={20} aria-hidden />}
                onClick={() => {
                  take.reset()
                  look.mutate(kind, { onSuccess: (answer) => setIsOpen(answer.kind === 'looked') })
                }}
              >
                Choose a file
              </Button>
            </li>
          ))}
        </ul>
        <p className={classes.said} data-failed={look.isError || undefined} role="status">
          {look.isError && failureWords(look.error)}
          {!isOpen &&
            imported &&
            `${imported.file} is imported: ${countWords(imported.added, imported.changed, imported.unchanged)}.`}
        </p>
      </Panel>
      {looked && <ImportDialog opened={isOpen} looked={looked} take={take} onClose={() => setIsOpen(false)} />}
    </div>
  )
}
