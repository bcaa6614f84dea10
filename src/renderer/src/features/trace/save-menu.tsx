import { Button, Menu } from '@mantine/core'
import { IconDeviceFloppy, IconFileTypePdf } from '@tabler/icons-react'
import type { SaveTraceInput } from '../../../../ipc/trace-api.ts'
import type { TraceTableName } from '../../../../ipc/trace-views.ts'
import { failureWords } from '../../ui/failure-words.ts'
import { useSaveTrace } from './queries.ts'
import type { TraceTarget } from './queries.ts'
import classes from './save-menu.module.css'

const TABLES: readonly (readonly [TraceTableName, string])[] = [
  ['history', 'What happened'],
  ['made-of', 'Made of'],
  ['used-in', 'Used in'],
  ['recall', 'Where it is now'],
  ['runs', 'Runs']
]

/** Takes the report out of the window: on pages, or as rows for other programs. */
export function SaveMenu({ target }: { readonly target: TraceTarget }) {
  const save = useSaveTrace()
  const write = (input: SaveTraceInput) => save.mutate(input)
  return (
    <div className={classes.save}>
      <p className={classes.outcome} data-failed={save.isError || undefined} role="status">
        {save.isError ? failureWords(save.error) : savedWords(save.data?.file)}
      </p>
      <Menu position="bottom-end" width={300} transitionProps={{ duration: 0 }} shadow="md">
        <Menu.Target>
          <Button size="md" loading={save.isPending} leftSection={<IconDeviceFloppy size={18} aria-hidden />}>
            Save
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>The whole report</Menu.Label>
          <Menu.Item
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
            onClick={() => write({ ...target, format: 'pdf' })}
          >
            As PDF, to print
          </Menu.Item>
          <Menu.Item onClick={() => write({ ...target, format: 'json', table: null })}>As JSON, for programs</Menu.Item>
          <Menu.Label>One table, for spreadsheets (CSV)</Menu.Label>
          {TABLES.map(([table, title]) => (
            <Menu.Item key={table} onClick={() => write({ ...target, format: 'csv', table })}>
              {title}
            </Menu.Item>
          ))}
          <Menu.Label>One table, for programs (JSON)</Menu.Label>
          {TABLES.map(([table, title]) => (
            <Menu.Item key={table} onClick={() => write({ ...target, format: 'json', table })}>
              {title} as JSON
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

/** Nothing is said where the person thought better of it. */
function savedWords(file: string | null | undefined): string {
  return file === null || file === undefined ? '' : `Saved: ${file}`
}
