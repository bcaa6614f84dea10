import type { CalibrationView, PluggedScannerView, ScannerMakerView } from './scanner-setup-views.ts'

/** Setting scanners up by scanning one symbol. */
export interface ScannerSetupApi {
  calibration(input: Record<string, never>): Promise<CalibrationView>
  /** Listens for a scanner of any kind for some minutes, with a new symbol. What it tells is kept at once. */
  begin(input: Record<string, never>): Promise<CalibrationView>
  end(input: Record<string, never>): Promise<CalibrationView>
  /** Queues a label with the symbol. */
  print(input: Record<string, never>): Promise<{ readonly label: string }>
  /** Keeps what the last calibration has told. */
  keep(input: Record<string, never>): Promise<CalibrationView>
  /** The makers that are known, those with something plugged in first. */
  makers(input: Record<string, never>): Promise<readonly ScannerMakerView[]>
  /** The scanners on USB that are plugged in, as an entry of the settings may name them. */
  plugged(input: Record<string, never>): Promise<readonly PluggedScannerView[]>
}

export const SCANNER_SETUP_METHODS = {
  calibration: true,
  begin: true,
  end: true,
  print: true,
  keep: true,
  makers: true,
  plugged: true
} as const
