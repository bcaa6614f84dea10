import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { dockside, docksideJson } from '../../scripts/drive/command-line.ts'
import type { InventoryOutside, ReceiptOutside } from '../../src/main/services/outside-rows.ts'
import { test } from './dock/dock.ts'
import { BOARD } from './dock/goods.ts'

test('every command that only reads works while the station runs', async ({ clerk, order, dock }) => {
  await clerk.scanAll(order, BOARD, 'DS:QTY:1', 'DS:DONE')
  const { dataFolder } = dock
  const [receipt] = await docksideJson<ReceiptOutside[]>(dataFolder, 'receipts', '--order', order)
  const serial = receipt?.serials[0] ?? ''
  const rows = await docksideJson<InventoryOutside[]>(dataFolder, 'inventory', '--part', BOARD, '--location', 'DOCK')
  expect(rows.map((row) => row.serial)).toContain(serial)
  expect(await docksideJson(dataFolder, 'trace', serial)).toMatchObject({
    subject: { kind: 'serial', part_number: BOARD, serial },
    location: 'DOCK',
    totals: { received: '1', on_hand: '1' }
  })
  expect(await docksideJson(dataFolder, 'numbers', 'preview', 'X-{###}', '--count', '3')).toMatchObject({
    first: 'X-001',
    last: 'X-003'
  })
  expect(await docksideJson(dataFolder, 'verify')).toMatchObject({ ok: true, problems: [] })
  const folder = mkdtempSync(join(tmpdir(), 'dockside-out-'))
  try {
    for (const words of [
      ['label', 'render', serial, '--out', join(folder, 'label.png')],
      ['export', 'receipts', join(folder, 'receipts.csv')],
      ['backup', join(folder, 'backups')]
    ]) {
      expect(await dockside(dataFolder, ...words), words.join(' ')).toMatchObject({ status: 0, stderr: '' })
    }
    expect(existsSync(join(folder, 'label.png'))).toBe(true)
    expect(existsSync(join(folder, 'receipts.csv'))).toBe(true)
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a command that writes says who holds the folder, and changes nothing', async ({ dock }) => {
  const file = join(dock.dataFolder, 'late.csv')
  writeFileSync(file, 'code,description\nLATE,Too late\n')
  const { status, stdout, stderr } = await dockside(dock.dataFolder, 'import', 'locations', file)
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toContain('in use by a running station')
  expect(stderr).toContain(`process ${dock.app.process().pid}`)
  expect(await docksideJson(dock.dataFolder, 'import', 'locations', file)).toMatchObject({
    error: { code: 'data-folder-held' }
  })
})
