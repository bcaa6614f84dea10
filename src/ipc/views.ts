import type { Day, Instant } from '../core/clock.ts'
import type { LabelId, OrderId, OrderLineId, RowId, ScanId } from '../core/ids.ts'
import type { LabelState } from '../core/printing/label-state.ts'
import type { Quantity } from '../core/quantity.ts'
import type { Sound, Voice } from '../core/scan-sound.ts'
import type { ConfirmingView, PrinterAtWork } from './printing-views.ts'
import type { TeachingView } from './teaching-views.ts'
import type { TrackingType } from '../core/tracking/tracking-type.ts'

/** What the station says of itself. `problem` is set while it runs read-only, in words for the screen. */
export interface StationStatus {
  readonly station: string
  readonly site: string
  readonly version: string
  readonly dataFolder: string
  readonly problem: string | null
  readonly operator: string
  readonly devices: readonly DeviceStatus[]
  readonly printers: readonly PrinterAtWork[]
  /** Labels that are to be scanned back now; null while none are. */
  readonly confirming: ConfirmingView | null
  readonly waitingLabels: number
  readonly labelsNeedingPerson: number
  /** Void labels that are to be brought back. */
  readonly labelsAskedFor: number
  /** Why the daily backup was not written; null where it was, or is not due. */
  readonly backupProblem: string | null
}

/** `ready` works, `waiting` will come by itself, `fault` needs a person, `off` is not used. */
export type DeviceHealth = 'ready' | 'waiting' | 'fault' | 'off'

export interface DeviceStatus {
  readonly id: string
  readonly role: 'scanner' | 'printer'
  /** What people call it, where the settings say so. */
  readonly name?: string
  /** As in `station.json`: `tcp`, `serial`, `keyboard`, `hid-pos`, `usb`, `queue`, `virtual`. */
  readonly type: string
  readonly health: DeviceHealth
  /** The same in two or three words: `Paper out`. */
  readonly brief: string
  /** What is so and what to do, in words that a clerk understands. */
  readonly words: string
  /** What to copy and where to, so that a scanner may be read. */
  readonly permission?: PermissionView
}

/** How a user of Linux comes by the right to a USB device. */
export interface PermissionView {
  readonly device: string
  readonly file: string
  readonly rule: string
  /** Writes the rule and has it obeyed at once. */
  readonly command: string
}

/** What became of a scan: one answer with one sound for each. */
export interface ScanAnswer {
  readonly scan: ScanId
  readonly at: Instant
  readonly scanner: string
  /** What people call the scanner, where the settings say so. */
  readonly scannerName?: string
  /** How high it sounds; absent for the usual height. */
  readonly voice?: Voice
  /** The scanned text with separators made visible. */
  readonly text: string
  readonly sound: Sound
  /** Large type: `Unit added`, `Refused: already received`. */
  readonly title: string
  /** Why, and what to do next. */
  readonly message: string
  /** Nobody understood it, and it may be a supplier's label that can be taught. */
  readonly isTeachable?: true
  /** Where the window should go, when the scan leads somewhere. */
  readonly show: Place | null
}

/** A place in the window. */
export type Place =
  | { readonly kind: 'receiving' }
  /** The run that scans go to. */
  | { readonly kind: 'assembly' }
  /** The count that scans go to. */
  | { readonly kind: 'counts' }
  /** The labels that somebody has to look for. */
  | { readonly kind: 'labels' }
  | { readonly kind: 'trace'; readonly code: string; readonly part: string | null }
  /** An issue, by its number. */
  | { readonly kind: 'issue'; readonly issue: string }
  /** An issue is raised about a row, or about what a code names; nothing is named yet where both are null. */
  | { readonly kind: 'raise'; readonly row: RowId | null; readonly code: string | null; readonly part: string | null }

export interface JournalEntry {
  readonly scan: ScanId
  readonly at: Instant
  readonly scanner: string
  readonly text: string
  readonly aim: string | null
  readonly meaning: string | null
  readonly outcome: string | null
  readonly sound: Sound | null
}

/** What the receiving screen shows now: it follows the scans, wherever they come from. */
export interface ReceivingView {
  readonly location: string
  readonly order: OpenOrderView | null
  readonly line: OpenLineView | null
  /** Set while goods are put away: a place was scanned, and what is scanned next goes there. */
  readonly putAway: PutAwayView | null
  /** Set while a supplier's label is taught. */
  readonly teaching: TeachingView | null
  /** Lines that stayed short when the last receipt closed. */
  readonly closed: ClosedReceiptView | null
}

