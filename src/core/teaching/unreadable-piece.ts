import { refused, type RefusedAnswer } from '../session/answer.ts'
import { shown } from '../words.ts'
import { variantInForce, type PieceUse } from './draft.ts'
import type { TaughtMeaning } from './meaning.ts'
import type { Piece } from './taken-apart.ts'

/** Whether a piece cannot be what it was said to be: a label that was scanned later may have shown that. */
export function isUnreadable(use: PieceUse): boolean {
  return use.meaning !== 'nothing' && variantInForce(use) === undefined
}

/** @param next what to do about it, in a sentence */
export function unreadableAs(meaning: TaughtMeaning, { values }: Piece, next: string): RefusedAnswer {
  return refused(
    'wrong-kind',
    meaning === 'quantity' ? 'That is no quantity' : 'That is no date',
    `${values.map((value) => shown(value ?? '')).join(', ')} cannot be read as one. ${next}`
  )
}
