import type { ReactNode } from 'react'
import classes from './panel.module.css'

export interface PanelProps {
  readonly title?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** Takes the height that is left, and lets its content scroll inside. */
  readonly fill?: boolean
  readonly label?: string
}

/** A surface that holds one thing. */
export function Panel({ title, actions, children, fill = false, label }: PanelProps) {
  return (
    <section className={classes.panel} data-fill={fill || undefined} aria-label={label}>
      {(title !== undefined || actions !== undefined) && (
        <header className={classes.header}>
          {title !== undefined && <h2 className={classes.title}>{title}</h2>}
          {actions}
        </header>
      )}
      {children}
    </section>
  )
}
