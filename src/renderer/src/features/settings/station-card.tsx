import { ChoiceField } from './choice-field.tsx'
import type { StationFields } from './config-form.ts'
import type { ProblemOf } from './fields.ts'
import classes from './form-section.module.css'
import { TextField } from './text-field.tsx'

const SIGN_IN_CHOICES: readonly (readonly [string, string])[] = [
  ['open', 'Nobody has to sign in'],
  ['badge', 'A badge is scanned'],
  ['badge-and-pin', 'A badge is scanned and a PIN typed']
]

export interface StationCardProps {
  readonly station: StationFields
  readonly problem: ProblemOf
  readonly onChange: (station: StationFields) => void
}

export function StationCard({ station, problem, onChange }: StationCardProps) {
  return (
    <div className={classes.fields}>
      <TextField
        label="Name"
        value={station.id}
        placeholder="DOCK-1"
        problem={problem('station.id')}
        onChange={(id) => onChange({ ...station, id })}
      />
      <TextField
        label="Site"
        value={station.site}
        placeholder="none"
        problem={problem('station.site')}
        onChange={(site) => onChange({ ...station, site })}
      />
      <TextField
        label="Goods go to"
        value={station.location}
        placeholder="DOCK"
        problem={problem('station.location')}
        onChange={(location) => onChange({ ...station, location })}
      />
      <ChoiceField
        label="Before anything is taken"
        value={station.signIn || 'open'}
        choices={SIGN_IN_CHOICES}
        problem={problem('station.signIn')}
        onChange={(signIn) => onChange({ ...station, signIn })}
      />
    </div>
  )
}
