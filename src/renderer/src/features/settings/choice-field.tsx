import { Select } from '@mantine/core'
import classes from './form-section.module.css'

export interface ChoiceFieldProps {
  readonly label: string
  readonly value: string
  readonly problem: string | undefined
  /** What can be chosen, with what it is called; a value that is none of them is shown as it is. */
  readonly choices: readonly (readonly [value: string, words: string])[]
  readonly onChange: (value: string) => void
}

/** Longer words than these do not fit into one column beside the mark of the field. */
const COLUMN_CHARACTERS = 15

export function ChoiceField({ label, value, problem, choices, onChange }: ChoiceFieldProps) {
  const data = choices.map(([value, label]) => ({ value, label }))
  if (value !== '' && !choices.some(([known]) => known === value)) data.push({ value, label: value })
  const isWide = data.some(({ label }) => label.length > COLUMN_CHARACTERS)
  return (
    <Select
      className={isWide ? classes.wide : undefined}
      size="md"
      label={label}
      data={data}
      value={value === '' ? null : value}
      placeholder="Choose"
      error={problem}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  )
}
