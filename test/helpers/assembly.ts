import { instantOf, type Day } from '../../src/core/clock.ts'
import type { PartId, RowId } from '../../src/core/ids.ts'
import type { SubjectKind } from '../../src/core/event.ts'
import type { RemovalKind } from '../../src/core/inventory/stock-decision.ts'
import { parseQuantity, type Quantity } from '../../src/core/quantity.ts'
import type { StationContext } from '../../src/main/services/context.ts'
import { takeOutByHand } from '../../src/main/services/assembly/by-hand.ts'
import { currentRunView } from '../../src/main/services/assembly/run-view.ts'
import type { BuildView, RunView } from '../../src/ipc/assembly-views.ts'
import { eventInWords } from '../../src/main/services/event-words.ts'
import { raiseIssue } from '../../src/main/services/quality/raise-issue.ts'
import { removeStock } from '../../src/main/services/stock-changes.ts'
import { putBomLine } from '../../src/main/store/bom.ts'
import { transaction, type WritableDb } from '../../src/main/store/database.ts'
import { appendEvent, eventsOf } from '../../src/main/store/event.ts'
import { installedIn } from '../../src/main/store/installation.ts'
import { ensureLotRow, ensureUntrackedRow, insertUnit } from '../../src/main/store/inventory.ts'
import { move } from '../../src/main/store/movement.ts'
import { ensureLocation } from '../../src/main/store/location.ts'
import { findLot, insertLot, lotsNamed } from '../../src/main/store/lot.ts'
import { putPart, revisionsOf, type PartRecord } from '../../src/main/store/part.ts'
import { putRun } from '../../src/main/store/run.ts'

import { PLAIN_PART, newStore, scan, stationWithOrder } from './store.ts'

/**
 * A gearbox takes 2 motors (serial, revision A), 1.5 m of cable (lot), 4 screws (untracked, bolts may take their place)
 * and a sensor head that is made on assembly: 1 board (serial) and 0.25 kg of resin (lot, expires).
 *
 * Runs: G-1 of 2 gearboxes, P-1 of 10 kg paint (lot; 2 kg of resin to the kg), W-1 of 20 washers (untracked; 1 screw).
 */
export function stationWithRuns(on: WritableDb = newStore()): StationContext {
  const station = stationWithOrder(on)
  const { db } = station
  transaction(db, () => {
    for (const code of ['LINE-1', 'FG-01']) ensureLocation(db, code)
    const ids = new Map<string, PartId>()
    const part = (partNumber: string, more: Partial<PartRecord> = {}) => {
      ids.set(partNumber, putPart(db, { ...PLAIN_PART, description: '', partNumber, ...more }))
    }
    const serial = { tracking: 'serial', serialSource: 'captured' } as const
    const made = { tracking: 'serial', serialSource: 'generated' } as const
    part('GEARBOX', { ...made, revision: 'B', serialPattern: 'GB-{####}', description: 'Gearbox' })
    part('MOTOR', { ...serial, revision: 'A' })
    part('MOTOR', { ...serial, revision: 'B' })
    part('CABLE', { tracking: 'lot', lotSource: 'supplier', unit: 'm' })
    part('SCREW')
    part('BOLT')
    part('NUT')
    part('HEAD', { ...made, serialPattern: 'SH-{###}' })
    part('BOARD', serial)
    part('RESIN', { tracking: 'lot', lotSource: 'supplier', unit: 'kg' })
    part('PAINT', { tracking: 'lot', lotSource: 'run', unit: 'kg' })
    part('WASHER')
    const id = (partNumber: string) => {
      const found = ids.get(partNumber)
      if (found === undefined) throw new Error(`no part ${partNumber}`)
      return found
    }
    const line = (
      parent: readonly [string, string],
      component: string,
      count: string,
      more: { readonly revision?: string; readonly made?: true; readonly substitutes?: readonly string[] } = {}
    ) =>
      putBomLine(db, {
        partId: id(parent[0]),
        revision: parent[1],
        componentId: id(component),
        componentRevision: more.revision ?? null,
        quantity: quantity(count),
        madeOnAssembly: more.made ?? false,
        substitutes: (more.substitutes ?? []).map(id)
      })
    line(['GEARBOX', 'B'], 'MOTOR', '2', { revision: 'A' })
    line(['GEARBOX', 'B'], 'CABLE', '1.5')
    line(['GEARBOX', 'B'], 'SCREW', '4', { substitutes: ['BOLT'] })
    line(['GEARBOX', 'B'], 'HEAD', '1', { made: true })
    line(['HEAD', ''], 'BOARD', '1')
    line(['HEAD', ''], 'RESIN', '0.25')
    line(['PAINT', ''], 'RESIN', '2')
    line(['WASHER', ''], 'SCREW', '1')
    const run = (number: string, partNumber: string, revision: string, count: string) =>
      putRun(db, { run: number, partId: id(partNumber), revision, quantity: quantity(count), due: null })
    run('G-1', 'GEARBOX', 'B', '2')
    run('P-1', 'PAINT', '', '10')
    run('W-1', 'WASHER', '', '20')
    run('H-1', 'HEAD', '', '1')
  })
  return station
}

