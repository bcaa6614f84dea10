import { Select } from '@mantine/core'
import { useState } from 'react'
import type { ComponentChoice } from '../../../../ipc/bom-views.ts'
import { useComponents } from './queries.ts'
import { labelOf } from './component-words.ts'

export interface ComponentSelectProps {
  /** Null until one is chosen. */
  readonly value: ComponentChoice | null
  readonly onChange: (choice: ComponentChoice) => void
  readonly error?: string | undefined
}

/** Finds the part that goes in, by a piece of its number or of its description. */
export function ComponentSelect({ value, onChange, error }: ComponentSelectProps) {
  const [search, setSearch] = useState(value === null ? '' : labelOf(value))
  const sought = value !== null && search === labelOf(value) ? value.partNumber : search
  const { data: choices = [] } = useComponents(sought)
  return (
    <Select
      label="Component"
      placeholder="A piece of its number or of its description"
      size="md"
      searchable
      autoFocus
      selectFirstOptionOnChange
      nothingFoundMessage="No such part. Import it first."
      // The station has searched already.
      filter={({ options }) => options}
      data={choices.map((choice) => ({ value: choice.partNumber, label: labelOf(choice) }))}
      value={value?.partNumber ?? null}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(partNumber) => {
        const choice = choices.find((each) => each.partNumber === partNumber)
        if (choice) onChange(choice)
      }}
      error={error}
    />
  )
}
