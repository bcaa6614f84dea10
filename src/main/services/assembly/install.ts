import { assert } from '../../../core/assert.ts'
import type { ComponentToInstall } from '../../../core/assembly/effect.ts'
import type { BuildId, InstallationId, RowId } from '../../../core/ids.ts'
import { formatQuantity, subtract, ZERO, type Quantity } from '../../../core/quantity.ts'
import { buildAt, type Build } from '../../store/build.ts'
import { placeUnit } from '../../store/component-row.ts'
import { countRemoved, insertInstallation, installationAt } from '../../store/installation.ts'
import { ensureRowLike, rowAt, type InventoryRow } from '../../store/inventory.ts'
import { move } from '../../store/movement.ts'
import type { StationContext } from '../context.ts'
import { goodsFacts, subjectsOf } from '../moving.ts'
import { parentFacts, record, subjectsOfBuild } from './events.ts'

/**
 * Installs so much of each row into a build: one event, one movement and one installation for each.
 *
 * Call it inside one transaction, with what was decided in it.
 *
 * @param child the build of what goes in, where it was made inside this run
 */
export function install(
  context: StationContext,
  { build: id, line, parts }: ComponentToInstall,
  child: BuildId | null = null
): void {
  const { db } = context
  const build = buildAt(db, id)
  assert(build, 'something is installed into a build that exists')
  for (const { row: rowId, quantity } of parts) {
    const row = rowAt(db, rowId)
    assert(row && quantity > ZERO && quantity <= row.quantity, 'so much of a row was there when it was decided')
    const seq = recordComponent(context, 'component-installed', row, build, {
      quantity: formatQuantity(quantity),
      location: row.location
    })
    move(db, seq, rowId, 'installed', row.location, subtract(ZERO, quantity))
    insertInstallation(db, seq, { build: id, line, row: rowId, child, quantity })
  }
}

/**
 * Takes what is installed, or so much of it, out again and puts it at a place. Its identity stays, and with it what is
 * in it.
 *
 * Stock goes back to the row that it came from, and from there to another place if one is named; a unit has one row
 * wherever it is. Call it inside one transaction, with what was decided in it.
 */
export function takeOut(
  context: StationContext,
  id: InstallationId,
  quantity: Quantity,
  to: string | null,
  reason: string
): void {
  const { db } = context
  const installation = installationAt(db, id)
  assert(installation && quantity > ZERO && quantity <= installation.quantity, 'so much is installed')
  const row = rowAt(db, installation.rowId)
  const build = buildAt(db, installation.buildId)
  assert(row && build, 'an installation has its row and its build')
  const place = to ?? row.location
  const target = row.serial === null && place !== row.location ? ensureRowLike(db, row, place) : null
  const seq = recordComponent(
    context,
    'component-removed',
    row,
    build,
    { quantity: formatQuantity(quantity), location: place, reason },
    target
  )
  countRemoved(db, id, quantity)
  if (row.serial !== null) {
    placeUnit(db, row.id, place)
    move(db, seq, row.id, 'removed', place, quantity)
    return
  }
  move(db, seq, row.id, 'removed', row.location, quantity)
  if (target === null) return
  move(db, seq, row.id, 'transferred', row.location, subtract(ZERO, quantity))
  move(db, seq, target, 'transferred', place, quantity)
}

/** The history of a component and that of its parent are told by one event. */
function recordComponent(
  context: StationContext,
  kind: 'component-installed' | 'component-removed',
  row: InventoryRow,
  parent: Build,
  data: { readonly [key: string]: string },
  otherRow: RowId | null = null
) {
  return record(
    context,
    kind,
    [
      { kind: 'row', id: row.id },
      ...(otherRow === null ? [] : [{ kind: 'row' as const, id: otherRow }]),
      ...subjectsOf(row),
      ...subjectsOfBuild(parent)
    ],
    { ...goodsFacts(row), ...data, ...parentFacts(parent) }
  )
}
