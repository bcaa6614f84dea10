import type { ScannerConfig, StationConfig } from '../../config.ts'
import type { CalibrationFindings } from '../../devices/scanner/calibration/findings.ts'
import type { ScannerDress } from '../../devices/scanner/undress.ts'
import { CALIBRATED_KEYS, settingsFound } from '../../devices/scanner/calibration/settings-found.ts'

/** What a calibration has the say over, of each type of scanner. */
const SETTLED: Readonly<Record<ScannerConfig['type'], readonly string[]>> = {
  keyboard: CALIBRATED_KEYS,
  tcp: ['prefix', 'trailer', 'separators', 'suffix'],
  serial: ['prefix', 'trailer', 'separators', 'suffix'],
  'hid-pos': ['prefix', 'trailer', 'separators']
}

/** The entry of a scanner with what its calibration has told, in place of what it said of that before. */
export function calibratedEntry(entry: ScannerConfig, findings: CalibrationFindings): ScannerDress {
  const settled = SETTLED[entry.type]
  const kept = Object.entries(entry).filter(([key]) => !settled.includes(key))
  // One of letters that somebody wrote down comes before every code.
  const isPrefixSaid = entry.prefix !== undefined && entry.prefix === findings.prefix
  const settings = { ...(isPrefixSaid ? { prefix: entry.prefix } : {}), ...settingsFound(findings) }
  const found = Object.entries(settings).filter(([key]) => settled.includes(key))
  return Object.fromEntries([...kept, ...found])
}

/** The settings with one scanner's entry in place of the one before; a scanner that they do not have yet comes last. */
export function withScanner(config: StationConfig, entry: unknown, id: string): unknown {
  const isThere = config.scanners.some((scanner) => scanner.id === id)
  const scanners = isThere
    ? config.scanners.map((scanner) => (scanner.id === id ? entry : scanner))
    : [...config.scanners, entry]
  return { ...config, scanners }
}

/** The same as an entry of its own, for the one device with this serial number, under the next free name. */
export function entryOfDevice({ scanners }: StationConfig, entry: ScannerDress, id: string, serialNumber: string) {
  const taken = new Set(scanners.map((scanner) => scanner.id))
  let number = 2
  while (taken.has(`${id}-${number}`)) number += 1
  const { name: _, ...settings } = entry as ScannerDress & { readonly name?: string }
  return { ...settings, id: `${id}-${number}`, device: serialNumber }
}
