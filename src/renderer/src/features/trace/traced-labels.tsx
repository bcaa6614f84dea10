import type { LabelView } from '../../../../ipc/views.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { LabelStateMark } from '../../ui/label-state-mark.tsx'
import { formatMoment } from '../../ui/moments.ts'
import classes from './traced-labels.module.css'

export function TracedLabels({ labels }: { readonly labels: readonly LabelView[] }) {
  return (
    <ul className={classes.labels}>
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
