import type { ReactNode } from 'react'
import classes from './refusal.module.css'

export interface RefusalProps {
  /** What it is about, for a screen reader, where the words alone do not say it. */
  readonly label?: string
  readonly children: ReactNode
}

/** Why what was asked for is not done. */
export function Refusal({ label, children }: RefusalProps) {
  return (
    <section className={classes.refusal} role="alert" aria-label={label}>
      {children}
    </section>
  )
}
