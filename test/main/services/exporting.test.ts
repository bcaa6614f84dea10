import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { ChainedEvent } from '../../../src/core/event.ts'
import { readTable } from '../../../src/main/files/read-table.ts'
import { exportRows, type ExportKind } from '../../../src/main/services/exporting.ts'
import { inventoryOutside, labelsOutside, receiptsOutside } from '../../../src/main/services/outside-rows.ts'
import { transaction, type ReadableDb } from '../../../src/main/store/database.ts'
import { appendEvent } from '../../../src/main/store/event.ts'
import { firstBroken } from '../../helpers/chain.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'dockside-export-'))
afterAll(() => rmSync(folder, { recursive: true }))

function jsonOf(db: ReadableDb, kind: ExportKind): unknown {
  const file = join(folder, `${kind}.json`)
  exportRows(db, kind, file)
  return JSON.parse(readFileSync(file, 'utf8'))
}

function csvOf(db: ReadableDb, kind: ExportKind) {
  const file = join(folder, `${kind}.csv`)
  const count = exportRows(db, kind, file)
  const { columns, records } = readTable(file).table
  expect(records).toHaveLength(count)
  return records.map(({ cells }) => Object.fromEntries(columns.map(({ name }, index) => [name, cells[index]])))
}

function workedStation() {
  const station = stationWithOrder()
  scan(station, 'PO-1', 'CAPTURED', '0001', '=1+1', 'DS:DONE')
  scan(station, 'SUPPLIER-LOT', '-L7', 'DS:QTY:2.5', 'DS:DONE', 'DS:DONE')
  return station
}

describe('an export', () => {
  it('to JSON has the rows of the command line, key by key', () => {
    const { db } = workedStation()
    expect(jsonOf(db, 'inventory')).toEqual(inventoryOutside(db, { part: null, location: null }))
    expect(jsonOf(db, 'receipts')).toEqual(receiptsOutside(db, null))
    expect(jsonOf(db, 'labels')).toEqual(labelsOutside(db, null))
  })

  it('to CSV has the same columns, with text that is no formula', () => {
    const { db } = workedStation()
    expect(csvOf(db, 'inventory')).toMatchObject([
      { part_number: 'CAPTURED', revision: 'B', serial: '0001', lot: '', quantity: '1', expiry: '' },
      { part_number: 'CAPTURED', serial: '=1+1' },
      { part_number: 'SUPPLIER-LOT', revision: '', serial: '', lot: '-L7', quantity: '2.5', unit: 'm' }
    ])
    expect(csvOf(db, 'receipts')).toMatchObject([
      { order: 'PO-1', quantity: '2', serials: '0001;=1+1' },
      { order: 'PO-1', quantity: '2.5', serials: '' }
    ])
    expect(readFileSync(join(folder, 'inventory.csv'), 'utf8')).toMatch(/,'=1\+1,[^]*,'-L7,/)
    expect(readFileSync(join(folder, 'receipts.csv'), 'utf8')).toContain(",0001;'=1+1")
    expect(csvOf(db, 'labels')).toMatchObject([{ kind: 'unit', copy: '1', evidence: '{}' }, {}, { kind: 'lot' }])
  })

  it('of an empty station has a header alone', () => {
    const { db } = stationWithOrder()
    for (const kind of ['receipts', 'inventory', 'labels', 'events'] as const) expect(csvOf(db, kind)).toEqual([])
  })

  it('of events has all that their chain covers', () => {
    const { db } = workedStation()
    const rows = jsonOf(db, 'events') as readonly Readonly<Record<string, never>>[]
    const events = rows.map(({ event, previous_hash: previousHash, ...rest }) => ({
      ...rest,
      kind: event,
      previousHash
    }))
    expect(events.length).toBeGreaterThan(3)
    expect(firstBroken(events as unknown as ChainedEvent[])).toBeUndefined()
    expect(csvOf(db, 'events').map(({ hash }) => hash)).toEqual(rows.map(({ hash }) => hash))
  })

  it('takes events one at a time while the station writes on', () => {
    const { db } = stationWithOrder()
    transaction(db, () => {
      for (let n = 0; n < 2000; n++) {
        const at = '2026-11-23T10:00:00.000Z' as ChainedEvent['at']
        appendEvent(db, { kind: 'noted', at, operator: 'kim', station: 'DOCK-1', subjects: [], data: { n } })
      }
    })
    expect(csvOf(db, 'events')).toHaveLength(2000)
  })
})
