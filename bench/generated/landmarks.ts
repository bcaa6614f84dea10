import { assert } from '../../src/core/assert.ts'
import type { Building, Components } from './builds.ts'
import type { Catalogue } from './catalogue.ts'
import type { Changes } from './changes.ts'
import type { Receiving } from './deliveries.ts'
import { UNIT, type StockRow } from './stock.ts'

export const EVENTS_OF_BUSY_UNIT = 200

/** A trunk of ten limbs of ten branches of nine leaves. */
export const NODES_OF_TREE = 1 + 10 + 100 + 900

/** Receives a unit and has it moved about. Gives its serial. */
export function receiveBusyUnit(receiving: Receiving, changes: Changes, { leaf, places }: Catalogue): string {
  const row = only(receiving.receive({ supplier: 'Busy & Sons', lines: [{ part: leaf, count: 1 }] }))
  for (let events = 1; events < EVENTS_OF_BUSY_UNIT; events += 1) {
    const to = places[events % 100]
    assert(to !== undefined && to !== row.location, 'there are more than a hundred places')
    changes.moveTo(row, to, UNIT)
  }
  return serialOf(row)
}

/** Builds a tree of {@link NODES_OF_TREE} units. Gives the serial of its top. */
export function buildTree(receiving: Receiving, building: Building, { tree, leaf }: Catalogue): string {
  const [trunk, limb, branch] = tree
  const leaves = receiving.receive({ supplier: 'Forest Ltd', lines: [{ part: leaf, count: 900 }] })
  const branches = building.build(branch, 100, (unit) => share(leaves, unit, 9))
  const limbs = building.build(limb, 10, (unit) => share(branches, unit, 10))
  return serialOf(only(building.build(trunk, 1, (unit) => share(limbs, unit, 10))))
}

function share(rows: readonly StockRow[], unit: number, size: number): Components {
  return [rows.slice(unit * size, (unit + 1) * size).map((row) => ({ row, millionths: UNIT }))]
}

function serialOf({ serial }: StockRow): string {
  assert(serial !== null, 'a unit has a serial')
  return serial
}

function only<T>(list: readonly T[]): T {
  const [first] = list
  assert(first !== undefined, 'there is one')
  return first
}
