import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { expect } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import type { InventoryOutside } from '../../src/main/services/outside-rows.ts'
import type { IssueOutside } from '../../src/main/services/quality/outside.ts'
import type { Verification } from '../../src/main/store/verify.ts'
import { RESIN, VALVE } from './dock/goods.ts'
import { goTo, rowWith, shownScreen } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'
import { CONTROLLER, ORDER, RUN, workshopTest } from './dock/workshop.ts'

/** A station that receives, builds, and has nothing wrong with anything yet. */
const test = workshopTest({ orders: 4 })

test.describe.configure({ mode: 'serial' })

/** A photo of a crack, as far as a picture of 320 by 200 points can be one. */
function photo(): Buffer {
  const png = new PNG({ width: 320, height: 200 })
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      const isCrack = Math.abs(y - 100 - 30 * Math.sin(x / 31)) < 3
      const grey = isCrack ? 30 : 150 + ((x * 7 + y * 13) % 31)
      png.data.set([grey, grey, isCrack ? 40 : grey + 12, 255], (y * png.width + x) * 4)
    }
  }
  return PNG.sync.write(png)
}

function writeFiles(): { readonly folder: string; readonly crack: string; readonly page: string } {
  const folder = mkdtempSync(join(tmpdir(), 'dockside-photo-'))
  const crack = join(folder, 'crack.png')
  const page = join(folder, 'report.png.html')
  writeFileSync(crack, photo())
  writeFileSync(page, '<script>globalThis.ran = true</script>')
  return { folder, crack, page }
}

