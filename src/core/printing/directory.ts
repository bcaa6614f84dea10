import type { Instant } from '../clock.ts'
import type { LabelId, ReceiptLineId } from '../ids.ts'
import type { LabelState } from './label-state.ts'
import type { TestLabel } from './test-label.ts'

/** One physical label, as a clerk would name it. */
export interface KnownLabel {
  readonly id: LabelId
  readonly label: string
  readonly copy: number
  /** `SN26-000123 of PUMP-100`, `place A-01`. */
  readonly name: string
  /** The serial, the lot or the place that it bears, also as its linear symbol; null for a command. */
  readonly code: string | null
  readonly printer: string
  readonly state: LabelState
  /** Whether no more is to be heard of it from the printer. */
  readonly isSettled: boolean
  /** The key of its first copy, by which a batch is known. */
  readonly number: LabelId
  /** Whether it was asked for back, to be destroyed, and is still awaited or given up; null where it is back or was not asked for. */
  readonly asked: 'awaited' | 'lost' | null
  /** When it came to be so, and why, in words. */
  readonly since: Instant
  readonly words: string
}

/** A printer that prints nothing more until somebody has looked at its paper. */
export interface StoppedPrinter {
  readonly printer: string
  /** What happened, in words. */
  readonly reason: string
  /** The labels that may have come out or not, in the order in which they were sent. */
  readonly doubtful: readonly KnownLabel[]
  /** The last one before them that surely came out. */
  readonly before: KnownLabel | null
  /** How many of the doubtful the printer's counter speaks for, since it answers again; null where it says nothing. */
  readonly counted: number | null
}

/** A receipt line that was taken back, with the labels that are asked for and have neither come back nor been given up. */
export interface AskedForLine {
  readonly line: ReceiptLineId
  /** `2 pcs of SENSOR-12 on receipt R-2026-00001`. */
  readonly what: string
  /** How many; at least one. */
  readonly open: number
  readonly first: NamedLabel
}

/** What is told of a label that is asked for. */
export type NamedLabel = Pick<KnownLabel, 'id' | 'name'>

/** What the rules of printing may look up. The answers are those of one moment. */
export interface PrintingDirectory {
  /** The printers that wait for somebody to look, the first to stop first. */
  stopped(): readonly StoppedPrinter[]
  /** The names of labels of which a torn half lies about. */
  torn(): readonly string[]
  label(label: string, copy: number): KnownLabel | undefined
  /** Whether the code of a label may be on another one too: a copy, one of the same lot or place, one of another part. */
  isCodeShared(label: LabelId): boolean
  /** How many labels of a batch were scanned back, in whatever copy, and the name of one that was not. */
  confirmed(first: LabelId, last: LabelId): { readonly confirmed: number; readonly next: string | null }
  /** How many void labels are asked for back. */
  awaited(): number
  /** The same by receipt lines, the one that was taken back first first. */
  askedFor(): readonly AskedForLine[]
  /** The labels that a line asks for; of those with this code alone, where one is given, which only several copies share. */
  labelsAskedFor(line: ReceiptLineId, code?: string): readonly NamedLabel[]
  /** The nonce of the newest test label that tests the same; null where this station has printed none, or none with a nonce. */
  newestTest(label: TestLabel): string | null
  /** Whether it takes a lead to say that one cannot be found. */
  readonly lossTakesLead: boolean
}
