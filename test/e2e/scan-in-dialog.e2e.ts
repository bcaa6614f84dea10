import { expect } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import type { InventoryOutside } from '../../src/main/services/outside-rows.ts'
import { test } from './dock/dock.ts'
import { SCANNER_MS, typeKeys } from './dock/keys.ts'
import { BOARD, RESIN, VALVE } from './dock/goods.ts'
import { goTo, rowWith, shownScreen } from './dock/look.ts'

test('a scan while a unit is being scrapped is answered in sight, and the dialog keeps its unit and its words', async ({
  page,
  clerk,
  order,
  dock
}) => {
  await clerk.scanAll(order, VALVE, 'V-MID-1', 'V-MID-2', 'DS:DONE', 'DS:DONE')
  const screen = await goTo(page, 'Inventory')
  await screen.getByRole('textbox').fill('V-MID-1')
  await rowWith(screen.getByRole('grid', { name: 'Inventory' }), 'V-MID-1').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Scrap' }).click()
  const reason = dialog.getByRole('textbox', { name: 'Reason' })
  await reason.fill('Dropped on')

  expect(await clerk.scan('NO-SUCH-THING-91')).toMatchObject({ sound: 'refused' })
  await expect(page.getByLabel('Last scan')).toBeInViewport()
  await typeKeys(dock.app, 'NO-SUCH-THING-92\n', SCANNER_MS)
  await expect(page.getByLabel('Last scan')).toContainText('NO-SUCH-THING-92')
  await expect(reason).toHaveValue('Dropped on')
  await expect(dialog).toContainText('V-MID-1')

  await reason.pressSequentially(' the floor')
  await dialog.getByRole('button', { name: 'Scrap' }).click()
  await expect(dialog).toBeHidden()
  const stock = await docksideJson<InventoryOutside[]>(dock.dataFolder, 'inventory', '--part', VALVE)
  expect(stock.map(({ serial }) => serial)).toContain('V-MID-2')
  expect(stock.map(({ serial }) => serial)).not.toContain('V-MID-1')
  expect(JSON.stringify(await docksideJson(dock.dataFolder, 'trace', 'V-MID-1'))).toContain('Dropped on the floor')
})

test('a scan that leads to another screen takes the dialog out of the way, and what was typed is there on the way back', async ({
  page,
  clerk,
  order,
  dock
}) => {
  await clerk.scanAll(order, RESIN, 'R-MID-1', 'DS:QTY:12', 'DS:DONE', 'DS:DONE')
  const inventory = await goTo(page, 'Inventory')
  await inventory.getByRole('textbox').fill('R-MID-1')
  await rowWith(inventory.getByRole('grid', { name: 'Inventory' }), 'R-MID-1').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Move' }).click()
  await dialog.getByRole('textbox', { name: 'Quantity' }).fill('2.5')

  await clerk.scan('DS:LOC:A-01')
  await expect((await shownScreen(page, 'Receiving')).getByRole('heading', { name: 'A-01' })).toBeVisible()
  await expect(dialog).toBeHidden()
  await clerk.scan('DS:HOME')

  await goTo(page, 'Inventory')
  await expect(dialog).toContainText('R-MID-1')
  await expect(dialog.getByRole('textbox', { name: 'Quantity' })).toHaveValue('2.5')
  await page.keyboard.press('Escape')
  const stock = await docksideJson<InventoryOutside[]>(dock.dataFolder, 'inventory', '--part', RESIN)
  expect(stock).toContainEqual(expect.objectContaining({ lot: 'R-MID-1', location: 'DOCK', quantity: '12' }))
})

test('a scan that changes the very thing of a dialog is what counts: the dialog is answered by how it is now', async ({
  page,
  clerk,
  order
}) => {
  await clerk.scanAll(order, VALVE, 'V-MID-3', 'DS:DONE', 'DS:DONE', 'DS:LOC:A-02')
  const inventory = await goTo(page, 'Inventory')
  await inventory.getByRole('textbox').fill('V-MID-3')
  await rowWith(inventory.getByRole('grid', { name: 'Inventory' }), 'V-MID-3').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Move' }).click()
  await dialog.getByRole('textbox', { name: /place/i }).fill('A-02')
  expect(await clerk.scan('V-MID-3')).toMatchObject({ title: 'V-MID-3 to A-02' })
  await goTo(page, 'Inventory')
  await dialog.getByRole('button', { name: 'Move' }).click()
  await expect(dialog).toContainText('V-MID-3 (VALVE-3) is at A-02 already')
  await page.keyboard.press('Escape')
  await clerk.scan('DS:HOME')
})

test('a scan while a label is to be printed again neither prints nor changes what was typed', async ({
  page,
  clerk,
  order,
  dock
}) => {
  await clerk.scanAll(order, BOARD, 'DS:QTY:1', 'DS:DONE', 'DS:DONE')
  const labels = await goTo(page, 'Labels')
  await labels.getByRole('grid', { name: 'Labels' }).getByRole('row').nth(1).click()
  await labels.getByRole('button', { name: /again/i }).click()
  const dialog = page.getByRole('dialog')
  const reason = dialog.getByRole('textbox', { name: /reason/i })
  await reason.fill('Torn in')
  const before = await docksideJson<readonly unknown[]>(dock.dataFolder, 'labels')
  expect(await clerk.scan('NO-SUCH-THING-93')).toMatchObject({ sound: 'refused' })
  await expect(reason).toHaveValue('Torn in')
  expect((await docksideJson<readonly unknown[]>(dock.dataFolder, 'labels')).length).toBe(before.length)
  await page.keyboard.press('Escape')
})