export interface PutAwayView {
  readonly location: string
  /** The lot or the part that was scanned and is not moved yet. */
  readonly pending: {
    readonly name: string
    /** Null moves all that is there. */
    readonly quantity: Quantity | null
    /** What of it can move from where it is taken. */
    readonly available: Quantity
    readonly unit: string
    /** Null while it lies at one place, or until its place is scanned. */
    readonly source: string | null
    /** What the next scan may be, for the clerk. */
    readonly next: string
  } | null
}

export interface OpenOrderView {
  readonly order: string
  readonly supplier: string
  readonly receipt: string | null
  readonly lines: readonly OrderLineView[]
}

export interface OrderLineView {
  readonly id: OrderLineId
  readonly line: string
  readonly partNumber: string
  readonly revision: string | null
  readonly description: string
  readonly tracking: TrackingType
  readonly unit: string
  readonly ordered: Quantity
  readonly received: Quantity
  readonly due: Day | null
  readonly location: string | null
}

/** The line being captured. */
export interface OpenLineView {
  readonly line: OrderLineView
  readonly mode: 'serial-captured' | 'serial-generated' | 'lot' | 'untracked'
  readonly serials: readonly string[]
  /** First and last number that would be taken now; null where numbers are captured or cannot be given. */
  readonly numbers: { readonly first: string; readonly last: string } | null
  readonly lot: string | null
  /** Whether our own lot number is drawn from the part's pattern. */
  readonly generatesLot: boolean
  readonly supplierLot: string | null
  readonly expiry: Day | null
  readonly quantity: Quantity | null
  readonly open: Quantity
  readonly location: string
  /** What the next scan may be, for the clerk. */
  readonly next: string
  readonly canFinish: boolean
}

export interface ClosedReceiptView {
  readonly receipt: string | null
  readonly order: string
  readonly short: readonly OrderLineView[]
}

export interface OrderSummary {
  readonly id: OrderId
  readonly order: string
  readonly supplier: string
  readonly due: Day | null
  readonly lines: number
  readonly openLines: number
}

export type LabelKind = 'unit' | 'lot' | 'location' | 'command'

export interface LabelView {
  readonly id: LabelId
  readonly label: string
  readonly copy: number
  readonly kind: LabelKind
  readonly partNumber: string | null
  readonly serial: string | null
  readonly lot: string | null
  readonly title: string
  readonly order: string | null
  readonly printer: string
  readonly state: LabelState
  /** What is known of the paper and from whom, in words. */
  readonly evidence: string
  readonly at: Instant
}

export interface LabelPage {
  readonly rows: readonly LabelView[]
  /** How many labels there are, or as many as are counted. */
  readonly total: number
  readonly isMore: boolean
}

export interface InventoryRowView {
  readonly id: RowId
  readonly partNumber: string
  readonly revision: string | null
  readonly description: string
  readonly tracking: TrackingType
  readonly serial: string | null
  readonly lot: string | null
  readonly supplierLot: string | null
  readonly location: string
  readonly quantity: Quantity
  readonly unit: string
  readonly status: string
  readonly expiry: Day | null
}

export interface InventoryPage {
  readonly rows: readonly InventoryRowView[]
  /** How many rows there are, or as many as were counted. */
  readonly total: number
  /** Whether there are more than were counted. */
  readonly isMore: boolean
}

export interface PartView {
  readonly partNumber: string
  /** In the order of their names; a part without revisions has none. */
  readonly revisions: readonly string[]
  readonly description: string
  readonly tracking: TrackingType
  readonly unit: string
  /** Where its serials or lots come from, in words; empty for an untracked part. */
  readonly numbers: string
}

export interface PartPage {
  readonly rows: readonly PartView[]
  readonly total: number
}

/** `rows` are the first of those that keep the part from being tracked in another way. */
export type SetTrackingAnswer =
  | { readonly kind: 'switched' | 'unchanged'; readonly message: string }
  | {
      readonly kind: 'refused'
      readonly message: string
      readonly rows: readonly InventoryRowView[]
      readonly total: number
    }

export interface SettingsView {
  /** `station.json` as it stands on disk, or as it would be written for a new folder. */
  readonly config: unknown
  readonly path: string
  readonly problems: readonly string[]
  /** Whether what is on disk differs from what the running station opened with. */
  readonly restartNeeded: boolean
  readonly backups: BackupsView
}

/** The backups that the station writes by itself. */
export interface BackupsView {
  readonly folder: string
  readonly newest: { readonly at: Instant; readonly bytes: number } | null
  /** Why the last one was not written, or what it lacks, in words; null where all is well. */
  readonly problem: string | null
}

export type SaveSettingsResult = { readonly ok: true } | { readonly ok: false; readonly problems: readonly string[] }
