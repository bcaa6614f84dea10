import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { docksideDone, docksideJson } from '../../scripts/drive/command-line.ts'
import { supplierLabel } from '../../scripts/drive/supplier-label.ts'
import type { InventoryOutside } from '../../src/main/services/outside-rows.ts'
import type { Verification } from '../../src/main/store/verify.ts'
import { test } from './dock/dock.ts'
import { RESIN } from './dock/goods.ts'
import { fact } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'

test.describe.configure({ mode: 'serial' })

/** What Acme prints: its name, the part, its lot with a C before it, kilograms, and when it runs out. */
const FIRST = `ACME/${RESIN}/C88X/12.5/20271231`
const SECOND = `ACME/${RESIN}/C91Z/6/20280630`
const OF_NEXT_DELIVERY = `ACME/${RESIN}/C97K/9.5/20290131`

test('an unknown label is refused, taught by scans, and understood from the next box on', async ({
  page,
  clerk,
  order,
  dock
}) => {
  await clerk.scan(order)
  expect(await clerk.scan(FIRST)).toMatchObject({ sound: 'refused', title: 'Not known' })
  await expect(page.getByRole('button', { name: /Teach this label/ })).toBeVisible()
  await takePicture(page, 'teaching-unknown-label')

  await page.getByRole('button', { name: /Teach this label/ }).click()
  await expect(page.getByText('1 label scanned')).toBeVisible()
  expect(await clerk.scan(SECOND)).toMatchObject({ sound: 'accepted', title: 'Sample taken' })
  await expect(page.getByText('2 labels scanned')).toBeVisible()
  // What the station knows is guessed: the part, the quantity, the date.
  await expect(page.getByRole('button', { name: 'Piece 2: Part number' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Piece 4: Quantity' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Piece 5: Expiry' })).toContainText('2027-12-31')
  await takePicture(page, 'teaching-pieces')

  // The lot is chosen by a press on its piece and a scan of the sheet; the C is no part of it.
  await page.getByRole('button', { name: /^Piece 3/ }).click()
  await expect(page.getByText('What is piece 3?')).toBeVisible()
  expect((await clerk.scan('DS:PICK:2')).message).toContain('Lot is C88X')
  await page.getByRole('button', { name: /Piece 3 in another way/ }).click()
  await expect(page.getByRole('button', { name: 'Piece 3: Lot' })).toContainText('88X')
  await takePicture(page, 'teaching-lot')
  expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'line-complete', title: 'Label taught' })

  const heard = await clerk.scan(OF_NEXT_DELIVERY)
  expect(heard).toMatchObject({ sound: 'accepted', title: RESIN })
  expect(heard.message).toContain('Acme 1')
  await expect(fact(page, 'Lot')).toHaveText('97K')
  await expect(page.getByText('9.5of 50 kg')).toBeVisible()
  await takePicture(page, 'teaching-understood')
  expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'line-complete' })
  const rows = await docksideJson<InventoryOutside[]>(dock.dataFolder, 'inventory', '--part', RESIN)
  expect(rows.find(({ lot }) => lot === '97K')).toMatchObject({ quantity: '9.5', expiry: '2029-01-31' })
})

test('a label that a standard understands in part gets the rest by teaching, by scans alone', async ({
  page,
  clerk,
  order
}) => {
  // 21Z is free for whatever a supplier means by it.
  await clerk.scan(order)
  await clerk.scanAll('DS:TEACH', supplierLabel(`P${RESIN}`, 'Q5', '21ZZ-LOT-1'))
  await expect(page.getByRole('button', { name: /^Piece 1/ })).toContainText('21Z')
  await clerk.scanAll('DS:PICK:2', 'DS:DONE', supplierLabel(`P${RESIN}`, 'Q7', '21ZZ-LOT-2'))
  await expect(fact(page, 'Lot')).toHaveText('Z-LOT-2')
  await expect(page.getByText('7of 50 kg')).toBeVisible()
})

test('fields of fixed length are cut by hand', async ({ page, clerk, order }) => {
  await clerk.scanAll(order, 'DS:TEACH', 'ACLOT0000770005', 'ACLOT0000880012')
  await page.getByRole('button', { name: 'At fixed places' }).click()
  const ruler = page.getByRole('group', { name: 'Where pieces begin' })
  await ruler.getByRole('button', { name: /^Character 12,/ }).click()
  await expect(page.getByRole('button', { name: /^Piece 3/ })).toContainText('0005')
  await takePicture(page, 'teaching-fixed-places')
  await clerk.scan('DS:CANCEL')
  await expect(page.getByRole('grid', { name: 'Lines of the order' })).toBeVisible()
})

test('taught labels are listed, renamed, retired, and go to other stations as a file', async ({
  page,
  clerk,
  order,
  dock
}) => {
  await clerk.scan('DS:HOME')
  await page.getByRole('button', { name: 'Taught labels' }).click()
  const dialog = page.getByRole('dialog', { name: 'Taught labels' })
  const carton = dialog.getByRole('listitem').filter({ hasText: 'Quantity' })
  await carton.getByRole('button', { name: 'Rename' }).click()
  await dialog.getByRole('textbox', { name: 'Name of the label' }).fill('Acme carton')
  await dialog.getByRole('button', { name: 'Keep the name' }).click()
  await expect(dialog.getByText('Acme carton', { exact: true })).toBeVisible()
  await takePicture(page, 'teaching-formats')

  const folder = mkdtempSync(join(tmpdir(), 'dockside-formats-'))
  try {
    const file = join(folder, 'formats.json')
    await docksideDone(dock.dataFolder, 'export', 'formats', file)
    expect(readFileSync(file, 'utf8')).toContain('Acme carton')
    const changed = join(folder, 'changed.json')
    writeFileSync(changed, readFileSync(file, 'utf8').replace('Acme carton', 'Acme box'))
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      dialog.getByRole('button', { name: 'Take over a file' }).click()
    ])
    await chooser.setFiles(changed)
    await expect(dialog.getByRole('status')).toHaveText('1 added, 0 changed, 1 unchanged.')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  for (const name of ['Acme box', 'Acme carton']) {
    const row = dialog.getByRole('listitem').filter({ hasText: name })
    await row.getByRole('button', { name: 'Use no longer' }).click()
    await expect(row.getByRole('button', { name: 'Use again' })).toBeVisible()
  }
  await page.keyboard.press('Escape')
  expect((await clerk.scanAll(order, FIRST)).sound).toBe('refused')
  const { problems } = await docksideJson<Verification>(dock.dataFolder, 'verify')
  expect(problems).toEqual([])
})
