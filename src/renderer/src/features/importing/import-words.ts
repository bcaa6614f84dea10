import type { ImportKind } from '../../../../core/importing/import-kind.ts'
import type { RowProblem } from '../../../../core/importing/table.ts'

export interface ImportWords {
  readonly kind: ImportKind
  readonly title: string
  readonly about: string
}

/** In the order in which a new station needs them. */
export const IMPORTS: readonly ImportWords[] = [
  { kind: 'parts', title: 'Parts', about: 'what they are called, how they are tracked and numbered' },
  { kind: 'locations', title: 'Locations', about: 'the places where goods lie' },
  { kind: 'orders', title: 'Orders', about: 'what is to come from suppliers, line by line' },
  { kind: 'expected', title: 'Expected', about: 'the serials and lots that a supplier announces for an order' },
  { kind: 'boms', title: 'Bills of materials', about: 'what parts are made of' },
  { kind: 'runs', title: 'Runs', about: 'what is to be built' }
]

/** `line 3, quantity “2.5”: the part is tracked by serial, so the quantity is whole`. */
export function problemWords({ line, column, value, reason }: RowProblem): string {
  const cell = [column ?? '', value === null ? '' : `“${value}”`].filter((text) => text !== '').join(' ')
  return `line ${line}${cell === '' ? '' : `, ${cell}`}: ${reason}`
}

export function countWords(added: number, changed: number, unchanged: number): string {
  return `${added} new, ${changed} changed, ${unchanged} as they are`
}
