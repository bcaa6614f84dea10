import type { EventSubject, Json } from '../../../core/event.ts'
import type { RowProblem, SourceTable } from '../../../core/importing/table.ts'
import type { ReadableDb, WritableDb } from '../../store/database.ts'

/** What a file would do to the store, found out before anything is written. */
export interface ImportPlan {
  /** What the rows or the store have against it; with one problem nothing is written. */
  readonly problems: readonly RowProblem[]
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** The rows that have a part tracked in another way: what only a lead lets pass. */
  readonly switches?: readonly RowProblem[]
  readonly write: (db: WritableDb, record: RecordEvent) => void
}

export type PlanImport = (db: ReadableDb, table: SourceTable) => ImportPlan

/** Appends an event with the import's time, operator and station. */
export type RecordEvent = (
  kind: string,
  subjects: readonly EventSubject[],
  data: { readonly [key: string]: Json }
) => void

/** Values as a file would write them, by column. */
export type Texts = Readonly<Record<string, string>>

export type Changes = Readonly<Record<string, { readonly from: string; readonly to: string }>>

/** The columns whose values differ, old and new. */
export function changesBetween(before: Texts, after: Texts): Changes {
  return Object.fromEntries(
    Object.entries(after).flatMap(([column, to]) => {
      const from = before[column] ?? ''
      return from === to ? [] : [[column, { from, to }]]
    })
  )
}

export function isEmpty(changes: Changes): boolean {
  return Object.keys(changes).length === 0
}

/** What one row of a file does. `changes` is undefined where it brings something new. */
export interface ImportStep<Item> {
  readonly item: Item
  readonly changes: Changes | undefined
}

export interface SortedSteps<Item> {
  readonly added: readonly ImportStep<Item>[]
  readonly changed: readonly { readonly item: Item; readonly changes: Changes }[]
  readonly counts: { readonly added: number; readonly changed: number; readonly unchanged: number }
}

export function sortSteps<Item>(steps: readonly ImportStep<Item>[]): SortedSteps<Item> {
  const added = steps.filter(({ changes }) => changes === undefined)
  const changed = steps.flatMap(({ item, changes }) => (changes && !isEmpty(changes) ? [{ item, changes }] : []))
  const unchanged = steps.length - added.length - changed.length
  return { added, changed, counts: { added: added.length, changed: changed.length, unchanged } }
}

/** Looks each key up once. */
export function cached<Value>(look: (key: string) => Value): (key: string) => Value {
  const found = new Map<string, Value>()
  return (key) => {
    if (!found.has(key)) found.set(key, look(key))
    return found.get(key) as Value
  }
}
