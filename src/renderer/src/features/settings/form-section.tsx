import type { ReactNode } from 'react'
import { Panel } from '../../ui/panel.tsx'
import classes from './form-section.module.css'

export interface FormSectionProps {
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

export function FormSection({ title, action, children }: FormSectionProps) {
  return (
    <Panel title={title} actions={action}>
      <div className={classes.body}>{children}</div>
    </Panel>
  )
}
