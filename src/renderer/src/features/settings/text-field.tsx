import { TextInput } from '@mantine/core'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly problem: string | undefined
  readonly onChange: (value: string) => void
  readonly placeholder?: string
}

export function TextField({ label, value, problem, onChange, placeholder = '' }: TextFieldProps) {
  return (
    <TextInput
      size="md"
      label={label}
      value={value}
      placeholder={placeholder}
      error={problem}
      onChange={(event) => onChange(event.currentTarget.value)}
      spellCheck={false}
      autoComplete="off"
      maxLength={253}
    />
  )
}
