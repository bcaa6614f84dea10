import type { LabelId } from '../../core/ids.ts'
import type { LabelState } from '../../core/printing/label-state.ts'
import type { ReadableDb } from './database.ts'
import { all } from './statement.ts'

/** What a label is about, exactly; null for any. */
export interface LabelFacets {
  readonly order: string | null
  readonly part: string | null
  readonly printer: string | null
}

export const ANY_LABEL: LabelFacets = { order: null, part: null, printer: null }

export function isAnyLabel({ order, part, printer }: LabelFacets): boolean {
  return order === null && part === null && printer === null
}

/** The labels of an order, a part or a printer that are in one of these states, the newest first. */
export function labelsWithFacets(
  db: ReadableDb,
  facets: LabelFacets,
  states: readonly LabelState[],
  limit: number
): readonly LabelId[] {
  if (states.length === 0) return []
  const conditions = [
    ...(facets.order === null ? [] : ['order_no = @order']),
    ...(facets.part === null ? [] : ['part_number = @part']),
    ...(facets.printer === null ? [] : ['printer = @printer'])
  ]
  return all<{ id: LabelId }>(
    db,
    `SELECT id FROM label INDEXED BY label_facets WHERE ${conditions.join(' AND ')}
       AND (SELECT state FROM label AS itself INDEXED BY label_in_order WHERE itself.id = label.id)
         IN (SELECT value FROM json_each(@states))
     ORDER BY id DESC LIMIT @limit`,
    { ...facets, states: JSON.stringify(states), limit }
  ).map(({ id }) => id)
}

/** The newest labels of a printer in one of these states, the newest first; quick however many there are. */
export function newestOfPrinter(
  db: ReadableDb,
  printer: string,
  states: readonly LabelState[],
  limit: number
): readonly LabelId[] {
  return states
    .flatMap((state) =>
      all<{ id: LabelId }>(
        db,
        'SELECT id FROM label INDEXED BY label_by_state WHERE state = ? AND printer = ? ORDER BY id DESC LIMIT ?',
        state,
        printer,
        limit
      )
    )
    .map(({ id }) => id)
    .sort((a, b) => b - a)
    .slice(0, limit)
}
