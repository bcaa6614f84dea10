import { Button } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { VOICES } from '../../../../core/scan-sound.ts'
import { playSound } from '../../sound.ts'
import { ChoiceField } from './choice-field.tsx'
import { SCANNER_TYPES } from './scanner-form.ts'
import type { ScannerFields } from './scanner-form.ts'
import { DeviceField } from './device-field.tsx'
import { SCANNER_TYPE_WORDS } from './device-words.ts'
import type { ProblemOf } from './fields.ts'
import classes from './form-section.module.css'
import { RemoveButton } from './remove-button.tsx'
import { fieldsOf } from './scanner-fields.ts'
import type { Field } from './scanner-fields.ts'
import { TextField } from './text-field.tsx'

export interface ScannerCardProps {
  /** Where it stands in `station.json`: `scanners[0]`. */
  readonly path: string
  readonly scanner: ScannerFields
  readonly problem: ProblemOf
  readonly onChange: (scanner: ScannerFields) => void
  readonly onRemove: () => void
}

export function ScannerCard({ path, scanner, problem, onChange, onRemove }: ScannerCardProps) {
  const voice = VOICES.find((each) => each === scanner.sound)
  return (
    <div className={classes.card} role="group" aria-label={`Scanner ${scanner.id}`}>
      <div className={classes.fields}>
        <TextField
          label="Name"
          value={scanner.id}
          placeholder="gun"
          problem={problem(`${path}.id`)}
          onChange={(id) => onChange({ ...scanner, id })}
        />
        <ChoiceField
          label="Connected by"
          value={scanner.type}
          choices={SCANNER_TYPES.map((type) => [type, SCANNER_TYPE_WORDS.get(type) ?? type])}
          problem={problem(`${path}.type`)}
          onChange={(type) => onChange({ ...scanner, type })}
        />
        {fieldsOf(scanner).map((field) => (
          <OneField
            key={field.key}
            field={field}
            value={scanner[field.key]}
            problem={problem(`${path}.${field.path ?? field.key}`)}
            onChange={(value) => onChange({ ...scanner, [field.key]: value })}
          />
        ))}
      </div>
      <div className={classes.remove}>
        <Button
          variant="subtle"
          size="sm"
          px={8}
          aria-label={`Hear scanner ${scanner.id}`}
          title="Hear it"
          onClick={() => playSound('line-complete', voice)}
        >
          <IconVolume size={20} aria-hidden />
        </Button>
        <RemoveButton what={`scanner ${scanner.id}`} onClick={onRemove} />
      </div>
    </div>
  )
}

interface OneFieldProps {
  readonly field: Field
  readonly value: string
  readonly problem: string | undefined
  readonly onChange: (value: string) => void
}

function OneField({ field: { label, placeholder = '', choices, isDevice }, value, problem, onChange }: OneFieldProps) {
  if (isDevice) {
    return <DeviceField label={label} value={value} placeholder={placeholder} problem={problem} onChange={onChange} />
  }
  if (!choices) {
    return <TextField label={label} value={value} placeholder={placeholder} problem={problem} onChange={onChange} />
  }
  const [unsaid = ''] = choices[0] ?? []
  return (
    <ChoiceField
      label={label}
      value={value || unsaid}
      choices={choices}
      problem={problem}
      onChange={(chosen) => onChange(chosen === unsaid ? '' : chosen)}
    />
  )
}
