import type { LabelId } from '../core/ids.ts'
import type { Said } from '../core/printing/resume.ts'
import type { AskedForView, StoppedPrinterView } from './printing-views.ts'

/** What the window may ask of printers that wait for a person. All of it can be scanned too, but for `goOn` and `decide`. */
export interface PrintingApi {
  stopped(input: Record<string, never>): Promise<readonly StoppedPrinterView[]>
  /** Says what came out of the labels in doubt that are listed. The printer goes on once none of its labels is in doubt. */
  resume(input: { printer: string; said: Said; listed: LabelId[] }): Promise<null>
  /** Lets a printer go on with the labels left in doubt. */
  goOn(input: { printer: string }): Promise<null>
  /** Says that the torn halves that were asked for are destroyed. */
  tornDestroyed(input: Record<string, never>): Promise<null>
  /** The labels that receipts ask for which were taken back. */
  askedFor(input: Record<string, never>): Promise<readonly AskedForView[]>
  /** Says that labels which are asked for cannot be found. */
  lost(input: { labels: LabelId[]; reason: string }): Promise<null>
  /** A person's word on one label in doubt: it is there, or it is not. */
  decide(input: { label: LabelId; found: boolean }): Promise<null>
}

export const PRINTING_METHODS = {
  stopped: true,
  resume: true,
  goOn: true,
  tornDestroyed: true,
  askedFor: true,
  lost: true,
  decide: true
} as const
