import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'

/** The station takes searches of this length at most. */
const MAX_SEARCH_LENGTH = 200

export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A search that acts as it is typed. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      value={value}
      maxLength={MAX_SEARCH_LENGTH}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onChange('')
      }}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={value === '' ? null : <CloseButton aria-label="Clear the search" onClick={() => onChange('')} />}
      size="md"
      spellCheck={false}
      autoComplete="off"
    />
  )
}
