import { ChoiceField } from './choice-field.tsx'
import { LABEL_KINDS } from './config-form.ts'
import type { LabelFields } from './config-form.ts'
import { LABEL_KIND_WORDS } from './device-words.ts'
import type { ProblemOf } from './fields.ts'
import classes from './form-section.module.css'

export interface LabelPrintersProps {
  readonly labels: LabelFields
  readonly printerIds: readonly string[]
  readonly problem: ProblemOf
  readonly onChange: (labels: LabelFields) => void
}

export function LabelPrinters({ labels, printerIds, problem, onChange }: LabelPrintersProps) {
  return (
    <div className={classes.fields}>
      {LABEL_KINDS.map((kind) => (
        <ChoiceField
          key={kind}
          label={LABEL_KIND_WORDS.get(kind) ?? kind}
          value={labels[kind]}
          choices={[...new Set(printerIds)].map((id) => [id, id])}
          problem={problem(`labels.${kind}`)}
          onChange={(printer) => onChange({ ...labels, [kind]: printer })}
        />
      ))}
    </div>
  )
}
