import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Desktop } from '../../../../src/main/services/desktop.ts'
import { createImportingApi, MAX_ROWS_IN_WINDOW } from '../../../../src/main/services/importing/api.ts'
import { orderSummaries } from '../../../../src/main/services/receiving-view.ts'
import { withOperators } from '../../../helpers/operators.ts'
import { runStation, writeStationConfig } from '../../../helpers/running-station.ts'
import { scan, stationWithOrder } from '../../../helpers/store.ts'
import { openDatabase } from '../../../../src/main/commands/open.ts'
import { actingContext } from '../../../../src/main/services/operators/acting.ts'

const HEADER = 'order,supplier,line,part_number,quantity\n'

/** A window whose person chooses such a file, or thinks better of it. */
function choosing(content: string | null, name = 'orders.csv') {
  const folder = mkdtempSync(join(tmpdir(), 'dockside-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, name)
  if (content !== null) writeFileSync(path, content)
  const desktop: Desktop = {
    chooseFile: async () => null,
    openFile: async () => (content === null ? null : path),
    printPdf: async () => new Uint8Array()
  }
  return { desktop, path }
}

function windowOf(content: string | null, station = stationWithOrder()) {
  const told: string[] = []
  const { desktop, path } = choosing(content)
  const api = createImportingApi({
    context: actingContext(station),
    writable: (work) => work(),
    desktop,
    imported: () => told.push('imported')
  })
  return { api, station, told, path }
}

describe('a file that is imported in the window', () => {
  it('is looked at first, and changes nothing until it is taken', async () => {
    const { api, station, told } = windowOf(`${HEADER}PO-7,Acme,1,UNTRACKED,5\n`)
    expect(await api.look({ kind: 'orders' })).toEqual({
      kind: 'looked',
      file: 'orders.csv',
      added: 1,
      changed: 0,
      unchanged: 0,
      problems: { first: [], count: 0 },
      switches: { first: [], count: 0 }
    })
    expect(orderSummaries(station, 'PO-7', true)).toEqual([])
    expect(await api.take({})).toMatchObject({ kind: 'imported', added: 1 })
    expect(orderSummaries(station, 'PO-7', true)).toMatchObject([{ order: 'PO-7' }])
    expect(told).toEqual(['imported'])
  })

  it('is taken as it was looked at, though the file was written over meanwhile', async () => {
    const { api, station, path } = windowOf(`${HEADER}PO-7,Acme,1,UNTRACKED,5\n`)
    await api.look({ kind: 'orders' })
    writeFileSync(path, `${HEADER}PO-8,Acme,1,UNTRACKED,5\n`)
    await api.take({})
    expect(orderSummaries(station, 'PO-', true).map(({ order }) => order)).toEqual(['PO-1', 'PO-7'])
  })

  it('says of each bad row its line, column, value and reason, and is not taken', async () => {
    const { api, station, told } = windowOf(`${HEADER}PO-7,Acme,1,UNTRACKED,5\nPO-7,Acme,2,NOBODY,5\n`)
    expect(await api.look({ kind: 'orders' })).toMatchObject({
      problems: { count: 1, first: [{ line: 3, column: 'part_number', value: 'NOBODY' }] }
    })
    expect(await api.take({})).toMatchObject({ kind: 'refused', problems: { count: 1 } })
    expect(orderSummaries(station, 'PO-7', true)).toEqual([])
    expect(told).toEqual([])
  })

  it('is left where no file is chosen, and nothing can be taken then or twice', async () => {
    const left = windowOf(null)
    expect(await left.api.look({ kind: 'parts' })).toEqual({ kind: 'left' })
    await expect(left.api.take({})).rejects.toMatchObject({ code: 'refused' })
    const { api } = windowOf(`${HEADER}PO-7,Acme,1,UNTRACKED,5\n`)
    await api.look({ kind: 'orders' })
    await api.take({})
    await expect(api.take({})).rejects.toMatchObject({ code: 'refused' })
  })

  it('is left to the command line where it is so large that scans would wait', async () => {
    const rows = Array.from({ length: MAX_ROWS_IN_WINDOW + 1 }, (_, index) => `PO-7,Acme,${index + 1},UNTRACKED,5\n`)
    await expect(windowOf(HEADER + rows.join('')).api.look({ kind: 'orders' })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('dockside import orders')
    })
  })

  it('tracks a part in another way by the lead who is signed in, and keeps the name', async () => {
    const station = stationWithOrder()
    withOperators(station)
    scan(station, 'B-LEA')
    const { api } = windowOf('part_number,tracking,lot_source\nUNTRACKED,lot,supplier\n', station)
    expect(await api.look({ kind: 'parts' })).toMatchObject({ problems: { count: 0 }, switches: { count: 1 } })
    expect(await api.take({})).toMatchObject({ kind: 'imported', changed: 1 })
    const told = station.db.prepare(`SELECT operator, data FROM event WHERE kind = 'approval-given'`).get()
    expect(told).toMatchObject({ operator: 'Lea', data: expect.stringContaining('switch-tracking') })
  })
})

describe('who may import in the window', () => {
  it('is a lead or an admin where operators are set up, and anybody where none are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dockside-import-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    writeStationConfig(folder)
    const db = openDatabase(folder)
    withOperators(stationWithOrder(db))
    db.close()
    const { desktop } = choosing(`${HEADER}PO-7,Acme,1,UNTRACKED,5\n`)
    const { station, scan: scanned } = await runStation(folder, { desktop })
    await expect(station.api.importing.look({ kind: 'orders' })).rejects.toMatchObject({ code: 'not-signed-in' })
    await scanned('B-KIM')
    await expect(station.api.importing.look({ kind: 'orders' })).rejects.toMatchObject({ code: 'not-allowed' })
    await scanned('B-LEA')
    expect(await station.api.importing.look({ kind: 'orders' })).toMatchObject({ kind: 'looked', added: 1 })
    expect(await station.api.importing.take({})).toMatchObject({ kind: 'imported', added: 1 })
    expect(await station.api.receiving.orders({ search: 'PO-7', openOnly: true })).toHaveLength(1)
  })
})
