import { Menu } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import type { SaveTraceInput } from '../../../../ipc/trace-api.ts'
import type { TraceTableName } from '../../../../ipc/trace-views.ts'
import { SaveMenu } from '../../ui/save-menu.tsx'
import { useSaveTrace } from './queries.ts'
import type { TraceTarget } from './queries.ts'

const TABLES: readonly (readonly [TraceTableName, string])[] = [
  ['history', 'What happened'],
  ['made-of', 'Made of'],
  ['used-in', 'Used in'],
  ['recall', 'Where it is now'],
  ['runs', 'Runs']
]

/** Takes the report out of the window: on pages, or as rows for other programs. */
export function SaveTrace({ target }: { readonly target: TraceTarget }) {
  const save = useSaveTrace()
  const write = (input: SaveTraceInput) => save.mutate(input)
  return (
    <SaveMenu save={save} saved={savedWords(save.data?.file)} widthPx={300}>
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
    </SaveMenu>
  )
}

function savedWords(file: string | null | undefined): string {
  return file === null || file === undefined ? '' : `Saved: ${file}`
}
