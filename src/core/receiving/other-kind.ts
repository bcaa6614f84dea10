import { maskMismatch } from '../numbering/mask.ts'
import { refused, type RefusedAnswer } from '../session/answer.ts'
import type { Directory, ReceivingLine } from './directory.ts'

/**
 * The refusal of a plain text that is an order or a place, where a serial or a lot is scanned; absent for any other.
 *
 * The delivery note and the label of the shelf are next to the goods, and a number is taken for good. Whose serials look
 * like them says so with the part's mask.
 */
export function otherKind(
  directory: Directory,
  { part }: ReceivingLine,
  text: string,
  wanted: 'serial' | 'lot'
): RefusedAnswer | undefined {
  const what = directory.order(text) ? 'an order number' : directory.location(text) ? 'a place' : undefined
  if (what === undefined) return undefined
  if (wanted === 'serial' && part.serialMask !== null && maskMismatch(part.serialMask, text) === undefined) {
    return undefined
  }
  return refused(
    'wrong-kind',
    `That is ${what}`,
    what === 'a place'
      ? `${text} is a place: DS:LOC:${text} puts away there. Scan the ${wanted}.`
      : `${text} is an order, and no ${wanted}. Scan the ${wanted} of the goods.`
  )
}
