import type { Instant } from '../core/clock.ts'
import type { Quantity } from '../core/quantity.ts'
import type { TraceNode, TraceNodeKind } from '../core/trace/graph.ts'
import type { TreeNode } from '../core/trace/tree.ts'
import type { LabelView } from './views.ts'

/** One thing that happened, for the time line. */
export interface HistoryEntry {
  readonly at: Instant
  readonly event: string
  readonly operator: string
  /** Null where it is not kept. */
  readonly station: string | null
  readonly words: string
}

/** `ambiguous`: the code is a lot of several parts, and which one is meant must be said. */
export type TraceAnswer =
  | { readonly kind: 'found'; readonly trace: TraceView }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous'; readonly parts: readonly string[] }

export interface TraceView {
  readonly kind: 'serial' | 'lot' | 'part'
  readonly code: string
  readonly partNumber: string
  readonly description: string
  readonly unit: string
  readonly status: string | null
  readonly location: string | null
  readonly facts: readonly { readonly name: string; readonly value: string }[]
  /** What there was of it and what became of it; null where there is too much to add up in passing. */
  readonly totals: readonly TotalView[] | null
  readonly history: readonly HistoryEntry[]
  /** How many older events are not among them. */
  readonly historyLeft: number
  readonly runs: readonly RunTouchView[]
  readonly issues: readonly TracedIssueView[]
  readonly labels: readonly LabelView[]
}

export interface TotalView {
  readonly name: string
  readonly quantity: Quantity
}

/** One run that touched the subject. */
export interface RunTouchView {
  readonly run: string
  readonly role: 'product' | 'component'
  readonly partNumber: string
  readonly revision: string | null
  /** The serial or lot that was built, or that it went into; null where counts alone are known. */
  readonly product: string | null
  readonly builds: number
  readonly quantity: Quantity
  readonly removed: Quantity
  readonly firstAt: Instant
  readonly lastAt: Instant
  readonly isComplete: boolean
}

export interface TracedIssueView {
  readonly number: string
  readonly title: string
  readonly severity: string
  readonly isOpen: boolean
  readonly holds: boolean
  /** What it is about: the serial, the lot, or the place of untracked stock. */
  readonly about: string
  readonly raisedAt: Instant
  readonly raisedBy: string
  /** What was decided, and why it was closed, in words. */
  readonly decided: readonly string[]
}

/** What is in what around a subject, as two trees that hang on it. */
export interface TraceGraphView {
  /** Null where there is too much of a part to be followed in passing. */
  readonly root: TraceNode | null
  readonly madeOf: readonly TreeNode[]
  readonly usedIn: readonly TreeNode[]
}

/** Somewhere that a subject is now, by itself or in something. */
export interface RecallRowView {
  readonly kind: TraceNodeKind
  readonly partNumber: string
  readonly revision: string | null
  readonly serial: string | null
  readonly lot: string | null
  readonly quantity: Quantity | null
  readonly unit: string
  readonly location: string | null
  readonly status: string | null
  /** Null where it is some of it, and nobody knows how much. */
  readonly contains: Quantity | null
  readonly through: readonly string[]
}

export type TraceTableName = 'history' | 'made-of' | 'used-in' | 'recall' | 'runs'
