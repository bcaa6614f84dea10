import type { Hold } from '../../../core/quality/hold.ts'
import type { Answer } from '../../../core/session/answer.ts'

/** What became of a line that was to be received. */
export type ReceiveOutcome =
  | {
      readonly kind: 'received'
      readonly receipt: string
      readonly serials: readonly string[]
      readonly lot: string | null
      readonly labels: number
      /** What holds the goods from the moment that they are in: they came to a lot or to stock that is on hold. */
      readonly holds: readonly Hold[]
    }
  | { readonly kind: 'refused'; readonly answer: Extract<Answer, { kind: 'refused' }> }
