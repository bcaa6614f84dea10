import { ChoiceField } from './choice-field.tsx'
import type { LabelRuleFields } from './config-form.ts'
import type { ProblemOf } from './fields.ts'
import classes from './form-section.module.css'

export interface LabelRulesProps {
  readonly rules: LabelRuleFields
  readonly problem: ProblemOf
  readonly onChange: (rules: LabelRuleFields) => void
}

const CONFIRM_CHOICES = [
  ['off', 'No'],
  ['each', 'Each label'],
  ['5', 'One of 5'],
  ['10', 'One of 10'],
  ['50', 'One of 50']
] as const

const WHO_CHOICES = [
  ['anyone', 'Anyone'],
  ['lead', 'A lead']
] as const

/** What becomes of labels once they are printed. */
export function LabelRules({ rules, problem, onChange }: LabelRulesProps) {
  return (
    <div className={classes.fields}>
      <ChoiceField
        label="Scan unit labels back"
        value={rules.confirmUnit || 'off'}
        choices={CONFIRM_CHOICES}
        problem={problem('labels.confirm.unit')}
        onChange={(confirmUnit) => onChange({ ...rules, confirmUnit })}
      />
      <ChoiceField
        label="Scan lot labels back"
        value={rules.confirmLot || 'off'}
        choices={CONFIRM_CHOICES}
        problem={problem('labels.confirm.lot')}
        onChange={(confirmLot) => onChange({ ...rules, confirmLot })}
      />
      <ChoiceField
        label="Print a label again"
        value={rules.reprint || 'anyone'}
        choices={WHO_CHOICES}
        problem={problem('labels.reprint')}
        onChange={(reprint) => onChange({ ...rules, reprint })}
      />
      <ChoiceField
        label="Give up a label that was asked for"
        value={rules.lost || 'anyone'}
        choices={WHO_CHOICES}
        problem={problem('labels.lost')}
        onChange={(lost) => onChange({ ...rules, lost })}
      />
    </div>
  )
}
