import { Menu } from '@mantine/core'
import type { ScanFilterInput } from '../../../../ipc/journal-api.ts'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { SaveMenu } from '../../ui/save-menu.tsx'
import { useSaveScans } from './queries.ts'

/** Takes what the list shows out of the window, all of it, the oldest scan first. */
export function SaveScans({ filter }: { readonly filter: ScanFilterInput }) {
  const save = useSaveScans()
  return (
    <SaveMenu save={save} saved={savedWords(save.data)} widthPx={280}>
      <Menu.Label>What is listed</Menu.Label>
      <Menu.Item onClick={() => save.mutate({ ...filter, format: 'csv' })}>For spreadsheets (CSV)</Menu.Item>
      <Menu.Item onClick={() => save.mutate({ ...filter, format: 'jsonl' })}>
        For programs, to play again (JSON Lines)
      </Menu.Item>
    </SaveMenu>
  )
}

function savedWords(saved: { readonly file: string | null; readonly scans: number } | undefined): string {
  if (saved === undefined || saved.file === null) return ''
  return `${saved.scans === 1 ? '1 scan' : `${groupedCount(saved.scans)} scans`} saved: ${saved.file}`
}
