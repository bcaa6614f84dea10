import type { LotId, PartId } from '../../src/core/ids.ts'
import { quantityOf } from '../../src/core/quantity.ts'
import type { TrackingType } from '../../src/core/tracking/tracking-type.ts'
import { putLocation } from '../../src/main/store/location.ts'
import { putPart } from '../../src/main/store/part.ts'
import type { WritableDb } from '../../src/main/store/database.ts'

export interface CataloguePart {
  readonly id: PartId
  readonly number: string
  readonly description: string
  readonly tracking: TrackingType
  readonly unit: string
}

/** One line of a bill: what one unit of the product takes, in millionths. */
export interface BillLine {
  readonly component: CataloguePart
  readonly millionths: number
}

export interface Product extends CataloguePart {
  readonly bill: readonly BillLine[]
}

export interface Catalogue {
  readonly places: readonly string[]
  /** Bought units, lots and counted parts. */
  readonly units: readonly CataloguePart[]
  readonly lots: readonly CataloguePart[]
  readonly counted: readonly CataloguePart[]
  /** Built of bought parts. */
  readonly modules: readonly Product[]
  /** Built of modules and bought parts. */
  readonly devices: readonly Product[]
  /** A product of three levels: each takes ten of the next. */
  readonly tree: readonly [Product, Product, Product]
  readonly leaf: CataloguePart
  /** The lot-tracked part that every module takes. */
  readonly screw: CataloguePart
}

/** In a lot's row, a lot and its part are known together. */
export interface CatalogueLot {
  readonly id: LotId
  readonly text: string
  readonly supplierLot: string
  readonly part: CataloguePart
}

/** The pattern of all serials that are given here, of bought and built units alike. */
export const SERIAL_PATTERN = 'SN-{########}'

export function putCatalogue(db: WritableDb): Catalogue {
  const places = ['DOCK', ...numbered(200, 'BIN-')]
  for (const code of places) putLocation(db, { code, description: `Place ${code}` })
  const units = numbered(60, 'BOARD-').map((number) => put(db, number, 'Board, populated and tested', 'serial'))
  const lots = numbered(40, 'SCREW-').map((number) => put(db, number, 'Screw, zinc plated', 'lot'))
  const counted = numbered(20, 'GLUE-').map((number) => put(db, number, 'Adhesive, two components', 'untracked', 'g'))
  const screw = at(lots, 0)
  const modules = numbered(10, 'MODULE-').map((number, index) =>
    putProduct(db, number, 'Module with two boards', [
      [at(units, index), 1],
      [at(units, index + 10), 1],
      [screw, 4],
      [at(counted, index), 1]
    ])
  )
  const devices = numbered(5, 'DEVICE-').map((number, index) =>
    putProduct(db, number, 'Device with two modules', [
      [at(modules, index * 2), 1],
      [at(modules, index * 2 + 1), 1],
      [at(units, index + 20), 1],
      [at(lots, index + 10), 2]
    ])
  )
  const leaf = put(db, 'TREE-LEAF', 'End of the tree', 'serial')
  const branch = putProduct(db, 'TREE-BRANCH', 'Branch with leaves', [[leaf, 9]])
  const limb = putProduct(db, 'TREE-LIMB', 'Limb with branches', [[branch, 10]])
  const trunk = putProduct(db, 'TREE-TRUNK', 'Trunk with limbs', [[limb, 10]])
  return { places, units, lots, counted, modules, devices, tree: [trunk, limb, branch], leaf, screw }
}

function putProduct(
  db: WritableDb,
  number: string,
  description: string,
  bill: readonly (readonly [CataloguePart, number])[]
): Product {
  const part = put(db, number, description, 'serial')
  const insert = db.prepare(
    `INSERT INTO bom_line (part_id, revision, component_id, component_revision, quantity, made_on_assembly)
     VALUES (?, '', ?, NULL, ?, 0)`
  )
  for (const [component, quantity] of bill) insert.run(part.id, component.id, quantityOf(quantity))
  return { ...part, bill: bill.map(([component, quantity]) => ({ component, millionths: quantityOf(quantity) })) }
}

function put(db: WritableDb, number: string, description: string, tracking: TrackingType, unit = 'pcs'): CataloguePart {
  const id = putPart(db, {
    partNumber: number,
    tracking,
    unit,
    gtin14: null,
    lotSource: tracking === 'lot' ? 'supplier' : null,
    lotPattern: null,
    shelfLifeDays: null,
    inspection: false,
    revision: '',
    description,
    serialSource: tracking === 'serial' ? 'generated' : null,
    serialPattern: tracking === 'serial' ? SERIAL_PATTERN : null,
    serialMask: null,
    supplierPartNumbers: []
  })
  return { id, number, description, tracking, unit }
}

function numbered(count: number, prefix: string): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(3, '0')}`)
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  if (item === undefined) throw new Error(`The catalogue has no ${index}`)
  return item
}
