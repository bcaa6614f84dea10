import { expect } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import type { InventoryOutside } from '../../src/main/services/outside-rows.ts'
import { test } from './dock/dock.ts'
import { RESIN, SCREW, VALVE } from './dock/goods.ts'
import { goTo, rowWith, shownScreen } from './dock/look.ts'

test('goods are put away by scanning a place and then what goes there', async ({ page, clerk, order, dock }) => {
  await clerk.scanAll(order, VALVE, 'V-PUT-1', 'DS:DONE', RESIN, 'R-PUT-1', 'DS:QTY:12.5', 'DS:DONE', 'DS:DONE')
  await clerk.scan('DS:LOC:A-01')
  const screen = await shownScreen(page, 'Receiving')
  await expect(screen.getByRole('heading', { name: 'A-01' })).toBeVisible()
  expect(await clerk.scan('V-PUT-1')).toMatchObject({ sound: 'accepted', title: 'V-PUT-1 to A-01' })
  expect(await clerk.scan('V-PUT-1')).toMatchObject({ sound: 'duplicate', title: 'There already' })
  await clerk.scan('R-PUT-1')
  await expect(screen).toContainText('12.5 kg at DOCK')
  await clerk.scan('DS:QTY:2.5')
  await screen.getByRole('button', { name: 'Move it' }).click()
  await expect(screen.getByRole('button', { name: 'End putting away' })).toBeVisible()
  await clerk.scan('DS:HOME')
  const rows = await docksideJson<InventoryOutside[]>(dock.dataFolder, 'inventory', '--location', 'A-01')
  expect(rows).toContainEqual(expect.objectContaining({ serial: 'V-PUT-1', quantity: '1' }))
  expect(rows).toContainEqual(expect.objectContaining({ lot: 'R-PUT-1', quantity: '2.5' }))
})

test('a unit is scrapped by keyboard alone, with a reason, and is found among what is gone', async ({
  page,
  clerk,
  order
}) => {
  await clerk.scanAll(order, VALVE, 'V-GONE-1', 'DS:DONE', 'DS:DONE')
  const screen = await goTo(page, 'Inventory')
  const table = screen.getByRole('grid', { name: 'Inventory' })
  await screen.getByRole('textbox').fill('v-gone')
  await expect(table.getByRole('row').filter({ hasText: VALVE })).toHaveCount(1)
  await table.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Trace' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Scrap' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Scrap' })).toBeDisabled()
  await page.keyboard.type('Dropped on the floor')
  await dialog.getByRole('button', { name: 'Scrap' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(table.getByRole('row').filter({ hasText: VALVE })).toHaveCount(0)
  await screen.getByRole('switch', { name: 'Also what is gone' }).focus()
  await page.keyboard.press('Space')
  await expect(rowWith(table, VALVE, 'V-GONE-1')).toContainText('scrapped')
  await page.keyboard.press('Space')
})

test('a part’s tracking type is switched on screen, or the rows in its way are listed', async ({
  page,
  clerk,
  order
}) => {
  await clerk.scanAll(order, VALVE, 'V-WAY-1', 'DS:DONE', 'DS:DONE')
  const screen = await goTo(page, 'Parts')
  await rowWith(screen.getByRole('grid', { name: 'Parts' }), VALVE).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Untracked' }).check()
  await dialog.getByRole('button', { name: 'Track it so from now on' }).click()
  await expect(dialog.getByRole('alert')).toContainText('still there')
  await dialog.getByRole('button', { name: 'V-WAY-1' }).click()
  const inventory = await shownScreen(page, 'Inventory')
  await expect(rowWith(inventory.getByRole('grid', { name: 'Inventory' }), 'V-WAY-1')).toContainText('available')
  await inventory.getByRole('textbox').fill('')
  const parts = await goTo(page, 'Parts')
  await rowWith(parts.getByRole('grid', { name: 'Parts' }), SCREW).click()
  await dialog.getByRole('radio', { name: 'Lot' }).check()
  await dialog.getByRole('button', { name: 'Track it so from now on' }).click()
  await expect(dialog.getByRole('status')).toContainText('tracked by lot from now on')
  await dialog.getByRole('radio', { name: 'Lot' }).waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await rowWith(parts.getByRole('grid', { name: 'Parts' }), SCREW).click()
  await dialog.getByRole('radio', { name: 'Untracked' }).check()
  await dialog.getByRole('button', { name: 'Track it so from now on' }).click()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
})
