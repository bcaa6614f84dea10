/** What the helper process for the print queues of Windows is asked. Its answers come in the order of the questions. */
export type SpoolQuestion =
  | { readonly what: 'queues' }
  | { readonly what: 'queue'; readonly queue: string }
  | { readonly what: 'job'; readonly queue: string; readonly job: number }
  | { readonly what: 'submit'; readonly queue: string; readonly title: string; readonly bytes: Uint8Array }

export type SpoolAnswer =
  | { readonly kind: 'queues'; readonly names: readonly string[] }
  /** `PRINTER_STATUS_…` and `PRINTER_ATTRIBUTE_…` of winspool.h. */
  | { readonly kind: 'queue'; readonly status: number; readonly attributes: number }
  /** `JOB_STATUS_…` of winspool.h; null where the queue has no such job any more. */
  | { readonly kind: 'job'; readonly status: number | null }
  | { readonly kind: 'submitted'; readonly job: number }
  | SpoolFailure

export interface SpoolFailure {
  readonly kind: 'failed'
  /** In words of Windows. */
  readonly message: string
  /** Its number (winerror.h); 0 where it has none. */
  readonly code: number
  /** Whether a job was begun before it failed. */
  readonly began: boolean
}

export interface SpoolRequest {
  readonly id: number
  readonly question: SpoolQuestion
}

export interface SpoolReply {
  readonly id: number
  readonly answer: SpoolAnswer
}
