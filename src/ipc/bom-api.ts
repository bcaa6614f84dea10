import type { BomAnswer, BomView, ComponentChoice } from './bom-views.ts'

/** A line as it is typed: its rules are those of a file's row, and so are its words of refusal. */
export interface BomLineInput {
  readonly partNumber: string
  readonly revision: string
  readonly component: string
  /** Null where any revision will do. */
  readonly componentRevision: string | null
  readonly quantity: string
  readonly madeOnAssembly: boolean
  readonly substitutes: readonly string[]
}

/** What the window may ask about what parts are made of. */
export interface BomApi {
  /** The bill at a revision; at null, the last revision that has one. Null where there is no such part. */
  read(input: { partNumber: string; revision: string | null }): Promise<BomView | null>
  /** Parts whose number or description holds the text, for a new line. */
  components(input: { search: string }): Promise<readonly ComponentChoice[]>
  /** Adds a line. A component that is on the bill already is refused: its line is changed instead. */
  add(input: BomLineInput): Promise<BomAnswer>
  /** Changes the line of a component. A line that is gone meanwhile is refused. */
  change(input: BomLineInput): Promise<BomAnswer>
  remove(input: { partNumber: string; revision: string; component: string }): Promise<BomAnswer>
}

/** The names that exist at run time. */
export const BOM_METHODS = {
  read: true,
  components: true,
  add: true,
  change: true,
  remove: true
} as const satisfies { readonly [M in keyof BomApi]: true }
