import type { RowProblem } from '../core/importing/table.ts'

/** Problems, the first ones of them where there are many. */
export interface ProblemList {
  readonly first: readonly RowProblem[]
  readonly count: number
}

/** What a chosen file would do; nothing is done yet. `left`: no file was chosen. */
export type ImportLook =
  | { readonly kind: 'left' }
  | {
      readonly kind: 'looked'
      readonly file: string
      readonly added: number
      readonly changed: number
      readonly unchanged: number
      /** With one of them nothing can be imported. */
      readonly problems: ProblemList
      /** The rows that have a part tracked in another way. */
      readonly switches: ProblemList
    }

export type ImportAnswer =
  | {
      readonly kind: 'imported'
      readonly file: string
      readonly added: number
      readonly changed: number
      readonly unchanged: number
    }
  | { readonly kind: 'refused'; readonly file: string; readonly problems: ProblemList }