test('an issue is raised by scan, holds a lot, gets a comment and a photo, is decided and closed', async ({ dock }) => {
  const { page, clerk } = dock
  const order = dock.nextOrder()
  const files = writeFiles()
  await clerk.scanAll(order, RESIN, 'R-BAD-1', 'DS:QTY:10', 'DS:DONE', 'DS:DONE')
  const screen = await goTo(page, 'Issues')
  await screen.getByRole('button', { name: 'Raise an issue' }).click()
  const form = screen.getByRole('form', { name: 'Raise an issue' })
  // What is scanned while the form is open is what the issue is about.
  await clerk.scan('R-BAD-1')
  await expect(form.getByRole('radio', { name: /R-BAD-1/ })).toHaveAttribute('aria-checked', 'true')
  await form.getByRole('textbox', { name: 'What is wrong' }).fill('Drums leak at the lid')
  await form.getByRole('textbox', { name: 'Details' }).fill('Three of ten, all from the lower layer of the pallet.')
  await takePicture(page, 'issue-raise')
  await form.getByRole('button', { name: 'Raise it and put it on hold' }).click()
  const detail = screen.getByRole('complementary', { name: /Issue Q-/ })
  await expect(detail.getByRole('heading', { name: 'Drums leak at the lid' })).toBeVisible()
  const number = (await detail.getAttribute('aria-label'))?.replace('Issue ', '') ?? ''

  await detail.getByRole('textbox', { name: 'Comment' }).fill('The supplier has been told.\n<b>Photo follows.</b>')
  await page.keyboard.press('Control+Enter')
  await expect(detail.getByText('<b>Photo follows.</b>')).toBeVisible()

  await detail.locator('input[type=file]').setInputFiles([files.crack, files.page])
  const shown = detail.getByRole('button', { name: 'Show crack.png large' })
  await expect(shown).toBeVisible()
  await expect(detail.getByText('File report.png.html added')).toBeVisible()
  await expect(detail.getByRole('img', { name: 'report' })).toHaveCount(0)
  await shown.click()
  await expect(page.getByRole('dialog', { name: 'crack.png' }).getByRole('img', { name: 'crack.png' })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)

  await takePicture(page, 'issue-open')

  // Whoever scans it is told, and it goes nowhere.
  const told = await clerk.scan('R-BAD-1')
  expect(told).toMatchObject({ sound: 'attention' })
  expect(told.message).toContain(`On hold: ${number} Drums leak at the lid`)
  await shownScreen(page, 'Trace')
  await expect(page.getByRole('button', { name: `${number} Drums leak at the lid` })).toBeVisible()
  await takePicture(page, 'issue-scanned')
  await clerk.scan('DS:LOC:A-01')
  const refused = await clerk.scan('R-BAD-1')
  expect(refused).toMatchObject({ sound: 'refused', title: 'On hold' })
  expect(refused.message).toContain(number)
  await takePicture(page, 'issue-refused')
  await clerk.scan('DS:HOME')

  await clerk.scan(number)
  await shownScreen(page, 'Issues')
  await detail.getByRole('button', { name: 'Decide' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Scrap/ }).click()
  await dialog.getByRole('textbox', { name: 'Quantity in kg' }).fill('3')
  await dialog.getByRole('button', { name: 'Beyond repair' }).click()
  await takePicture(page, 'issue-decide')
  await dialog.getByRole('button', { name: 'Scrap', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(detail).toContainText('Undecided: 7 kg')
  await detail.getByRole('button', { name: 'Close the issue' }).click()
  await dialog.getByRole('button', { name: 'Decided and done' }).click()
  await dialog.getByRole('button', { name: 'Close the issue' }).click()
  await expect(dialog.getByRole('alert')).toContainText('still holds')
  await page.keyboard.press('Escape')

  await detail.getByRole('button', { name: 'Decide' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Quantity in kg' })).toHaveValue('7')
  await dialog.getByRole('button', { name: 'Within tolerance' }).click()
  await dialog.getByRole('button', { name: 'Use as is', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(detail.getByText('Let go by')).toBeVisible()
  await detail.getByRole('button', { name: 'Close the issue' }).click()
  await dialog.getByRole('button', { name: 'Decided and done' }).click()
  await dialog.getByRole('button', { name: 'Close the issue' }).click()
  await expect(detail.getByRole('button', { name: 'Raise a new issue about it' })).toBeVisible()
  await takePicture(page, 'issue-closed')

  const rows = await docksideJson<InventoryOutside[]>(dock.dataFolder, 'inventory', '--part', RESIN)
  expect(rows.filter(({ lot }) => lot === 'R-BAD-1')).toMatchObject([{ quantity: '7', status: 'available' }])
  const issues = await docksideJson<IssueOutside[]>(dock.dataFolder, 'issues')
  expect(issues.find(({ issue }) => issue === number)).toMatchObject({
    state: 'closed',
    on_hold: false,
    dispositions: [
      { disposition: 'scrap', quantity: '3' },
      { disposition: 'use-as-is', quantity: '7' }
    ],
    attachments: [{ name: 'crack.png' }, { name: 'report.png.html' }]
  })
  expect((await docksideJson<Verification>(dock.dataFolder, 'verify')).problems).toEqual([])
  rmSync(files.folder, { recursive: true })
})

test('an issue is raised from a row of the inventory, by keyboard alone, and moves to quarantine by hand', async ({
  dock
}) => {
  const { page, clerk } = dock
  await clerk.scanAll(dock.nextOrder(), VALVE, 'V-BAD-1', 'DS:DONE', 'DS:DONE')
  const inventory = await goTo(page, 'Inventory')
  const table = inventory.getByRole('grid', { name: 'Inventory' })
  await inventory.getByRole('textbox').fill('v-bad')
  await expect(table.getByRole('row').filter({ hasText: VALVE })).toHaveCount(1)
  await table.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Raise an issue' }).focus()
  await page.keyboard.press('Enter')
  const screen = await shownScreen(page, 'Issues')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(screen.getByRole('radio', { name: /V-BAD-1/ })).toHaveAttribute('aria-checked', 'true')
  await screen.getByRole('textbox', { name: 'What is wrong' }).focus()
  await page.keyboard.type('Thread is damaged')
  await page.keyboard.press('Enter')
  const detail = screen.getByRole('complementary', { name: /Issue Q-/ })
  await expect(detail.getByRole('heading', { name: 'Thread is damaged' })).toBeVisible()

  await goTo(page, 'Inventory')
  await expect(rowWith(table, 'V-BAD-1')).toContainText('on hold')
  await rowWith(table, 'V-BAD-1').click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: /Thread is damaged/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Scrap' }).click()
  await dialog.getByRole('button', { name: 'Damaged' }).click()
  await dialog.getByRole('button', { name: 'Scrap' }).click()
  await expect(dialog.getByRole('alert')).toContainText('On hold: Q-')
  await dialog.getByRole('button', { name: 'Back' }).click()
  await dialog.getByRole('button', { name: 'Move' }).click()
  await dialog.getByRole('textbox', { name: 'To the place' }).fill('A-02')
  await dialog.getByRole('button', { name: 'Move' }).click()
  await expect(dialog).toBeHidden()
  await expect(rowWith(table, 'V-BAD-1')).toContainText('A-02')
  await expect(rowWith(table, 'V-BAD-1')).toContainText('on hold')
  await inventory.getByRole('textbox').fill('')
})

test('what is on hold goes into nothing that is built by scanning', async ({ dock }) => {
  const { page, clerk } = dock
  await clerk.scanAll(ORDER, CONTROLLER, 'FC-1', 'FC-2', 'DS:DONE', 'DS:DONE')
  await clerk.scan('FC-1')
  const trace = await shownScreen(page, 'Trace')
  await trace.getByRole('button', { name: 'Raise an issue' }).click()
  const screen = await shownScreen(page, 'Issues')
  await expect(screen.getByRole('radio', { name: /FC-1/ })).toHaveAttribute('aria-checked', 'true')
  await screen.getByRole('button', { name: 'Failed inspection' }).click()
  await screen.getByRole('button', { name: 'Raise it and put it on hold' }).click()
  await expect(screen.getByRole('heading', { name: 'Failed inspection' })).toBeVisible()

  await clerk.scan(`DS:RUN:${RUN}`)
  await shownScreen(page, 'Building')
  const refused = await clerk.scan('FC-1')
  expect(refused).toMatchObject({ title: 'On hold' })
  expect(refused.message).toContain('Failed inspection')
  await takePicture(page, 'issue-not-built-in')
  expect(await clerk.scan('FC-2')).toMatchObject({ sound: 'accepted', title: 'FC-2 installed' })
  await clerk.scan('DS:HOME')
})

test('a scan while an issue is written never changes behind one’s back what it is about', async ({ dock }) => {
  const { page, clerk } = dock
  const screen = await goTo(page, 'Issues')
  await screen.getByRole('button', { name: 'Raise an issue' }).click()
  const form = screen.getByRole('form', { name: 'Raise an issue' })
  await clerk.scan('NOBODY-KNOWS')
  await expect(form).toBeVisible()
  await form.getByRole('textbox', { name: /Scan the unit/ }).fill(CONTROLLER)
  await page.keyboard.press('Enter')
  await expect(form.getByRole('alert')).toContainText('Scan the unit that has the issue')
  await clerk.scan('V-BAD-1')
  await expect(form.getByRole('radio', { name: /V-BAD-1/ })).toContainText('On hold: Q-')
  await form.getByRole('button', { name: 'Contaminated' }).click()
  await clerk.scan('R-BAD-1')
  await expect(form.getByRole('status')).toContainText('R-BAD-1 was scanned')
  await expect(form.getByRole('radio', { name: /V-BAD-1/ })).toHaveAttribute('aria-checked', 'true')
  await form.getByRole('button', { name: 'Make it about what was scanned' }).click()
  await expect(form.getByRole('radio', { name: /R-BAD-1/ })).toHaveAttribute('aria-checked', 'true')
  await expect(form.getByRole('textbox', { name: 'What is wrong' })).toHaveValue('Contaminated')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await expect(form).toBeHidden()
})

test('a unit is put on hold by scanning alone, and the screen follows', async ({ dock }) => {
  const { page, clerk } = dock
  await clerk.scanAll(dock.nextOrder(), VALVE, 'V-HELD-1', 'DS:DONE', 'DS:DONE')
  await clerk.scan('DS:HOLD')
  const screen = await shownScreen(page, 'Issues')
  await clerk.scan('V-HELD-1')
  await expect(screen.getByRole('radio', { name: /V-HELD-1/ })).toHaveAttribute('aria-checked', 'true')
  await takePicture(page, 'issue-hold-by-scan')
  const heard = await clerk.scan('DS:DONE')
  expect(heard).toMatchObject({ sound: 'line-complete', title: 'On hold' })
  await expect(screen.getByRole('heading', { name: 'Held by scan, reason to follow' })).toBeVisible()
  expect((await clerk.scanAll('DS:LOC:A-01', 'V-HELD-1')).title).toBe('On hold')
  await clerk.scan('DS:HOME')
})
