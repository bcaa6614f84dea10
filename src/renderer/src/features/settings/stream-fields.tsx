import { ChoiceField } from './choice-field.tsx'
import { TCP_WAYS } from './scanner-form.ts'
import type { ScannerFields } from './scanner-form.ts'
import { TCP_WAY_WORDS } from './device-words.ts'
import type { ProblemOf } from './fields.ts'
import { TextField } from './text-field.tsx'

export interface StreamFieldsProps {
  /** Where the scanner stands in `station.json`: `scanners[0]`. */
  readonly path: string
  readonly scanner: ScannerFields
  readonly problem: ProblemOf
  readonly onChange: (scanner: ScannerFields) => void
}

/** In place of a suffix that the file does not say. */
const ENTER = 'enter'

const SUFFIX_CHOICES = [
  [ENTER, 'Enter'],
  ['tab', 'Tab'],
  ['etx', 'ETX'],
  ['none', 'Nothing but a pause']
] as const

/** Where scanners that send a stream of bytes are, and how their scans are told apart. Nothing for other scanners. */
export function StreamFields({ path, scanner, problem, onChange }: StreamFieldsProps) {
  const { type, way } = scanner
  if (type !== 'tcp' && type !== 'serial') return null

  const textField = (key: keyof ScannerFields, label: string, placeholder: string) => (
    <TextField
      label={label}
      value={scanner[key]}
      placeholder={placeholder}
      problem={problem(`${path}.${key}`)}
      onChange={(value) => onChange({ ...scanner, [key]: value })}
    />
  )
  return (
    <>
      {type === 'tcp' && (
        <ChoiceField
          label="Who connects"
          value={way}
          choices={TCP_WAYS.map((each) => [each, TCP_WAY_WORDS.get(each) ?? each])}
          problem={undefined}
          onChange={(chosen) => onChange({ ...scanner, way: chosen })}
        />
      )}
      {type === 'tcp' && way === 'listen' && textField('listen', 'Listens at', '127.0.0.1:4001')}
      {type === 'tcp' && way === 'connect' && textField('connect', 'Scanner is at', '192.0.2.20:2001')}
      {type === 'serial' && textField('device', 'Only this port or device', 'any scanner on USB')}
      {type === 'serial' && textField('baudRate', 'Speed, bit/s', '9600')}
      <ChoiceField
        label="Ends each scan with"
        value={scanner.suffix || ENTER}
        choices={SUFFIX_CHOICES}
        problem={problem(`${path}.suffix`)}
        onChange={(suffix) => onChange({ ...scanner, suffix: suffix === ENTER ? '' : suffix })}
      />
      {scanner.suffix === 'none' && textField('silenceMs', 'Pause at least, ms', '150')}
    </>
  )
}
