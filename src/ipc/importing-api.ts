import type { ImportKind } from '../core/importing/import-kind.ts'
import type { ImportAnswer, ImportLook } from './importing-views.ts'

/** Files that bring in orders, parts and the like, as the command line's `import` does. */
export interface ImportingApi {
  /** Has the person choose a file, and says what it would do. The window never names a file. */
  look(input: { kind: ImportKind }): Promise<ImportLook>
  /** Takes over the file that was looked at last, as it was read then: all of its rows or none. */
  take(input: Record<string, never>): Promise<ImportAnswer>
}

/** The names that exist at run time. */
export const IMPORTING_METHODS = {
  look: true,
  take: true
} as const satisfies { readonly [M in keyof ImportingApi]: true }
