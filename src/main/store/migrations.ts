import type { Migration } from './migrate.ts'
import { receiving } from './migrations/0001-receiving.ts'
import { stockSearch } from './migrations/0002-stock-search.ts'

/** In order, one number each, never edited once shipped. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, up: receiving },
  { version: 2, up: stockSearch }
]
