import { join } from 'node:path'
import { openReadable } from '../../../src/main/store/database.ts'
import type { LabelState } from '../../../src/core/printing/label-state.ts'

/** A row of the print ledger, as far as it is compared with paper. */
export interface LedgerRow {
  readonly id: number
  /** Number and copy, as on the label: `DS00000001.1`. */
  readonly label: string
  readonly serial: string
  readonly state: LabelState
  readonly evidence: string
}

export interface Ledger {
  rows(): readonly LedgerRow[]
  /** Labels that are not at an end yet. */
  underWay(): number
  close(): void
}

/** Reads the ledger beside the station that writes it. */
export function openLedger(dataFolder: string): Ledger {
  const db = openReadable(join(dataFolder, 'dockside.db'))
  const all = db.prepare(
    `SELECT id, label || '.' || copy AS label, serial, state, evidence FROM label WHERE kind = 'unit' ORDER BY id`
  )
  const moving = db.prepare(`SELECT count(*) FROM label WHERE state IN ('queued', 'sending', 'sent')`).pluck()
  return {
    rows: () => all.all() as readonly LedgerRow[],
    underWay: () => moving.get() as number,
    close: () => db.close()
  }
}
