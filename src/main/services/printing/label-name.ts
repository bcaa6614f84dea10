import { assertNever } from '../../../core/assert.ts'
import type { KnownLabel, NamedLabel } from '../../../core/printing/directory.ts'
import type { LabelRow } from '../../store/label.ts'

/** A label as a clerk would name it, and the code that its linear symbol has too. */
export function nameOf({ kind, partNumber, serial, lot, content }: LabelRow): Pick<KnownLabel, 'name' | 'code'> {
  switch (kind) {
    case 'unit':
      return { name: `${serial ?? ''} of ${partNumber ?? ''}`, code: serial }
    case 'lot':
      return { name: `lot ${lot ?? ''} of ${partNumber ?? ''}`, code: lot }
    case 'location': {
      const { code } = JSON.parse(content) as { readonly code: string }
      return { name: `place ${code}`, code }
    }
    case 'command': {
      const { code } = JSON.parse(content) as { readonly code: string }
      return { name: `command ${code}`, code: null }
    }
    default:
      return assertNever(kind)
  }
}

export function namedLabel(row: LabelRow): NamedLabel {
  return { id: row.id, name: nameOf(row).name }
}
