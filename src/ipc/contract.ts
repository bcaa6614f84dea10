import { COUNTS_METHODS, type CountsApi } from './counts-api.ts'
import type { LabelId, RowId } from '../core/ids.ts'
import type { RemovalKind, StockDecision } from '../core/inventory/stock-decision.ts'
import { ASSEMBLY_METHODS, type AssemblyApi } from './assembly-api.ts'
import { BOM_METHODS, type BomApi } from './bom-api.ts'
import { IMPORTING_METHODS, type ImportingApi } from './importing-api.ts'
import { ISSUE_METHODS, type IssuesApi } from './issue-api.ts'
import { JOURNAL_METHODS, type JournalApi } from './journal-api.ts'
import { NUMBERS_METHODS, type NumbersApi } from './numbers-api.ts'
import { OPERATORS_METHODS, type OperatorsApi } from './operators-api.ts'
import { PRINTER_SETUP_METHODS, type PrinterSetupApi } from './printer-setup-api.ts'
import { PRINTING_METHODS, type PrintingApi } from './printing-api.ts'
import { SCANNER_SETUP_METHODS, type ScannerSetupApi } from './scanner-setup-api.ts'
import { RECEIPTS_METHODS, type ReceiptsApi } from './receipts-api.ts'
import type { LabelState } from '../core/printing/label-state.ts'
import type { TrackingType } from '../core/tracking/tracking-type.ts'
import { TEACHING_METHODS, type TeachingApi } from './teaching-api.ts'
import { TRACING_METHODS, type TracingApi } from './trace-api.ts'
import type {
  InventoryPage,
  JournalEntry,
  LabelPage,
  OrderSummary,
  PartPage,
  Place,
  ReceivingView,
  SaveSettingsResult,
  ScanAnswer,
  SetTrackingAnswer,
  SettingsView,
  StationStatus
} from './views.ts'

/** `receiving.orders` lists at most so many; a search finds the others. */
export const MAX_ORDERS_LISTED = 200

/** What the window may ask of the station. Main implements it, the preload proxies it, the renderer calls it. */
export interface StationApi {
  readonly station: {
    status(input: Record<string, never>): Promise<StationStatus>
  }
  readonly scanning: {
    /** Takes a text typed or clicked in the window as if it had been scanned: the same journal, the same rules. */
    submit(input: { text: string }): Promise<ScanAnswer>
    journal(input: { limit: number }): Promise<readonly JournalEntry[]>
    /** Where the window belongs while something is begun and not done, also after a restart; null while nothing is. */
    inHand(input: Record<string, never>): Promise<Place | null>
  }
  readonly journal: JournalApi
  readonly receiving: {
    current(input: Record<string, never>): Promise<ReceivingView>
    orders(input: { search: string; openOnly: boolean }): Promise<readonly OrderSummary[]>
  }
  readonly receipts: ReceiptsApi
  readonly labels: {
    /** An order, a part and a printer are meant exactly; null or absent for any. */
    list(input: {
      search: string
      states: LabelState[]
      order?: string | null | undefined
      part?: string | null | undefined
      printer?: string | null | undefined
      offset: number
      limit: number
    }): Promise<LabelPage>
    /** The label as the printer draws it, as a PNG in a data URL. */
    drawing(input: {
      label: LabelId
    }): Promise<{ readonly png: string; readonly widthMm: number; readonly heightMm: number }>
    /** Queues a new copy and voids the one before: always a person's decision, with its reason. */
    reprint(input: { label: LabelId; reason: string }): Promise<{ readonly label: string; readonly copy: number }>
    /** Queues one label for a place, or the sheet of command labels. */
    printLocation(input: { location: string }): Promise<{ readonly label: string }>
    printCommands(input: Record<string, never>): Promise<{ readonly labels: number }>
  }
  readonly printing: PrintingApi
  readonly printerSetup: PrinterSetupApi
  readonly scannerSetup: ScannerSetupApi
  readonly inventory: {
    /** `stock` is what is there; `all` also what is consumed, scrapped, archived, installed or missing. */
    list(input: { search: string; show: 'stock' | 'all'; offset: number; limit: number }): Promise<InventoryPage>
    /** Takes stock out for good, with a reason. A quantity of null is all of the row. */
    remove(input: { row: RowId; kind: RemovalKind; quantity: string | null; reason: string }): Promise<StockDecision>
    move(input: { row: RowId; to: string; quantity: string | null }): Promise<StockDecision>
  }
  readonly assembly: AssemblyApi
  readonly boms: BomApi
  readonly issues: IssuesApi
  readonly counts: CountsApi
  readonly parts: {
    /** The parts whose number or description holds the text, by their numbers. */
    list(input: { search: string; offset: number; limit: number }): Promise<PartPage>
    /** Has a part tracked in another way from now on, or says what keeps it from it. */
    setTracking(input: { partNumber: string; tracking: TrackingType }): Promise<SetTrackingAnswer>
  }
  readonly numbers: NumbersApi
  readonly importing: ImportingApi
  readonly tracing: TracingApi
  readonly teaching: TeachingApi
  readonly operators: OperatorsApi
  readonly settings: {
    read(input: Record<string, never>): Promise<SettingsView>
    save(input: { config: unknown }): Promise<SaveSettingsResult>
  }
}

/** What the station tells every window, unasked. */
export interface StationEvents {
  readonly scan: ScanAnswer
  /** What changed in the store; the window asks again for what it shows. */
  readonly changed: { readonly topics: readonly Topic[] }
  readonly devices: Record<string, never>
}

export type Topic =
  | 'receiving'
  | 'orders'
  | 'labels'
  | 'inventory'
  | 'counts'
  | 'parts'
  | 'boms'
  | 'runs'
  | 'issues'
  | 'formats'
  | 'operators'
  | 'settings'
  | 'calibration'

type Methods<Api> = { readonly [F in keyof Api]: { readonly [M in keyof Api[F]]: true } }

/** The names that exist at run time; a missing or extra one does not compile. */
export const METHODS = {
  station: { status: true },
  scanning: { submit: true, journal: true, inHand: true },
  journal: JOURNAL_METHODS,
  receiving: { current: true, orders: true },
  receipts: RECEIPTS_METHODS,
  labels: { list: true, drawing: true, reprint: true, printLocation: true, printCommands: true },
  printing: PRINTING_METHODS,
  printerSetup: PRINTER_SETUP_METHODS,
  scannerSetup: SCANNER_SETUP_METHODS,
  inventory: { list: true, remove: true, move: true },
  assembly: ASSEMBLY_METHODS,
  boms: BOM_METHODS,
  issues: ISSUE_METHODS,
  counts: COUNTS_METHODS,
  parts: { list: true, setTracking: true },
  numbers: NUMBERS_METHODS,
  importing: IMPORTING_METHODS,
  tracing: TRACING_METHODS,
  teaching: TEACHING_METHODS,
  operators: OPERATORS_METHODS,
  settings: { read: true, save: true }
} as const satisfies Methods<StationApi>

export const EVENTS = ['scan', 'changed', 'devices'] as const satisfies readonly (keyof StationEvents)[]
