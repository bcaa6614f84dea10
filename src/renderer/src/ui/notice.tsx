import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './notice.module.css'

export interface NoticeProps {
  readonly tone: 'warn' | 'bad'
  readonly icon: Icon
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** What stands in the way of work, over the whole width. */
export function Notice({ tone, icon: Mark, title, action, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role="alert">
      <Mark size={24} aria-hidden className={classes.icon} />
      <p className={classes.words}>
        <strong>{title}</strong> {children}
      </p>
      {action}
    </div>
  )
}
