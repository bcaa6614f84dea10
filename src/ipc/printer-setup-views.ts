/** A printer that answers, or a print queue, which the settings could use. */
export interface FoundPrinterView {
  readonly transport:
    | { readonly type: 'tcp'; readonly host: string; readonly port: number }
    | { readonly type: 'usb'; readonly serial: string }
    | { readonly type: 'queue'; readonly name: string }
  /** Maker and model, or the queue's name. */
  readonly name: string
  /** Its serial number, firmware and resolution, where it says them. */
  readonly facts: readonly string[]
  readonly dpi: 203 | 300 | 600 | null
  /** The printer of the settings that it is already. */
  readonly usedAs: string | null
  /** Why it gave no answer, and what to do. */
  readonly problem: string | null
}

export interface FoundPrintersView {
  readonly found: readonly FoundPrinterView[]
  /** How many addresses were asked; null where nothing was asked by address. */
  readonly asked: number | null
}

/** What a printer says of itself, beside what the settings say. */
export interface PrinterReportView {
  readonly printer: string
  readonly model: string | null
  readonly serial: string | null
  readonly firmware: string | null
  readonly findings: readonly PrinterFindingView[]
}

export interface PrinterFindingView {
  readonly what: 'resolution' | 'length' | 'width' | 'settings' | 'counter' | 'wear'
  readonly outcome: 'good' | 'bad' | 'unknown'
  /** What is so, and what to do where it is bad. */
  readonly words: string
}

/** One label of a series: what its symbol says, and how it was printed. */
export interface SeriesLabelView {
  readonly code: string
  readonly value: number
}
