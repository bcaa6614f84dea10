import type { LabelKind } from '../../../../ipc/views.ts'

export const KIND_WORDS: Readonly<Record<LabelKind, string>> = {
  unit: 'Unit',
  lot: 'Lot',
  location: 'Place',
  command: 'Command'
}
