import { ChoiceField } from './choice-field.tsx'
import { SCANNER_TYPES } from './config-form.ts'
import type { ScannerFields } from './config-form.ts'
import { SCANNER_TYPE_WORDS } from './device-words.ts'
import type { ProblemOf } from './fields.ts'
import classes from './form-section.module.css'
import { RemoveButton } from './remove-button.tsx'
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

/** In place of a suffix that the file does not say. */
const ANY_SUFFIX = 'any'

const SUFFIX_CHOICES = [
  [ANY_SUFFIX, 'Enter or Tab'],
  ['enter', 'Enter'],
  ['tab', 'Tab'],
  ['none', 'Nothing']
] as const

/** What tells the keys of a scanner from those of a person. */
const KEYBOARD_FIELDS = [
  { key: 'prefix', label: 'Begins each scan with', placeholder: 'nothing' },
  { key: 'minCharacters', label: 'Characters at least', placeholder: '4' },
  { key: 'maxGapMs', label: 'Key gap at most, ms', placeholder: '55' }
] as const

export function ScannerCard({ path, scanner, problem, onChange, onRemove }: ScannerCardProps) {
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
        {scanner.type === 'hid-pos' && (
          <TextField
            label="Only this device"
            value={scanner.device}
            placeholder="any"
            problem={problem(`${path}.device`)}
            onChange={(device) => onChange({ ...scanner, device })}
          />
        )}
        {(scanner.type === 'hid-pos' || scanner.type === 'keyboard') && (
          <ChoiceField
            label="Ends each scan with"
            value={scanner.suffix || ANY_SUFFIX}
            choices={SUFFIX_CHOICES}
            problem={problem(`${path}.suffix`)}
            onChange={(suffix) => onChange({ ...scanner, suffix: suffix === ANY_SUFFIX ? '' : suffix })}
          />
        )}
        {scanner.type === 'keyboard' &&
          KEYBOARD_FIELDS.map(({ key, label, placeholder }) => (
            <TextField
              key={key}
              label={label}
              value={scanner[key]}
              placeholder={placeholder}
              problem={problem(`${path}.${key}`)}
              onChange={(value) => onChange({ ...scanner, [key]: value })}
            />
          ))}
      </div>
      <div className={classes.remove}>
        <RemoveButton what={`scanner ${scanner.id}`} onClick={onRemove} />
      </div>
    </div>
  )
}