/** Adds a part to a station that is set up. */
export function part({ db }: StationContext, partNumber: string, more: Partial<PartRecord>): void {
  transaction(db, () => putPart(db, { ...PLAIN_PART, description: '', partNumber, ...more }))
}

/** Adds a line to a bill, of the parts’ first revisions. */
export function putBill(
  { db }: StationContext,
  parent: string,
  component: string,
  count: string,
  more: { readonly made?: true; readonly revision?: string } = {}
): void {
  const [parentPart] = revisionsOf(db, parent)
  const [componentPart] = revisionsOf(db, component)
  if (!parentPart || !componentPart) throw new Error(`no part ${parent} or ${component}`)
  transaction(db, () =>
    putBomLine(db, {
      partId: parentPart.id,
      revision: parentPart.revision,
      componentId: componentPart.id,
      componentRevision: more.revision ?? null,
      quantity: quantity(count),
      madeOnAssembly: more.made ?? false,
      substitutes: []
    })
  )
}

/** Adds a run that has not started. */
export function startable({ db }: StationContext, run: string, partNumber: string, count: string): void {
  const [found] = revisionsOf(db, partNumber)
  if (!found) throw new Error(`no part ${partNumber}`)
  transaction(db, () =>
    putRun(db, { run, partId: found.id, revision: found.revision, quantity: quantity(count), due: null })
  )
}

export function quantity(text: string): Quantity {
  const reading = parseQuantity(text)
  if (!reading.ok) throw new Error(`no quantity: ${text}`)
  return reading.quantity
}

export interface Stocked {
  readonly revision?: string
  readonly serial?: string
  readonly lot?: string
  readonly supplierLot?: string
  readonly location?: string
  readonly quantity?: string
  readonly expiry?: string
}

/** Puts goods into stock as if they had come long ago; a unit by its serial, stock of a lot by its lot, else a count. */
export function putStock({ db, clock }: StationContext, partNumber: string, goods: Stocked): void {
  const { serial, lot, revision = '', location = 'DOCK' } = goods
  transaction(db, () => {
    const [row] = revisionsOf(db, partNumber)
    if (!row) throw new Error(`no part ${partNumber}`)
    const expiry = (goods.expiry ?? null) as Day | null
    const lotId =
      lot === undefined
        ? null
        : (findLot(db, row.id, lot)?.id ??
          insertLot(db, { partId: row.id, lot, supplierLot: goods.supplierLot ?? null, expiry }))
    const unit = () =>
      insertUnit(db, {
        partId: row.id,
        revision,
        serial: serial ?? '',
        lot: lotId,
        supplierLot: null,
        location,
        expiry,
        receiptLine: null
      })
    const stockRow =
      serial !== undefined
        ? unit()
        : lotId !== null
          ? ensureLotRow(db, row.id, revision, lotId, location)
          : ensureUntrackedRow(db, row.id, revision, location)
    const seq = appendEvent(db, {
      kind: 'stock-received',
      at: instantOf(clock.now()),
      operator: 'kim',
      station: 'DOCK-1',
      subjects: [{ kind: 'row', id: stockRow }],
      data: {}
    })
    move(db, seq, stockRow, 'received', location, quantity(serial === undefined ? (goods.quantity ?? '1') : '1'))
  })
}

/** The components of one gearbox, and some: motors M1 to M4, 5 m of lot C-1, 40 screws, boards B1 and B2, 3 kg of lot R-1. */
export function stockedStation(on: WritableDb = newStore()): StationContext {
  const station = stationWithRuns(on)
  for (const serial of ['M1', 'M2', 'M3', 'M4']) putStock(station, 'MOTOR', { revision: 'A', serial })
  putStock(station, 'CABLE', { lot: 'C-1', quantity: '5' })
  putStock(station, 'SCREW', { quantity: '40' })
  for (const serial of ['B1', 'B2']) putStock(station, 'BOARD', { serial })
  putStock(station, 'RESIN', { lot: 'R-1', quantity: '3' })
  return station
}

