import type { Day } from '../clock.ts'
import type { OrderId, OrderLineId } from '../ids.ts'
import type { Quantity } from '../quantity.ts'
import type { Sound } from '../scan-sound.ts'
import type { Session } from './session.ts'

/** Why a scan was refused; stable, for tests and for the journal. */
export type Refusal =
  | 'ambiguous'
  | 'bad-code'
  | 'bad-command'
  | 'duplicate'
  | 'expiry-conflict'
  | 'finish-first'
  | 'line-received'
  | 'lot-missing'
  | 'lot-taken'
  | 'mask'
  | 'no-number'
  | 'not-available'
  | 'not-on-order'
  | 'nothing-to-undo'
  | 'over-receipt'
  | 'own-label'
  | 'part-number'
  | 'quantity-missing'
  | 'quantity-wrong'
  | 'serials-missing'
  | 'unknown-code'
  | 'unreadable'
  | 'wrong-kind'
  | 'wrong-part'

/** What must be written when an answer is accepted, in one transaction. */
export type Effect =
  | { readonly kind: 'none' }
  | { readonly kind: 'receive'; readonly line: LineToReceive }
  | { readonly kind: 'close'; readonly order: OrderId }

/** A line as the clerk has said it: decided, not yet written. */
export interface LineToReceive {
  readonly order: OrderId
  readonly orderLine: OrderLineId
  readonly quantity: Quantity
  /** The captured serials, or none where numbers are generated. */
  readonly serials: readonly string[]
  /** How many serials to take from the part's pattern. */
  readonly generateSerials: number
  /** Our lot number; null where none is wanted or where it is generated. */
  readonly lot: string | null
  readonly generateLot: boolean
  readonly supplierLot: string | null
  readonly expiry: Day | null
  readonly location: string | null
}

/** Where the window should go. */
export type Show =
  { readonly kind: 'receiving' } | { readonly kind: 'trace'; readonly code: string; readonly part: string | null }

/** One answer to one scan. A refusal changes nothing. */
export type Answer =
  | {
      readonly kind: 'accepted'
      readonly sound: Sound
      readonly title: string
      readonly message: string
      readonly session: Session
      readonly effect: Effect
      readonly show: Show | null
    }
  | {
      readonly kind: 'refused'
      readonly reason: Refusal
      readonly sound: Sound
      readonly title: string
      readonly message: string
    }

export function accepted(
  session: Session,
  title: string,
  message: string,
  more: { readonly sound?: Sound; readonly effect?: Effect; readonly show?: Show } = {}
): Answer {
  return {
    kind: 'accepted',
    sound: more.sound ?? 'accepted',
    title,
    message,
    session,
    effect: more.effect ?? { kind: 'none' },
    show: more.show ?? { kind: 'receiving' }
  }
}

export function refused(reason: Refusal, title: string, message: string, sound: Sound = 'refused'): Answer {
  return { kind: 'refused', reason, sound, title, message }
}
