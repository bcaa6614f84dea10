import { instantOf } from '../../src/core/clock.ts'
import type { EventSubject } from '../../src/core/event.ts'
import type { BuildId, EventSeq, LotId, PartId, RowId, RunId, RunLineId } from '../../src/core/ids.ts'
import { formatQuantity, ONE, quantityOf, subtract, ZERO, type Quantity } from '../../src/core/quantity.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { completeBuild, insertBuild } from '../../src/main/store/build.ts'
import { transaction } from '../../src/main/store/database.ts'
import { appendEvent } from '../../src/main/store/event.ts'
import { countRemoved, insertInstallation } from '../../src/main/store/installation.ts'
import {
  ensureLotRow,
  ensureUntrackedRow,
  insertUnit,
  move,
  rowAt,
  rowsOfLot,
  rowsOfPart,
  unitWithSerial,
  type InventoryRow
} from '../../src/main/store/inventory.ts'
import { findLot, insertLot } from '../../src/main/store/lot.ts'
import { findPart, putPart } from '../../src/main/store/part.ts'
import { findRun, putRun, startRun } from '../../src/main/store/run.ts'
import { PLAIN_PART } from './store.ts'

/** Something that is built here, by the tables alone: what the rules of assembling ask is not asked. */
export interface Made {
  readonly build: BuildId
  readonly run: string
  readonly part: PartId
  readonly row: RowId | null
  readonly lot: LotId | null
  readonly quantity: Quantity
}

export interface Wanted {
  readonly run: string
  readonly part: string
  readonly serial?: string
  readonly lot?: string
  readonly quantity?: number
  /** What it is made inside of. */
  readonly inside?: Made
}

/** Parts that can be built: `PUMP` and `SKID` by serial, `PASTE` by lot, `BRACKET` untracked. */
export function addProducts({ db }: StationContext): void {
  transaction(db, () => {
    for (const partNumber of ['PUMP', 'SKID', 'MOTOR']) {
      putPart(db, { ...PLAIN_PART, partNumber, tracking: 'serial', serialSource: 'captured' })
    }
    putPart(db, { ...PLAIN_PART, partNumber: 'PASTE', tracking: 'lot', unit: 'kg', lotSource: 'run' })
    putPart(db, { ...PLAIN_PART, partNumber: 'BRACKET' })
  })
}

/** Begins to build something in a run, which is made where there is none of its number. */
export function begin(station: StationContext, wanted: Wanted): Made {
  const { db } = station
  return transaction(db, () => {
    const part = partOf(station, wanted.part)
    const quantity = wanted.serial === undefined ? quantityOf(wanted.quantity ?? 1) : ONE
    const tracking = wanted.serial === undefined ? (wanted.lot === undefined ? 'untracked' : 'lot') : 'serial'
    const known = findRun(db, wanted.run)
    const run = known?.id ?? newRun(station, wanted.run, part, quantity)
    const lot =
      wanted.lot === undefined
        ? null
        : (findLot(db, part, wanted.lot)?.id ??
          insertLot(db, { partId: part, lot: wanted.lot, supplierLot: null, expiry: null }))
    const row =
      wanted.serial === undefined
        ? null
        : insertUnit(db, {
            partId: part,
            revision: '',
            serial: wanted.serial,
            lot: null,
            supplierLot: null,
            location: station.station.location,
            expiry: null,
            receiptLine: null
          })
    const seq = happened(station, 'build-started', subjects(row, lot, part), { run: wanted.run })
    const parent = wanted.inside?.build ?? null
    const line = parent === null ? null : lineOf(station, run, wanted.inside?.part ?? part, part)
    const build = insertBuild(db, { run, parent, line, part, revision: '', tracking, row, lot, quantity }, seq)
    return { build, run: wanted.run, part, row, lot, quantity }
  })
}

/** Puts stock into what is being built. */
export function install(
  station: StationContext,
  into: Made,
  row: InventoryRow,
  quantity = row.quantity,
  child: Made | null = null
) {
  const { db } = station
  return transaction(db, () => {
    const run = findRun(db, into.run)
    if (!run) throw new Error('the run is there')
    const seq = happened(
      station,
      'installed',
      [...subjects(row.id, row.lotId, row.partId), ...subjects(into.row, into.lot, null)],
      {
        quantity: formatQuantity(quantity),
        run: into.run
      }
    )
    move(db, seq, row.id, 'installed', row.location, subtract(ZERO, quantity))
    const line = lineOf(station, run.id, into.part, row.partId)
    const record = { build: into.build, line, row: row.id, child: child?.build ?? null, quantity }
    return { id: insertInstallation(db, seq, record), row: row.id, quantity }
  })
}

