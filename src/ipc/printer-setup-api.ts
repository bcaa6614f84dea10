import type { FoundPrintersView, PrinterReportView, SeriesLabelView } from './printer-setup-views.ts'

/** Finding printers and trying them. Nothing of it happens unless a person asks. */
export interface PrinterSetupApi {
  /**
   * `nearby` asks the whole network at once; `addresses` is read for `network` alone: addresses, ranges, networks of up to 256.
   */
  find(input: { where: 'nearby' | 'network' | 'usb' | 'queues'; addresses: string }): Promise<FoundPrintersView>
  /** The networks of this computer, as a person may ask for them. */
  networks(input: Record<string, never>): Promise<readonly string[]>
  /** Asks a printer of the settings what is in it. Its labels wait meanwhile. */
  check(input: { printer: string }): Promise<PrinterReportView>
  /** Has it measure its labels first; it feeds some. */
  calibrate(input: { printer: string }): Promise<PrinterReportView>
  /** Queues a label that says which printer it came out of. Returns what its symbol says. */
  printTest(input: { printer: string }): Promise<{ readonly code: string }>
  /** Queues labels that differ in one thing, to find out which of them scanners read best. */
  printSeries(input: { printer: string; vary: 'darkness' | 'speed' }): Promise<readonly SeriesLabelView[]>
}

export const PRINTER_SETUP_METHODS = {
  find: true,
  networks: true,
  check: true,
  calibrate: true,
  printTest: true,
  printSeries: true
} as const
