import { setTimeout } from 'node:timers/promises'
import { READ_TWICE_MS } from '../../../../src/core/session/read-twice.ts'
import { expect, it } from 'vitest'
import { runCli } from '../../../../src/main/cli.ts'
import type { CountOutside } from '../../../../src/main/services/counts/outside.ts'
import { runStation, writeStationConfig } from '../../../helpers/running-station.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { openDatabase } from '../../../../src/main/commands/open.ts'
import { transaction } from '../../../../src/main/store/database.ts'
import { ensureLocation } from '../../../../src/main/store/location.ts'
import { ensureOrder, putOrderLine } from '../../../../src/main/store/order.ts'
import { putPart } from '../../../../src/main/store/part.ts'
import { quantityOf } from '../../../../src/core/quantity.ts'
import { PLAIN_PART } from '../../../helpers/store.ts'

/** A data folder with an order of 50 screws and 10 valves, whose serials are captured. */
function stockedFolder(): string {
  const folder = temporaryFolder()
  writeStationConfig(folder)
  const db = openDatabase(folder)
  transaction(db, () => {
    for (const code of ['DOCK', 'A-01', 'A-02']) ensureLocation(db, code)
    const order = ensureOrder(db, 'PO-1', 'Nordwerk')
    const valve = { ...PLAIN_PART, partNumber: 'VALVE', tracking: 'serial', serialSource: 'captured' } as const
    for (const [line, part, ordered] of [
      ['1', valve, 10],
      ['2', { ...PLAIN_PART, partNumber: 'SCREW' }, 50]
    ] as const) {
      const partId = putPart(db, part)
      putOrderLine(db, order, { line, partId, revision: '', quantity: quantityOf(ordered), due: null, location: null })
    }
  })
  db.close()
  return folder
}

async function cli(folder: string, ...argv: readonly string[]): Promise<{ status: number; text: string }> {
  let text = ''
  const out = { write: (chunk: string) => (text += chunk) }
  const status = await runCli(['--data', folder, ...argv], { stdout: out, stderr: out, env: {}, platform: 'linux' })
  return { status, text }
}

it('a count in progress survives a restart, with its place, what waits, and what was counted', async () => {
  const folder = stockedFolder()
  const before = await runStation(folder)
  await before.scan('PO-1', 'DS:LOC:A-01', 'VALVE', 'V1', 'V2', 'DS:DONE', 'SCREW', 'DS:QTY:50', 'DS:DONE', 'DS:CANCEL')
  await before.scan('DS:COUNT', 'DS:LOC:A-01', 'V1', 'SCREW', 'DS:QTY:48')
  await before.close()

  const after = await runStation(folder)
  expect(await after.station.api.counts.current({})).toMatchObject({
    count: { count: expect.stringMatching(/^C-/), places: [{ location: 'A-01' }] },
    location: 'A-01',
    pending: { name: 'SCREW', quantity: quantityOf(48) },
    last: [{ serial: 'V1' }]
  })
  expect(await after.scan('DS:DONE')).toMatchObject({ title: '48 pcs of SCREW' })
  expect(await after.scan('V1')).toMatchObject({ sound: 'duplicate' })
  await after.scan('DS:DONE')
  await after.close()

  const last = await runStation(folder)
  expect((await last.station.api.counts.current({}))?.variance).toMatchObject({
    lines: [{ finding: 'missing', serial: 'V2' }, { finding: 'less' }]
  })
  await setTimeout(READ_TWICE_MS)
  expect(await last.scan('DS:DONE')).toMatchObject({ sound: 'line-complete' })
  expect(await last.station.api.counts.current({})).toBeNull()
  await last.close()

  const listed = await cli(folder, 'counts', '--json')
  const [count] = JSON.parse(listed.text) as readonly CountOutside[]
  expect(listed.status).toBe(0)
  expect(count).toMatchObject({ state: 'posted', blind: true, differences: 2, counted: 3 })
  expect(await cli(folder, 'verify', '--json')).toMatchObject({ status: 0 })
}, 30_000)

it('the command line lists open counts and what is due, and takes one of both at a time', async () => {
  const folder = stockedFolder()
  const running = await runStation(folder)
  await running.station.api.counts.schedule({ subject: { kind: 'place', location: 'A-02' }, everyDays: '7' })
  await running.scan('DS:COUNT', 'DS:LOC:A-01', 'DS:HOME')
  expect((await cli(folder, 'counts', '--open')).text).toContain('A-01')
  expect(JSON.parse((await cli(folder, 'counts', '--due', '--json')).text)).toMatchObject([
    { location: 'A-02', by: ['A-02 every 7 days'], last_counted: null, count: null }
  ])
  expect(await cli(folder, 'counts', '--open', '--due')).toMatchObject({ status: 2 })
}, 30_000)
