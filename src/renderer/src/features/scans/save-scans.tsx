import { Button, Menu } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import type { ScanFilterInput } from '../../../../ipc/journal-api.ts'
import { failureWords } from '../../ui/failure-words.ts'
import { groupedCount } from '../../ui/grouped-quantity.ts'
import { useSaveScans } from './queries.ts'
import classes from './save-scans.module.css'

/** Takes what the list shows out of the window, all of it, the oldest scan first. */
export function SaveScans({ filter }: { readonly filter: ScanFilterInput }) {
  const save = useSaveScans()
  return (
    <div className={classes.save}>
      <p className={classes.outcome} data-failed={save.isError || undefined} role="status">
        {save.isError ? failureWords(save.error) : savedWords(save.data)}
      </p>
      <Menu position="bottom-end" width={280} transitionProps={{ duration: 0 }} shadow="md">
        <Menu.Target>
          <Button size="md" loading={save.isPending} leftSection={<IconDeviceFloppy size={18} aria-hidden />}>
            Save
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>What is listed</Menu.Label>
          <Menu.Item onClick={() => save.mutate({ ...filter, format: 'csv' })}>For spreadsheets (CSV)</Menu.Item>
          <Menu.Item onClick={() => save.mutate({ ...filter, format: 'jsonl' })}>
            For programs, to play again (JSON Lines)
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

/** Nothing is said where the person thought better of it. */
function savedWords(saved: { readonly file: string | null; readonly scans: number } | undefined): string {
  if (saved === undefined || saved.file === null) return ''
  return `${saved.scans === 1 ? '1 scan' : `${groupedCount(saved.scans)} scans`} saved: ${saved.file}`
}
