import type { RecallRowView, TraceAnswer, TraceGraphView, TraceTableName } from './trace-views.ts'

/** What is traced: a serial, a lot or a part number. A part narrows a lot that several parts have. */
export interface TraceInput {
  readonly code: string
  readonly part: string | null
}

export type SaveTraceInput = TraceInput &
  (
    | { readonly format: 'pdf' }
    | { readonly format: 'json'; readonly table: TraceTableName | null }
    | { readonly format: 'csv'; readonly table: TraceTableName }
  )

export interface TracingApi {
  /** What it is, how it stands and what happened to it, the newest events of it. */
  trace(input: TraceInput): Promise<TraceAnswer>
  /** What is in what around it. Nothing around a code that is not known. */
  graph(input: TraceInput): Promise<TraceGraphView>
  /** Everywhere that it is now: by itself, and in what. */
  recall(input: TraceInput): Promise<readonly RecallRowView[]>
  /** Asks the person for a file and writes the whole report or one table of it. Null where the person chose none. */
  save(input: SaveTraceInput): Promise<{ readonly file: string | null }>
}

/** The names that exist at run time. */
export const TRACING_METHODS = {
  trace: true,
  graph: true,
  recall: true,
  save: true
} as const satisfies { readonly [M in keyof TracingApi]: true }
