import type { PlaceBeneath, Session } from './session.ts'

/** What goes on once the labels are seen to. */
export function placeBeneath({ at }: Pick<Session, 'at'>): PlaceBeneath {
  switch (at.kind) {
    case 'resume':
    case 'confirm':
    case 'returns':
      return placeBeneath({ at: at.back })
    default:
      return at
  }
}