/** Takes out again what was installed. */
export function takeOut(station: StationContext, installed: ReturnType<typeof install>): void {
  const { db } = station
  transaction(db, () => {
    const row = rowAt(db, installed.row)
    if (!row) throw new Error('the row is there')
    const facts = { reason: 'Leaks', quantity: formatQuantity(installed.quantity) }
    const seq = happened(station, 'removed', subjects(row.id, row.lotId, row.partId), facts)
    move(db, seq, row.id, 'removed', row.location, installed.quantity)
    countRemoved(db, installed.id, installed.quantity)
  })
}

/** Completes what is being built: it is stock then. A child is installed in its parent at once. */
export function complete(station: StationContext, made: Made, inside: Made | null = null): Made {
  const { db } = station
  const row = transaction(db, () => {
    const place = station.station.location
    const row =
      made.row ??
      (made.lot === null
        ? ensureUntrackedRow(db, made.part, '', place)
        : ensureLotRow(db, made.part, '', made.lot, place))
    const seq = happened(station, 'built', subjects(row, made.lot, made.part), { run: made.run })
    move(db, seq, row, 'built', place, made.quantity)
    completeBuild(db, made.build, seq, row)
    return row
  })
  const completed = { ...made, row }
  const stock = rowAt(db, row)
  if (inside !== null && stock) install(station, inside, stock, made.quantity, completed)
  return completed
}

export function unit({ db }: StationContext, serial: string): InventoryRow {
  const row = unitWithSerial(db, serial)
  if (!row) throw new Error(`there is a unit ${serial}`)
  return row
}

/** The row of a lot that holds stock. */
export function lotRow(station: StationContext, part: string, lot: string): InventoryRow {
  const found = findLot(station.db, partOf(station, part), lot)
  const row = found && rowsOfLot(station.db, found.id).find(({ quantity, serial }) => quantity > 0 && serial === null)
  if (!row) throw new Error(`there is stock of lot ${lot}`)
  return row
}

/** The row of an untracked part that holds stock. */
export function looseRow(station: StationContext, part: string): InventoryRow {
  const row = rowsOfPart(station.db, partOf(station, part)).find(({ quantity }) => quantity > 0)
  if (!row) throw new Error(`there is stock of ${part}`)
  return row
}

function partOf({ db }: StationContext, number: string): PartId {
  const part = findPart(db, number, '') ?? findPart(db, number, 'B')
  if (!part) throw new Error(`there is a part ${number}`)
  return part.id
}

function newRun(station: StationContext, number: string, part: PartId, quantity: Quantity): RunId {
  const { db } = station
  const run = putRun(db, { run: number, partId: part, revision: '', quantity, due: null })
  startRun(db, run, happened(station, 'run-started', [{ kind: 'run', id: run }], { run: number }), null)
  return run
}

function lineOf({ db }: StationContext, run: RunId, part: PartId, component: PartId): RunLineId {
  const found = db
    .prepare('SELECT id FROM run_line WHERE run_id = ? AND part_id = ? AND component_id = ?')
    .get(run, part, component) as { id: RunLineId } | undefined
  if (found) return found.id
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO run_line (run_id, part_id, revision, component_id, quantity, made_on_assembly) VALUES (?, ?, '', ?, 1000000, 0)`
    )
    .run(run, part, component)
  return Number(lastInsertRowid) as RunLineId
}

function subjects(row: RowId | null, lot: LotId | null, part: PartId | null): readonly EventSubject[] {
  return [
    ...(row === null ? [] : [{ kind: 'row' as const, id: row }]),
    ...(lot === null ? [] : [{ kind: 'lot' as const, id: lot }]),
    ...(part === null ? [] : [{ kind: 'part' as const, id: part }])
  ]
}

function happened(
  { db, clock, operator, station }: StationContext,
  kind: string,
  subjects: readonly EventSubject[],
  data: Readonly<Record<string, string>>
): EventSeq {
  return appendEvent(db, { kind, at: instantOf(clock.now()), operator, station: station.id, subjects, data })
}
