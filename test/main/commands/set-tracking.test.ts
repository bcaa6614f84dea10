import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { runCli } from '../../../src/main/cli.ts'
import { openDatabase } from '../../../src/main/commands/open.ts'
import { scan, stationWithOrder } from '../../helpers/store.ts'

/** A data folder where units A1 and A2 and 7 untracked pieces are in stock. */
function folderWithStock(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dockside-tracking-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const db = openDatabase(folder)
  const station = stationWithOrder(db)
  scan(station, 'PO-1', 'CAPTURED', 'A1', 'A2', 'DS:DONE', 'UNTRACKED', 'DS:QTY:7', 'DS:DONE', 'DS:DONE')
  db.close()
  return folder
}

async function run(folder: string, ...argv: readonly string[]) {
  let out = ''
  let err = ''
  const status = await runCli(['--data', folder, 'part', 'set-tracking', ...argv], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    platform: 'linux'
  })
  return { status, out, err }
}

it('switches a part and says what applies from now on', async () => {
  const folder = folderWithStock()
  const switched = await run(folder, 'UNTRACKED', 'serial')
  expect(switched.status).toBe(0)
  expect(switched.out).toContain('UNTRACKED is tracked by serial from now on. Its units get the serials')
  const again = await run(folder, 'UNTRACKED', 'serial', '--json')
  expect(again.status).toBe(0)
  expect(JSON.parse(again.out)).toMatchObject({
    ok: true,
    part_number: 'UNTRACKED',
    tracking: 'serial',
    before: 'serial'
  })
})

it('refuses while units are there, with status 1 and the rows that block it', async () => {
  const folder = folderWithStock()
  const text = await run(folder, 'CAPTURED', 'lot')
  expect(text.status).toBe(1)
  expect(text.out).toMatch(/2 units with serials are still there[^]*A1 .*DOCK[^]*A2 .*DOCK/)
  const json = await run(folder, 'CAPTURED', 'lot', '--json')
  expect(json.status).toBe(1)
  expect(JSON.parse(json.out)).toMatchObject({
    ok: false,
    part_number: 'CAPTURED',
    tracking: 'serial',
    asked: 'lot',
    reason: 'rows-remain',
    rows: [
      { serial: 'A1', location: 'DOCK', quantity: '1', status: 'available' },
      { serial: 'A2', location: 'DOCK', quantity: '1', status: 'available' }
    ]
  })
})

it('refuses a part that is not there with status 1, and another type with status 2', async () => {
  const folder = folderWithStock()
  expect(await run(folder, 'NOBODY', 'lot')).toMatchObject({
    status: 1,
    err: expect.stringContaining('There is no part NOBODY') as string
  })
  expect(await run(folder, 'UNTRACKED', 'batch')).toMatchObject({
    status: 2,
    err: expect.stringContaining('Choose one of serial, lot, untracked') as string
  })
})
