import {
  CASE_CHOICES,
  LAYOUT_CHOICES,
  STREAM_SUFFIX_CHOICES,
  SUFFIX_CHOICES,
  VOICE_CHOICES,
  WAY_CHOICES
} from './scanner-choices.ts'
import type { Choices } from './scanner-choices.ts'
import type { ScannerFields } from './scanner-form.ts'

/** A field of a scanner's card. */
export interface Field {
  readonly key: keyof ScannerFields
  readonly label: string
  readonly placeholder?: string
  /** Absent for a text; what can be chosen otherwise, with what stands for a field that the file does not say first. */
  readonly choices?: Choices
  /** Whether the devices that are plugged in are offered for it. */
  readonly isDevice?: true
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

/** Who connects stands in the entry as the address alone. */
const WAY: Field = { key: 'way', label: 'Who connects', choices: WAY_CHOICES }
const LISTEN: Field = { key: 'listen', label: 'Listens at', placeholder: '127.0.0.1:4001' }
const CONNECT: Field = { key: 'connect', label: 'Scanner is at', placeholder: '192.0.2.20:2001' }

const PORT: readonly Field[] = [
  { key: 'device', label: 'Only this port or device', placeholder: 'any scanner on USB' },
  { key: 'baudRate', label: 'Speed, bit/s', placeholder: '9600' }
]

const DEVICE: Field = { key: 'device', label: 'Only this device', placeholder: 'any', isDevice: true }
const STREAM_SUFFIX: Field = { ...SUFFIX, choices: STREAM_SUFFIX_CHOICES }
const SILENCE: Field = { key: 'silenceMs', label: 'Pause at least, ms', placeholder: '150' }

/** What a scanner may say beside its name and its type. */
export function fieldsOf(scanner: ScannerFields): readonly Field[] {
  switch (scanner.type) {
    case 'tcp':
      return [WAY, scanner.way === 'connect' ? CONNECT : LISTEN, ...framingOf(scanner), ...CALLED, ...AROUND]
    case 'serial':
      return [...PORT, ...framingOf(scanner), ...CALLED, ...AROUND]
    case 'hid-pos':
      return [DEVICE, SUFFIX, ...CALLED, ...AROUND]
    case 'keyboard':
      return [SUFFIX, ...OF_KEYBOARD, ...CALLED, ...AROUND]
    default:
      return []
  }
}

/** How the scans in a stream of bytes are told apart. */
function framingOf({ suffix }: ScannerFields): readonly Field[] {
  return suffix === 'none' ? [STREAM_SUFFIX, SILENCE] : [STREAM_SUFFIX]
}
