import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { quantityOf } from '../../src/core/quantity.ts'
import { importFile } from '../../src/main/services/importing.ts'
import { bomLinesOf } from '../../src/main/store/bom.ts'
import { findOrder, linesOf, searchOrders } from '../../src/main/store/order.ts'
import { partAt } from '../../src/main/store/part.ts'
import { findRun } from '../../src/main/store/run.ts'
import { newStore, testClock } from '../helpers/store.ts'

describe('the sample data', () => {
  it('can be imported, and has an order with a part of every kind and a run with a child made on assembly', () => {
    const db = newStore()
    const context = {
      db,
      clock: testClock(),
      operator: 'kim',
      station: { id: 'DOCK-1', site: 'BER', location: 'DOCK' }
    }
    for (const kind of ['parts', 'locations', 'orders', 'boms', 'runs'] as const) {
      expect(importFile(context, kind, join('resources', 'sample', `${kind}.csv`)).kind).toBe('imported')
    }
    const order = findOrder(db, 'PO-2026-0417')
    const lines = order ? linesOf(db, order.id) : []
    const kinds = lines.map(({ partId, revision, ordered }) => {
      const part = partAt(db, partId, revision)
      return [part?.tracking, part?.serialSource ?? part?.lotSource ?? null, ordered]
    })
    expect(kinds).toEqual([
      ['serial', 'captured', quantityOf(12)],
      ['serial', 'generated', quantityOf(25)],
      ['lot', 'supplier', quantityOf(500)],
      ['lot', 'generated', quantityOf(24)],
      ['untracked', null, quantityOf(2000)]
    ])
    expect(searchOrders(db, '', true, 50).length).toBeGreaterThan(5)
    const run = findRun(db, 'RUN-2026-031')
    const bill = run ? bomLinesOf(db, run.partId, run.revision) : []
    expect(bill.map(({ tracking, madeOnAssembly }) => [tracking, madeOnAssembly])).toEqual([
      ['serial', false],
      ['serial', true],
      ['lot', false],
      ['untracked', false]
    ])
  })
})
