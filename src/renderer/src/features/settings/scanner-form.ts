import { numeric, record, said, text } from './config-values.ts'

export const SCANNER_TYPES = ['hid-pos', 'serial', 'tcp', 'keyboard'] as const

/** Fields of all types side by side, so that choosing another type and back loses nothing. */
export interface ScannerFields {
  readonly id: string
  readonly type: string
  /** Who connects, on the network: the scanner where it is `listen`, the station where it is `connect`. */
  readonly way: string
  readonly listen: string
  readonly connect: string
  readonly device: string
  /** This one and those below are empty where the file does not say. */
  readonly suffix: string
  readonly silenceMs: string
  readonly baudRate: string
  readonly prefix: string
  readonly minCharacters: string
  readonly maxGapMs: string
  readonly name: string
  readonly sound: string
  readonly trailer: string
  readonly layout: string
  readonly letterCase: string
  /** What comes in place of each separator. */
  readonly gs: string
  readonly rs: string
  readonly eot: string
}

export const NEW_SCANNER: ScannerFields = {
  id: '',
  type: 'hid-pos',
  way: 'listen',
  listen: '127.0.0.1:4001',
  connect: '',
  device: '',
  suffix: '',
  silenceMs: '',
  baudRate: '',
  prefix: '',
  minCharacters: '',
  maxGapMs: '',
  name: '',
  sound: '',
  trailer: '',
  layout: '',
  letterCase: '',
  gs: '',
  rs: '',
  eot: ''
}

const SEPARATOR_KEYS = ['gs', 'rs', 'eot']

/** Where each field stands within its scanner's entry. */
export const SCANNER_PATHS = Object.keys(NEW_SCANNER)
  .filter((key) => key !== 'way')
  .map((key) => (SEPARATOR_KEYS.includes(key) ? `separators.${key}` : key))

export function scannerFields(value: unknown): ScannerFields {
  const scanner = record(value)
  const separators = record(scanner['separators'])
  return {
    id: text(scanner['id']),
    type: text(scanner['type']),
    way: scanner['connect'] === undefined ? 'listen' : 'connect',
    listen: text(scanner['listen']),
    connect: text(scanner['connect']),
    device: text(scanner['device']),
    suffix: text(scanner['suffix']),
    silenceMs: text(scanner['silenceMs']),
    baudRate: text(scanner['baudRate']),
    prefix: text(scanner['prefix']),
    minCharacters: text(scanner['minCharacters']),
    maxGapMs: text(scanner['maxGapMs']),
    name: text(scanner['name']),
    sound: text(scanner['sound']),
    trailer: text(scanner['trailer']),
    layout: text(scanner['layout']),
    letterCase: text(scanner['letterCase']),
    gs: text(separators['gs']),
    rs: text(separators['rs']),
    eot: text(separators['eot'])
  }
}

export function scannerConfig(scanner: ScannerFields): unknown {
  const { id, type, device, suffix, minCharacters, maxGapMs, layout, letterCase } = scanner
  switch (type) {
    case 'tcp':
      return { id, type, ...addressConfig(scanner), ...framingConfig(scanner), ...ofAnyScanner(scanner) }
    case 'serial':
      return {
        id,
        type,
        ...said({ device, baudRate: numeric(scanner.baudRate) }),
        ...framingConfig(scanner),
        ...ofAnyScanner(scanner)
      }
    case 'hid-pos':
      return { id, type, ...said({ device, suffix }), ...ofAnyScanner(scanner) }
    case 'keyboard':
      return {
        id,
        type,
        ...said({ suffix, minCharacters: numeric(minCharacters), maxGapMs: numeric(maxGapMs), layout, letterCase }),
        ...ofAnyScanner(scanner)
      }
    default:
      return { id, type }
  }
}

/** What every scanner may say: how it is called and heard, and what it puts around the data. */
function ofAnyScanner({ name, sound, prefix, trailer, gs, rs, eot }: ScannerFields) {
  const separators = said({ gs, rs, eot })
  return {
    ...said({ name, sound, prefix, trailer }),
    ...(Object.keys(separators).length === 0 ? {} : { separators })
  }
}

function addressConfig({ way, listen, connect }: ScannerFields) {
  return way === 'connect' ? { connect } : { listen }
}

/** A silence means nothing to a scanner that ends its scans by a mark. */
function framingConfig({ suffix, silenceMs }: ScannerFields) {
  return said({ suffix, silenceMs: suffix === 'none' ? numeric(silenceMs) : '' })
}
