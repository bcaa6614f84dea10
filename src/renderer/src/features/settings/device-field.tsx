import { Autocomplete } from '@mantine/core'
import classes from './device-field.module.css'
import { usePluggedScanners } from './scanners/queries.ts'
import type { TextFieldProps } from './text-field.tsx'

/** A text that names a device, with those that are plugged in to choose from. */
export function DeviceField({ label, value, placeholder = '', problem, onChange }: TextFieldProps) {
  const plugged = usePluggedScanners().data ?? []
  const words = new Map(plugged.map((scanner) => [scanner.device, scanner.words]))
  return (
    <Autocomplete
      size="md"
      label={label}
      value={value}
      placeholder={placeholder}
      error={problem}
      data={[...words.keys()]}
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <strong>{option.value}</strong>
          <span>{words.get(option.value)}</span>
        </span>
      )}
      onChange={onChange}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      spellCheck={false}
      autoComplete="off"
      maxLength={100}
    />
  )
}
