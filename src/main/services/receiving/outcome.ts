import type { Answer } from '../../../core/session/answer.ts'

/** What became of a line that was to be received. */
export type ReceiveOutcome =
  | {
      readonly kind: 'received'
      readonly receipt: string
      readonly serials: readonly string[]
      readonly lot: string | null
      readonly labels: number
    }
  | { readonly kind: 'refused'; readonly answer: Extract<Answer, { kind: 'refused' }> }
