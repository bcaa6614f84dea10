import { Button, Menu } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { failureWords } from './failure-words.ts'
import classes from './save-menu.module.css'

export interface SaveMenuProps {
  readonly save: { readonly isPending: boolean; readonly error: Error | null }
  /** What was saved; empty before that, and where the person thought better of it. */
  readonly saved: string
  readonly widthPx: number
  /** The ways to save, as items of a menu. */
  readonly children: ReactNode
}

/** Takes what is shown out of the window, in one of several ways, and says what came of it. */
export function SaveMenu({ save, saved, widthPx, children }: SaveMenuProps) {
  return (
    <div className={classes.save}>
      <p className={classes.outcome} data-failed={save.error !== null || undefined} role="status">
        {save.error ? failureWords(save.error) : saved}
      </p>
      <Menu position="bottom-end" width={widthPx} transitionProps={{ duration: 0 }} shadow="md">
        <Menu.Target>
          <Button size="md" loading={save.isPending} leftSection={<IconDeviceFloppy size={18} aria-hidden />}>
            Save
          </Button>
        </Menu.Target>
        <Menu.Dropdown>{children}</Menu.Dropdown>
      </Menu>
    </div>
  )
}