/** All that one gearbox takes, its head last. */
export const ONE_GEARBOX = (motors: readonly [string, string], board: string): readonly string[] => [
  ...motors,
  'C-1',
  'SCREW',
  'DS:DONE',
  'HEAD',
  board,
  'R-1',
  'DS:DONE'
]

export function view(station: StationContext): RunView {
  const found = currentRunView(station)
  if (!found) throw new Error('no run is open')
  return found
}

/** What is in a build, a line each: `MOTOR 2/2 M1 M2`. */
export function bill(build: BuildView | null): readonly string[] {
  return (build?.lines ?? []).map(({ component, installed, needed, installations }) =>
    [
      component,
      `${Number(installed) / 1e6}/${Number(needed) / 1e6}`,
      ...installations.map(({ serial, lot, quantity: n }) => serial ?? `${lot ?? '-'}:${Number(n) / 1e6}`)
    ].join(' ')
  )
}

/** The row of a unit, of a lot or of an untracked part, with stock or without. */
export function rowOf({ db }: StationContext, code: string): RowId {
  const row = db
    .prepare(
      `SELECT inventory_row.id FROM inventory_row JOIN part ON part.id = inventory_row.part_id
         LEFT JOIN lot ON lot.id = lot_id
       WHERE serial = @code OR (inventory_row.tracking = 'lot' AND lot.lot = @code)
         OR (inventory_row.tracking = 'untracked' AND part_number = @code) ORDER BY quantity DESC LIMIT 1`
    )
    .get({ code }) as { id: RowId } | undefined
  if (!row) throw new Error(`${code} has no row`)
  return row.id
}

/** Takes something out of stock for good, as in the window. */
export function lose(
  station: StationContext,
  code: string,
  kind: RemovalKind,
  quantityText: string | null = null
): void {
  const decision = removeStock(station, rowOf(station, code), { kind, quantity: quantityText, reason: 'it fell down' })
  if (decision.kind === 'refused') throw new Error(decision.message)
}

/** Takes an installed unit out in the window, and puts it at a place. */
export function removeAt(station: StationContext, serial: string, to: string, reason = 'wrong part'): void {
  const [where] = installedIn(station.db, rowOf(station, serial))
  if (!where) throw new Error(`${serial} is not installed`)
  const answer = takeOutByHand(station, where.installation, { quantity: null, to, reason })
  if (answer.kind === 'refused') throw new Error(answer.message)
}

/** Puts a unit or untracked stock on hold; gives the number of the issue. */
export function hold(station: StationContext, code: string): string {
  const outcome = raiseIssue(station, {
    subject: { kind: 'row', row: rowOf(station, code) },
    title: 'Cracked housing',
    description: '',
    severity: 'major',
    holds: true
  })
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  return outcome.issue
}

export function holdLot(station: StationContext, code: string): string {
  const [lot] = lotsNamed(station.db, code)
  if (!lot) throw new Error(`no lot ${code}`)
  const outcome = raiseIssue(station, {
    subject: { kind: 'lot', lot: lot.id },
    title: 'Wrong colour',
    description: '',
    severity: 'major',
    holds: true
  })
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  return outcome.issue
}

/** What came of the last scan of a series: `accepted`, or the reason, with its sound, title and message. */
export function last(station: StationContext, ...texts: readonly string[]): readonly [string, string, string] {
  const { answer } = scan(station, ...texts)
  return [reason(station), answer.sound, answer.title]
}

/** The message of the last scan of a series. */
export function message(station: StationContext, ...texts: readonly string[]): string {
  return scan(station, ...texts).answer.message
}

/** Why the last scan was refused; `accepted` where it was not. */
export function reason({ db }: StationContext): string {
  const row = db.prepare('SELECT outcome FROM scan ORDER BY id DESC LIMIT 1').get() as { outcome: string }
  return /^([a-z-]+): /.exec(row.outcome)?.[1] ?? 'accepted'
}

/** The events of a thing, as the time line tells them. */
export function told({ db }: StationContext, kind: SubjectKind, id: number): readonly string[] {
  return eventsOf(db, { kind, id }).map((event) => eventInWords({ event: event.kind, data: event.data }))
}

/** Everything but the journal of scans: what a refusal must leave as it was. */
export function fingerprint({ db }: StationContext): string {
  const tables = ['inventory_row', 'movement', 'event', 'build', 'installation', 'run', 'run_line', 'label', 'lot']
  return JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all()))
}
