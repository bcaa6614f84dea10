import type { ReactNode } from 'react'
import classes from './fact-list.module.css'

export interface FactRow {
  readonly name: string
  /** A fact without a value is left out. */
  readonly value: ReactNode
}

export function FactList({ facts }: { readonly facts: readonly FactRow[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== false && value !== '')
        .map(({ name, value }) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
