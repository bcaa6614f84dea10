import { Button } from '@mantine/core'
import { IconVolume } from '@tabler/icons-react'
import { VOICES } from '../../../../core/scan-sound.ts'
import { playSound } from '../../sound.ts'
import { ChoiceField } from './choice-field.tsx'
import { SCANNER_TYPES } from './scanner-form.ts'
import type { ScannerFields } from './scanner-form.ts'
import { SCANNER_TYPE_WORDS } from './device-words.ts'
import type { ProblemOf } from './fields.ts'
import classes from './form-section.module.css'
import { RemoveButton } from './remove-button.tsx'
import { CASE_CHOICES, LAYOUT_CHOICES, SUFFIX_CHOICES, VOICE_CHOICES } from './scanner-choices.ts'
import { StreamFields } from './stream-fields.tsx'
import { TextField } from './text-field.tsx'

export interface ScannerCardProps {
  /** Where it stands in `station.json`: `scanners[0]`. */
  readonly path: string
  readonly scanner: ScannerFields
  readonly problem: ProblemOf
  readonly onChange: (scanner: ScannerFields) => void
  readonly onRemove: () => void
}

interface Field {
  readonly key: keyof ScannerFields
  readonly label: string
  readonly placeholder?: string
  /** Absent for a text; what can be chosen otherwise, with what stands for a field that the file does not say first. */
  readonly choices?: readonly (readonly [value: string, words: string])[]
  /** Where it stands in the entry, where that is not its own name. */
  readonly path?: string
}

const CALLED: readonly Field[] = [
  { key: 'name', label: 'Called', placeholder: 'as its name' },
  { key: 'sound', label: 'Sounds', choices: VOICE_CHOICES }
]

const SUFFIX: Field = { key: 'suffix', label: 'Ends each scan with', choices: SUFFIX_CHOICES }

/** What a calibration finds out. */
const AROUND: readonly Field[] = [
  { key: 'prefix', label: 'Begins each scan with', placeholder: 'nothing' },
  { key: 'trailer', label: 'Adds after the data', placeholder: 'nothing' },
  { key: 'gs', label: 'GS comes as', placeholder: 'itself', path: 'separators.gs' },
  { key: 'rs', label: 'RS comes as', placeholder: 'itself', path: 'separators.rs' },
  { key: 'eot', label: 'EOT comes as', placeholder: 'itself', path: 'separators.eot' }
]

/** What tells the keys of a scanner from those of a person, and what they mean. */
const OF_KEYBOARD: readonly Field[] = [
  { key: 'layout', label: 'Set to the keyboard', choices: LAYOUT_CHOICES },
  { key: 'letterCase', label: 'Letters', choices: CASE_CHOICES },
  { key: 'minCharacters', label: 'Characters at least', placeholder: '4' },
  { key: 'maxGapMs', label: 'Key gap at most, ms', placeholder: '55' }
]

const OF_TYPE: Readonly<Record<string, readonly Field[]>> = {
  tcp: [...CALLED, ...AROUND],
  serial: [...CALLED, ...AROUND],
  'hid-pos': [{ key: 'device', label: 'Only this device', placeholder: 'any' }, SUFFIX, ...CALLED, ...AROUND],
  keyboard: [SUFFIX, ...OF_KEYBOARD, ...CALLED, ...AROUND]
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
        <StreamFields path={path} scanner={scanner} problem={problem} onChange={onChange} />
        {(OF_TYPE[scanner.type] ?? []).map((field) => (
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

function OneField({ field: { label, placeholder = '', choices }, value, problem, onChange }: OneFieldProps) {
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
