import { databaseFile } from '../src/main/commands/open.ts'
import { openReadable } from '../src/main/store/database.ts'
import type { Random } from '../src/core/random.ts'
import type { GrownFolder } from './generated/folders.ts'

/** Codes of a grown folder, by chance. */
export interface SampleCodes {
  /** In stock, each once, with where it is. */
  readonly units: readonly { readonly serial: string; readonly location: string }[]
  readonly goneSerials: readonly string[]
  readonly lots: readonly string[]
  readonly orders: readonly string[]
  readonly parts: readonly string[]
  /** All of them. */
  readonly places: readonly string[]
}

export function sampleCodes({ path }: GrownFolder, random: Random, count: number): SampleCodes {
  const db = openReadable(databaseFile(path))
  const pick = (table: string, column: string, condition = '1'): readonly string[] => {
    const last = db.prepare(`SELECT max(rowid) AS id FROM ${table}`).get() as { readonly id: number }
    const next = db.prepare(`SELECT ${column} AS code FROM ${table} WHERE rowid >= ? AND ${condition} LIMIT 1`)
    return Array.from(
      { length: count },
      () => next.get(random.below(last.id)) as { readonly code: string } | undefined
    ).flatMap((row) => row?.code ?? [])
  }
  const placeOf = (serial: string): string => {
    const row = db.prepare('SELECT location FROM inventory_row WHERE serial = ?').get(serial)
    return (row as { readonly location: string }).location
  }
  try {
    return {
      units: [...new Set(pick('inventory_row', 'serial', 'serial IS NOT NULL AND quantity > 0'))].map((serial) => ({
        serial,
        location: placeOf(serial)
      })),
      goneSerials: pick('inventory_row', 'serial', 'serial IS NOT NULL AND quantity = 0'),
      lots: pick('lot', 'lot'),
      orders: pick('purchase_order', 'order_no'),
      parts: pick('part', 'part_number'),
      places: (db.prepare('SELECT code FROM location ORDER BY code').all() as readonly { code: string }[]).map(
        ({ code }) => code
      )
    }
  } finally {
    db.close()
  }
}
