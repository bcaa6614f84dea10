/** `station.json` as the fields of a form: every value is a text, right or wrong. */
export interface ConfigForm {
  readonly station: StationFields
  readonly scanners: readonly ScannerFields[]
  readonly printers: readonly PrinterFields[]
  readonly labels: LabelFields
  readonly labelRules: LabelRuleFields
  readonly journal: JournalFields
}

export interface StationFields {
  readonly id: string
  readonly site: string
  readonly location: string
  /** Empty where the file does not say, which is the same as `open`. */
  readonly signIn: string
}

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

export interface PrinterFields {
  readonly id: string
  readonly transport: string
  readonly host: string
  readonly port: string
  readonly serial: string
  readonly queue: string
  readonly dpi: string
  readonly widthMm: string
  readonly heightMm: string
  /** Empty where the file does not say. */
  readonly depth: string
  readonly darkness: string
  readonly speedIps: string
}

export interface LabelFields {
  readonly unit: string
  readonly lot: string
  readonly location: string
}

/** What becomes of labels once they are printed; each is empty where the file does not say. */
export interface LabelRuleFields {
  /** `off`, `each`, or a number: one of so many. */
  readonly confirmUnit: string
  readonly confirmLot: string
  readonly reprint: string
  /** Who may give up a label that was asked for. */
  readonly lost: string
}

/** How long scans are kept. */
export interface JournalFields {
  /** Empty where the file does not say. */
  readonly keepDays: string
}

export const SCANNER_TYPES = ['hid-pos', 'serial', 'tcp', 'keyboard'] as const
export const TCP_WAYS = ['listen', 'connect'] as const
export const TRANSPORT_TYPES = ['tcp', 'usb', 'queue', 'virtual'] as const
export const DPI_CHOICES = ['203', '300', '600'] as const
export const LABEL_KINDS = ['unit', 'lot', 'location'] as const

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

export const NEW_PRINTER: PrinterFields = {
  id: '',
  transport: 'tcp',
  host: '',
  port: '9100',
  serial: '',
  queue: '',
  dpi: '203',
  widthMm: '51',
  heightMm: '25',
  depth: '',
  darkness: '',
  speedIps: ''
}

/** Reads whatever stands in `station.json`; what is missing or of another shape becomes an empty field. */
export function formOf(config: unknown): ConfigForm {
  const station = record(at(config, 'station'))
  const labels = record(at(config, 'labels'))
  const confirm = record(labels['confirm'])
  return {
    station: {
      id: text(station['id']),
      site: text(station['site']),
      location: text(station['location']),
      signIn: text(station['signIn'])
    },
    scanners: list(at(config, 'scanners')).map(scannerFields),
    printers: list(at(config, 'printers')).map(printerFields),
    labels: { unit: text(labels['unit']), lot: text(labels['lot']), location: text(labels['location']) },
    labelRules: {
      confirmUnit: text(confirm['unit']),
      confirmLot: text(confirm['lot']),
      reprint: text(labels['reprint']),
      lost: text(labels['lost'])
    },
    journal: { keepDays: text(record(at(config, 'journal'))['keepDays']) }
  }
}

/** The configuration that a form stands for; what is wrong in a field is left for the station to refuse. */
export function configOf({ station, scanners, printers, labels, labelRules, journal }: ConfigForm): unknown {
  const { signIn, ...named } = station
  return {
    station: signIn === '' ? named : station,
    scanners: scanners.map(scannerConfig),
    printers: printers.map((printer) => ({
      id: printer.id,
      transport: transportConfig(printer),
      dpi: numeric(printer.dpi),
      media: { widthMm: numeric(printer.widthMm), heightMm: numeric(printer.heightMm) },
      ...said({
        darkness: numeric(printer.darkness),
        speedIps: numeric(printer.speedIps),
        depth: numeric(printer.depth)
      })
    })),
    labels: {
      ...said({ ...labels, reprint: labelRules.reprint, lost: labelRules.lost }),
      ...confirmConfig(labelRules)
    },
    ...(journal.keepDays === '' ? {} : { journal: { keepDays: numeric(journal.keepDays) } })
  }
}

/** Where each field of the form stands in `station.json`, as the station names it in its problems. */
export function fieldPaths({ scanners, printers }: ConfigForm): readonly string[] {
  const scannerKeys = Object.keys(NEW_SCANNER)
    .filter((key) => key !== 'way')
    .map((key) => (SEPARATOR_KEYS.includes(key) ? `separators.${key}` : key))
  const printerKeys = [
    'id',
    ...TRANSPORT_KEYS.map((key) => `transport.${key}`),
    'dpi',
    'media.widthMm',
    'media.heightMm',
    'depth',
    'darkness',
    'speedIps'
  ]
  return [
    ...['id', 'site', 'location', 'signIn'].map((key) => `station.${key}`),
    ...scanners.flatMap((_, index) => scannerKeys.map((key) => `scanners[${index}].${key}`)),
    ...printers.flatMap((_, index) => printerKeys.map((key) => `printers[${index}].${key}`)),
    ...LABEL_KINDS.map((kind) => `labels.${kind}`),
    'labels.confirm.unit',
    'labels.confirm.lot',
    'labels.reprint',
    'labels.lost',
    'journal.keepDays'
  ]
}

const SEPARATOR_KEYS = ['gs', 'rs', 'eot']

const TRANSPORT_KEYS = ['type', 'host', 'port', 'serial', 'name']

function scannerFields(value: unknown): ScannerFields {
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

function printerFields(value: unknown): PrinterFields {
  const printer = record(value)
  const transport = record(printer['transport'])
  const media = record(printer['media'])
  return {
    id: text(printer['id']),
    transport: text(transport['type']),
    host: text(transport['host']),
    port: text(transport['port']),
    serial: text(transport['serial']),
    queue: text(transport['name']),
    dpi: text(printer['dpi']),
    widthMm: text(media['widthMm']),
    heightMm: text(media['heightMm']),
    depth: text(printer['depth']),
    darkness: text(printer['darkness']),
    speedIps: text(printer['speedIps'])
  }
}

function scannerConfig(scanner: ScannerFields): unknown {
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

function transportConfig({ transport: type, host, port, serial, queue }: PrinterFields): unknown {
  switch (type) {
    case 'tcp':
      return { type, host, ...said({ port: numeric(port) }) }
    case 'usb':
      return { type, serial }
    case 'queue':
      return { type, name: queue }
    default:
      return { type }
  }
}

function confirmConfig({ confirmUnit, confirmLot }: LabelRuleFields) {
  const confirm = said({ unit: numeric(confirmUnit), lot: numeric(confirmLot) })
  return Object.keys(confirm).length === 0 ? {} : { confirm }
}

/** What is said at all: an empty field stays out of the file. */
function said(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

/** A number where the text is one; else the text itself, so that the station names it as it was typed. */
function numeric(value: string): number | string {
  return /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function at(value: unknown, key: string): unknown {
  return record(value)[key]
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
