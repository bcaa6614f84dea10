import { IconTag } from '@tabler/icons-react'
import type { LabelView } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LabelStateMark } from '../../ui/label-state-mark.tsx'
import { formatMoment } from '../../ui/moments.ts'
import classes from './traced-labels.module.css'

export function TracedLabels({ labels }: { readonly labels: readonly LabelView[] }) {
  if (labels.length === 0) {
    return (
      <EmptyState icon={IconTag} title="It has no label">
        Labels of units and lots show up here, each copy with what is known of its paper.
      </EmptyState>
    )
  }
  return (
    <ul className={classes.labels} tabIndex={0} aria-label="Labels">
      {labels.map(({ id, label, copy, state, evidence, at }) => (
        <li key={id} className={classes.label}>
          <span className={classes.name}>
            <CodeText>{label}</CodeText>
            <span className={classes.copy}>copy {copy}</span>
          </span>
          <LabelStateMark state={state} />
          {evidence !== '' && <p className={classes.evidence}>{evidence}</p>}
          <p className={classes.evidence}>{formatMoment(at)}</p>
        </li>
      ))}
    </ul>
  )
}
