import type { EventSubject } from '../../../core/event.ts'
import type { LabelRow } from '../../store/label.ts'

/** What an event about a label concerns: the label, and the unit or the lot whose it is. */
export function subjectsOfLabel({ id, row, lotId }: Pick<LabelRow, 'id' | 'row' | 'lotId'>): readonly EventSubject[] {
  return [
    { kind: 'label', id },
    ...(row === null ? [] : [{ kind: 'row' as const, id: row }]),
    ...(lotId === null ? [] : [{ kind: 'lot' as const, id: lotId }])
  ]
}
