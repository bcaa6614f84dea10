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
  /** How many units have labels. */
  units(): number
  /** Labels that are not at an end yet. */
  underWay(): number
  /** Whether nothing is printed until somebody has looked. */
  waitsForLook(): boolean
  close(): void
}

/** Reads the ledger beside the station that writes it. */
export function openLedger(dataFolder: string): Ledger {
  const db = openReadable(join(dataFolder, 'dockside.db'))
  const all = db.prepare(
    `SELECT id, label || '.' || copy AS label, serial, state, evidence FROM label WHERE kind = 'unit' ORDER BY id`
  )
  const units = db.prepare(`SELECT count(DISTINCT serial) FROM label`).pluck()
  const moving = db.prepare(`SELECT count(*) FROM label WHERE state IN ('queued', 'sending', 'sent')`).pluck()
  const stops = db.prepare(`SELECT count(*) FROM print_stop`).pluck()
  return {
    rows: () => all.all() as readonly LedgerRow[],
    units: () => units.get() as number,
    underWay: () => moving.get() as number,
    waitsForLook: () => stops.get() !== 0,
    close: () => db.close()
  }
}
