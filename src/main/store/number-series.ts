import { all, one, statement } from './statement.ts'
import type { ReadableDb, WritableDb } from './database.ts'

/** The next counter of a series in a period; 1 before the first. Looking uses nothing up. */
export function nextCounter(db: ReadableDb, series: string, period: string): number {
  return (
    one<{ next: number }>(db, 'SELECT next FROM number_series WHERE series = ? AND period = ?', series, period)?.next ??
    1
  )
}

/** Where a series stands in a period. */
export interface Counter {
  readonly series: string
  readonly period: string
  readonly next: number
}

export function allCounters(db: ReadableDb): readonly Counter[] {
  return all<Counter>(db, 'SELECT series, period, next FROM number_series ORDER BY series, period')
}

/** Moves a counter on to where another store had it, unless it is there or further. */
export function raiseCounter(db: WritableDb, { series, period, next }: Counter): void {
  if (next > nextCounter(db, series, period)) advanceCounter(db, series, period, next)
}

/** Moves a counter on. Call it in the transaction that creates what bears the numbers. */
export function advanceCounter(db: WritableDb, series: string, period: string, next: number): void {
  const { changes } = statement(
    db,
    `INSERT INTO number_series (series, period, next) VALUES (?, ?, ?)
     ON CONFLICT (series, period) DO UPDATE SET next = excluded.next WHERE excluded.next > next`
  ).run(series, period, next)
  if (changes !== 1) throw new Error(`The counter of ${series} may only move on, not to ${next}`)
}
