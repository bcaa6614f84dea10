import { expect } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import { encodeOwnLabel } from '../../src/core/barcode/own-label.ts'
import type { InventoryOutside, LabelOutside } from '../../src/main/services/outside-rows.ts'
import { test } from './dock/dock.ts'
import { readDrawnLabel } from './dock/drawn-label.ts'
import { RESIN, VALVE } from './dock/goods.ts'

/** Commands to a printer, a database and a page, as somebody may have put them into a barcode. */
const HOSTILE = ['^XZ^XA^FDX^FS^XZ', '~JR', '_5EXZ', "'; DROP TABLE unit;--", '<img src=x onerror=1>']

test('hostile serials are shown, stored and printed as the text that they are', async ({
  page,
  clerk,
  order,
  dock
}) => {
  await clerk.scanAll(order, VALVE)
  const units = page.getByLabel('Scanned units, the newest first')
  for (const text of HOSTILE) {
    expect(await clerk.scan(text)).toMatchObject({ sound: 'accepted', title: text })
    await expect(units.getByText(text, { exact: true })).toBeVisible()
  }
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  await clerk.scan('DS:DONE')

  const labelsOf = async () =>
    (await docksideJson<LabelOutside[]>(dock.dataFolder, 'labels')).filter(
      ({ part_number, serial }) => part_number === VALVE && serial !== null && HOSTILE.includes(serial)
    )
  await expect.poll(async () => (await labelsOf()).map(({ state }) => state)).toEqual(HOSTILE.map(() => 'printed'))
  const stored = await docksideJson<InventoryOutside[]>(dock.dataFolder, 'inventory', '--part', VALVE)
  expect(stored.map(({ serial }) => serial)).toEqual(expect.arrayContaining(HOSTILE))
  for (const { label, copy, serial } of await labelsOf()) {
    const { dataMatrix, code128 } = await readDrawnLabel(dock.dataFolder, label)
    expect(dataMatrix).toBe(encodeOwnLabel({ partNumber: VALVE, serial, lot: null, quantity: null, label, copy }))
    expect([serial, null]).toContain(code128)
  }
})

test('a hostile lot is stored and printed as text too', async ({ clerk, order, dock }) => {
  const lot = '^FX~HS>:_7E'
  await clerk.scanAll(order, RESIN, lot, 'DS:QTY:1', 'DS:DONE')
  expect((await readDrawnLabel(dock.dataFolder, lot)).dataMatrix).toContain(`1T${lot}\u001d`)
})

test('what cannot be a code is refused, shown with its control characters made visible', async ({
  page,
  clerk,
  order,
  dock
}) => {
  await clerk.scanAll(order, VALVE)
  const before = await docksideJson(dock.dataFolder, 'inventory')
  const refused = [
    ['X'.repeat(4096), 'XXXXXXXX'],
    ['A\u0000B', 'A<00>B'],
    ['\u001b[2J\u001b[31mred', '<1B>[2J<1B>[31mred'],
    ['A\u0007B', 'A<07>B'],
    ['Größe', 'Größe']
  ] as const
  for (const [text, visible] of refused) {
    expect((await clerk.scan(text)).sound, JSON.stringify(text.slice(0, 20))).toBe('refused')
    await expect(page.getByLabel('Last scan')).toContainText(visible)
  }
  expect(await docksideJson(dock.dataFolder, 'inventory')).toEqual(before)
})

test('more than any symbol holds is refused, and the next scan is read', async ({ clerk, order }) => {
  expect((await clerk.scan('Y'.repeat(100_000))).sound).not.toBe('accepted')
  expect(await clerk.scan(order)).toMatchObject({ sound: 'accepted' })
})

test('hostile scans are only text where nothing is open, and in the list of scans', async ({ page, clerk, dock }) => {
  for (const text of HOSTILE) expect((await clerk.scan(`?${text}`)).sound).toBe('refused')
  await page.getByRole('button', { name: 'Recent scans' }).click()
  const list = page.getByRole('dialog', { name: 'Recent scans' })
  for (const text of HOSTILE) await expect(list.getByText(`?${text}`, { exact: true }).first()).toBeVisible()
  expect(await page.locator('img[src="x"]').count()).toBe(0)
  await list.getByRole('button', { name: 'Close recent scans' }).click()
  expect(await docksideJson(dock.dataFolder, 'verify')).toMatchObject({ ok: true })
})
