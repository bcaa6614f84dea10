import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

export interface EmptyStateProps {
  readonly icon: Icon
  readonly title: string
  /** What to do next. */
  readonly children: ReactNode
}

/** What stands where there is nothing yet. */
export function EmptyState({ icon: Mark, title, children }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      <Mark size={44} stroke={1.4} aria-hidden className={classes.icon} />
      <p className={classes.title}>{title}</p>
      <p className={classes.next}>{children}</p>
    </div>
  )
}
