import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { useComponents } from './queries.ts'
import { labelOf } from './component-words.ts'

export interface SubstitutesSelectProps {
  readonly value: readonly string[]
  readonly onChange: (partNumbers: readonly string[]) => void
  readonly error?: string | undefined
}

/** The parts that may take a component's place. */
export function SubstitutesSelect({ value, onChange, error }: SubstitutesSelectProps) {
  const [search, setSearch] = useState('')
  const { data: choices = [] } = useComponents(search)
  const found = choices.map((choice) => ({ value: choice.partNumber, label: labelOf(choice) }))
  const chosen = value
    .filter((partNumber) => !choices.some((choice) => choice.partNumber === partNumber))
    .map((partNumber) => ({ value: partNumber, label: partNumber }))
  return (
    <MultiSelect
      label="Substitutes"
      description="Parts that may be installed in its place, counted in the same unit."
      size="md"
      searchable
      comboboxProps={{ transitionProps: { duration: 0 } }}
      nothingFoundMessage="No such part. Import it first."
      filter={({ options }) => options}
      data={[...found, ...chosen]}
      value={[...value]}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={onChange}
      error={error}
    />
  )
}
