import { at, list, numeric, record, said, text } from './config-values.ts'
import { PRINTER_PATHS, printerConfig, printerFields, type PrinterFields } from './printer-form.ts'
import { SCANNER_PATHS, scannerConfig, scannerFields, type ScannerFields } from './scanner-form.ts'

/** `station.json` as the fields of a form: every value is a text, right or wrong. */
export interface ConfigForm {
  readonly station: StationFields
  readonly scanners: readonly ScannerFields[]
  readonly printers: readonly PrinterFields[]
  readonly labels: LabelFields
  readonly labelRules: LabelRuleFields
  readonly journal: JournalFields
  readonly backups: BackupFields
}

export interface StationFields {
  readonly id: string
  readonly site: string
  readonly location: string
  /** Empty where the file does not say, which is the same as `open`. */
  readonly signIn: string
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

/** How many daily backups are kept. */
export interface BackupFields {
  /** Empty where the file does not say. */
  readonly keep: string
}

export const LABEL_KINDS = ['unit', 'lot', 'location'] as const

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
    journal: { keepDays: text(record(at(config, 'journal'))['keepDays']) },
    backups: { keep: text(record(at(config, 'backups'))['keep']) }
  }
}

/** The configuration that a form stands for; what is wrong in a field is left for the station to refuse. */
export function configOf({ station, scanners, printers, labels, labelRules, journal, backups }: ConfigForm): unknown {
  const { signIn, ...named } = station
  return {
    station: signIn === '' ? named : station,
    scanners: scanners.map(scannerConfig),
    printers: printers.map(printerConfig),
    labels: {
      ...said({ ...labels, reprint: labelRules.reprint, lost: labelRules.lost }),
      ...confirmConfig(labelRules)
    },
    ...(journal.keepDays === '' ? {} : { journal: { keepDays: numeric(journal.keepDays) } }),
    ...(backups.keep === '' ? {} : { backups: { keep: numeric(backups.keep) } })
  }
}

/** Where each field of the form stands in `station.json`, as the station names it in its problems. */
export function fieldPaths({ scanners, printers }: ConfigForm): readonly string[] {
  return [
    ...['id', 'site', 'location', 'signIn'].map((key) => `station.${key}`),
    ...scanners.flatMap((_, index) => SCANNER_PATHS.map((key) => `scanners[${index}].${key}`)),
    ...printers.flatMap((_, index) => PRINTER_PATHS.map((key) => `printers[${index}].${key}`)),
    ...LABEL_KINDS.map((kind) => `labels.${kind}`),
    'labels.confirm.unit',
    'labels.confirm.lot',
    'labels.reprint',
    'labels.lost',
    'journal.keepDays',
    'backups.keep'
  ]
}

function confirmConfig({ confirmUnit, confirmLot }: LabelRuleFields) {
  const confirm = said({ unit: numeric(confirmUnit), lot: numeric(confirmLot) })
  return Object.keys(confirm).length === 0 ? {} : { confirm }
}
