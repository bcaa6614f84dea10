import { assertNever } from '../assert.ts'
import type { Show } from './answer.ts'
import type { Session } from './session.ts'

/** Where the window belongs while something is begun and not done; null while nothing is. */
export function placeInHand({ at }: Pick<Session, 'at'>): Show | null {
  switch (at.kind) {
    case 'idle':
      return null
    case 'receipt':
    case 'line':
    case 'put-away':
    case 'teach':
      return { kind: 'receiving' }
    case 'run':
      return { kind: 'assembly' }
    case 'count':
      return { kind: 'counts' }
    case 'confirm':
      return placeInHand({ at: at.back })
    case 'resume':
    case 'returns':
      return { kind: 'labels' }
    case 'hold':
      return {
        kind: 'raise',
        row: at.subject?.kind === 'row' ? at.subject.row : null,
        code: null,
        part: null
      }
    default:
      return assertNever(at)
  }
}
