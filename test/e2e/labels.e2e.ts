import { expect } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import type { LabelOutside, ReceiptOutside } from '../../src/main/services/outside-rows.ts'
import { test } from './dock/dock.ts'
import { readDrawnLabel, symbolsOf } from './dock/drawn-label.ts'
import { BOARD, PAINT, SCREW } from './dock/goods.ts'
import { goTo, rowWith, shownScreen } from './dock/look.ts'

test('the labels screen shows the ledger, and each label as the printer draws it', async ({
  page,
  clerk,
  order,
  dock
}) => {
  await clerk.scanAll(order, PAINT, 'DS:QTY:7.5', 'DS:DONE')
  const [receipt] = await docksideJson<ReceiptOutside[]>(dock.dataFolder, 'receipts', '--order', order)
  const lot = receipt?.lot ?? ''
  const screen = await goTo(page, 'Labels')
  const row = rowWith(screen.getByRole('grid', { name: 'Labels' }), lot, PAINT)
  await expect(row).toContainText('Printed')
  await row.click()
  const drawing = screen.getByRole('img', { name: new RegExp(lot) })
  await expect.poll(async () => await drawing.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(608)
  const png = Buffer.from((await drawing.getAttribute('src'))?.split(',')[1] ?? '', 'base64')
  const symbols = await symbolsOf(png)
  expect(symbols.code128).toBe(lot)
  expect(symbols.dataMatrix).toContain(`\u001dP${PAINT}\u001d1T${lot}\u001dQ7.5\u001dZDS`)
})

test('a list narrowed to an order that cannot be is empty, however long a text was typed', async ({ page, clerk }) => {
  await clerk.scan('DS:HOME')
  const screen = await goTo(page, 'Labels')
  await screen.getByRole('textbox', { name: 'Order', exact: true }).fill('X'.repeat(300))
  await expect(screen.getByText('No label matches')).toBeVisible()
  await expect(screen.getByRole('alert')).toHaveCount(0)
  await screen.getByRole('button', { name: 'All orders, parts and printers' }).click()
  await expect(screen.getByText('No label matches')).toBeHidden()
})

test('the inventory screen shows what was received, where it is', async ({ page, clerk, order, dock }) => {
  await clerk.scanAll('DS:LOC:A-02', order, BOARD, 'DS:QTY:2', 'DS:DONE', SCREW, 'DS:QTY:120', 'DS:DONE')
  const receipts = await docksideJson<ReceiptOutside[]>(dock.dataFolder, 'receipts', '--order', order)
  const screen = await goTo(page, 'Inventory')
  const table = screen.getByRole('grid', { name: 'Inventory' })
  for (const serial of receipts.flatMap(({ serials }) => serials)) {
    await expect(rowWith(table, BOARD, serial, 'A-02')).toContainText('available')
  }
  await expect(rowWith(table, SCREW, 'A-02')).toContainText('120')
  await screen.getByRole('textbox').fill(receipts[0]?.serials[0] ?? '')
  await expect(table.getByRole('row').filter({ hasText: BOARD })).toHaveCount(1)
})

test('the symbol of a printed label, scanned, opens the trace of its unit', async ({ page, clerk, order, dock }) => {
  await clerk.scanAll(order, BOARD, 'DS:QTY:1', 'DS:DONE', 'DS:DONE')
  const [receipt] = await docksideJson<ReceiptOutside[]>(dock.dataFolder, 'receipts', '--order', order)
  const serial = receipt?.serials[0] ?? ''
  const { dataMatrix } = await readDrawnLabel(dock.dataFolder, serial)
  expect((await clerk.scan(dataMatrix ?? '')).sound).toBe('accepted')
  const trace = await shownScreen(page, 'Trace')
  for (const text of [serial, BOARD, order, receipt?.receipt ?? '', 'DOCK', receipt?.operator ?? '']) {
    await expect(trace).toContainText(text)
  }
})

test('a label is printed again for a reason only, as a new copy that voids the old one', async ({
  page,
  clerk,
  order,
  dock
}) => {
  await clerk.scanAll(order, BOARD, 'DS:QTY:1', 'DS:DONE')
  const [receipt] = await docksideJson<ReceiptOutside[]>(dock.dataFolder, 'receipts', '--order', order)
  const serial = receipt?.serials[0] ?? ''
  const screen = await goTo(page, 'Labels')
  const row = rowWith(screen.getByRole('grid', { name: 'Labels' }), serial, 'Printed')
  await row.click()
  await screen.getByRole('button', { name: 'Print again' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Print the new copy' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Fell into the oil')
  await dialog.getByRole('button', { name: 'Print the new copy' }).click()
  await expect(dialog).toBeHidden()
  const copies = async () =>
    (await docksideJson<LabelOutside[]>(dock.dataFolder, 'labels')).filter((label) => label.serial === serial)
  await expect
    .poll(async () => (await copies()).map(({ copy, state }) => `${copy} ${state}`))
    .toEqual(['1 void', '2 printed'])
  expect(JSON.stringify((await copies())[0]?.evidence)).toContain('Fell into the oil')
  expect((await readDrawnLabel(dock.dataFolder, serial)).dataMatrix).toMatch(/Z(DS\d+)\.2\u001e\u0004$/)
})
