import type { ReactNode } from 'react'
import classes from './toolbar.module.css'

export interface ToolbarProps {
  readonly title: string
  /** How much there is, in words. */
  readonly note: string
  readonly children: ReactNode
  readonly actions?: ReactNode
}

/** What stands above a list: its name, a search, and what else can be done. */
export function Toolbar({ title, note, children, actions }: ToolbarProps) {
  return (
    <header className={classes.toolbar}>
      <div className={classes.name}>
        <h1 className={classes.title}>{title}</h1>
        <span className={classes.note} role="status">
          {note}
        </span>
      </div>
      <div className={classes.search}>{children}</div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
