import type { ApprovalNeed, GivenApproval } from '../operators/approval.ts'
import type { OperatorEffect } from '../operators/effect.ts'
import type { AssemblyEffect } from '../assembly/effect.ts'
import type { MoveEffect } from '../inventory/move-effect.ts'
import type { CountEffect, UnknownFound } from '../counts/effect.ts'
import type { RowId } from '../ids.ts'
import type { LabelReturnedEffect, LabelsLostEffect, ResumeEffect, TornDestroyedEffect } from '../printing/effect.ts'
import type { RaiseEffect } from '../quality/effect.ts'
import type { ReceivingEffect } from '../receiving/effect.ts'
import type { TeachEffect } from '../teaching/effect.ts'
import type { Sound } from '../scan-sound.ts'
import type { Session } from './session.ts'

/** Why a scan was refused; stable, for tests and for the journal. */
export type Refusal =
  | 'already-installed'
  | 'already-there'
  | 'ambiguous'
  | 'archived'
  | 'bad-code'
  | 'bad-command'
  | 'badge'
  | 'being-built'
  | 'being-counted'
  | 'bill-loops'
  | 'built-already'
  | 'changed-since'
  | 'consumed'
  | 'duplicate'
  | 'earlier-test-label'
  | 'expired'
  | 'expiry-conflict'
  | 'field-missing'
  | 'finish-first'
  | 'format-conflict'
  | 'format-fails'
  | 'labels-unconfirmed'
  | 'lead-needed'
  | 'line-received'
  | 'lot-exists'
  | 'lot-missing'
  | 'lot-taken'
  | 'mask'
  | 'missing'
  | 'more-than-needed'
  | 'more-than-there'
  | 'no-number'
  | 'not-allowed'
  | 'not-available'
  | 'not-in-stock'
  | 'not-on-bom'
  | 'not-on-order'
  | 'not-signed-in'
  | 'nothing-asked-for'
  | 'nothing-to-resume'
  | 'nothing-to-undo'
  | 'on-hold'
  | 'open-lines'
  | 'over-receipt'
  | 'own-label'
  | 'part-number'
  | 'part-of-itself'
  | 'pin-locked'
  | 'pin-missing'
  | 'pin-wrong'
  | 'quantity-missing'
  | 'quantity-wrong'
  | 'revision'
  | 'run-complete'
  | 'sample-differs'
  | 'sample-missing'
  | 'scrapped'
  | 'serials-missing'
  | 'source-missing'
  | 'too-many'
  | 'unfinished-place'
  | 'unknown-code'
  | 'unreadable'
  | 'void-label'
  | 'waiting-for-choice'
  | 'waiting-for-lead'
  | 'waiting-for-pin'
  | 'wrong-kind'
  | 'wrong-label'
  | 'wrong-part'

/** What must be written when an answer is accepted, in one transaction. */
export type Effect =
  | { readonly kind: 'none' }
  | AssemblyEffect
  | CountEffect
  | MoveEffect
  | OperatorEffect
  | RaiseEffect
  | ReceivingEffect
  | ResumeEffect
  | TeachEffect
  | LabelReturnedEffect
  | LabelsLostEffect
  | TornDestroyedEffect

/** Where the window should go. */
export type Show =
  | { readonly kind: 'receiving' }
  | { readonly kind: 'assembly' }
  | { readonly kind: 'counts' }
  | { readonly kind: 'labels' }
  | { readonly kind: 'trace'; readonly code: string; readonly part: string | null }
  | { readonly kind: 'issue'; readonly issue: string }
  /** An issue is raised about a row, or about what a code names; nothing is named yet where both are null. */
  | { readonly kind: 'raise'; readonly row: RowId | null; readonly code: string | null; readonly part: string | null }

/** One answer to one scan. A refusal changes nothing. */
export type Answer = AcceptedAnswer | RefusedAnswer

export interface AcceptedAnswer {
  readonly kind: 'accepted'
  readonly sound: Sound
  readonly title: string
  readonly message: string
  readonly session: Session
  readonly effect: Effect
  readonly show: Show | null
  /** The lead's word without which it would have been refused: kept with what comes of it. */
  readonly approval?: GivenApproval
}

export interface RefusedAnswer {
  readonly kind: 'refused'
  readonly reason: Refusal
  readonly sound: Sound
  readonly title: string
  readonly message: string
  /** Set where a lead's word would let it pass: the same scan, decided again with it. */
  readonly approvable?: ApprovalNeed
  /** It may be a supplier's label, which `DS:TEACH` teaches. */
  readonly isTeachable?: true
  /** What a count remembers of the scan all the same. */
  readonly noted?: UnknownFound
}

export function accepted(
  session: Session,
  title: string,
  message: string,
  more: { readonly sound?: Sound; readonly effect?: Effect; readonly show?: Show | null } = {}
): AcceptedAnswer {
  return {
    kind: 'accepted',
    sound: more.sound ?? 'accepted',
    title,
    message,
    session,
    effect: more.effect ?? { kind: 'none' },
    show: more.show === undefined ? { kind: 'receiving' } : more.show
  }
}

export function refused(reason: Refusal, title: string, message: string, sound: Sound = 'refused'): RefusedAnswer {
  return { kind: 'refused', reason, sound, title, message }
}

/** A refusal that a lead's badge turns into a yes. */
export function needsLead(need: ApprovalNeed, reason: Refusal, title: string, message: string): RefusedAnswer {
  return { kind: 'refused', reason, sound: 'attention', title, message, approvable: need }
}
