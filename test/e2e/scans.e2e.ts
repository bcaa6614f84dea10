import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { supplierLabel } from '../../scripts/drive/supplier-label.ts'
import type { ScanOutside } from '../../src/main/services/journal/outside.ts'
import { test } from './dock/dock.ts'
import { RESIN, SENSOR, VALVE } from './dock/goods.ts'
import { goTo, fact, rowWith } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'

const LABEL = supplierLabel(`P${RESIN}`, '1TL-7741', 'Q25')

test('the journal shows every scan, finds it by what it held, and tells what it caused', async ({
  page,
  clerk,
  order
}) => {
  await clerk.scanAll(order, SENSOR, 'PS-9001', 'PS-9002', 'PS-9001', VALVE, 'DS:DONE')
  await clerk.scanAll(LABEL, 'DS:DONE', 'NO-SUCH-THING-99')
  const screen = await goTo(page, 'Scans')
  const table = screen.getByRole('grid', { name: 'Scans' })
  await expect(rowWith(table, 'NO-SUCH-THING-99', 'Refused')).toBeVisible()
  await expect(rowWith(table, 'PS-9001', 'Duplicate')).toBeVisible()

  const search = screen.getByRole('textbox', { name: 'Search what was scanned' })
  await search.fill('␝1TL-7741')
  await expect(table.getByRole('row').filter({ hasText: `␞06␝P${RESIN}` })).toHaveCount(1)
  await table
    .getByRole('row')
    .filter({ hasText: `␞06␝P${RESIN}` })
    .click()
  const detail = screen.getByRole('complementary', { name: /^Scan \d+$/ })
  await expect(detail).toContainText(`[)>␞06␝P${RESIN}␝1TL-7741␝Q25␞␄`)
  await expect(detail.getByRole('img', { name: /^Bytes / })).toContainText('5b 29 3e 1e 30 36 1d 50')
  await expect(fact(page, 'Understood as')).toContainText('1T=L-7741')

  await search.fill('')
  await rowWith(table, 'DS:DONE', 'Complete').first().click()
  await expect(detail).toContainText(`25 kg of lot L-7741 received from Acme on order ${order}`)
  await rowWith(table, `␞06␝P${RESIN}␝1TL-7741`).click()
  await expect(detail).toContainText('Nothing was changed by this scan alone')
  await takePicture(page, 'scans')

  await screen.getByRole('combobox', { name: 'Answer' }).click()
  await page.getByRole('option', { name: 'Duplicate' }).click()
  await expect(table.getByRole('row').filter({ hasText: 'Accepted' })).toHaveCount(0)
  await expect(rowWith(table, 'PS-9001', 'Duplicate')).toBeVisible()
  await screen.getByLabel('To day').fill('2020-01-01')
  await expect(screen.getByText('No scan matches')).toBeVisible()
  await screen.getByRole('button', { name: 'All scanners, answers and days' }).click()
  await expect(screen.getByText('No scan matches')).toBeHidden()
})

test('a scan that comes while the journal is looked at appears at its top', async ({ page, clerk }) => {
  const screen = await goTo(page, 'Scans')
  await clerk.scan('NEWEST-OF-ALL')
  await expect(screen.getByRole('grid', { name: 'Scans' }).getByRole('row').nth(1)).toContainText('NEWEST-OF-ALL')
})

test('what is listed is saved, with the bytes of each scan', async ({ page, clerk, dock }) => {
  await clerk.scanAll('SAVED-1\u001dX', 'SAVED-2')
  const screen = await goTo(page, 'Scans')
  await screen.getByRole('textbox', { name: 'Search what was scanned' }).fill('saved-')
  await expect(screen.getByRole('grid', { name: 'Scans' }).getByRole('row')).toHaveCount(3)
  const folder = mkdtempSync(join(tmpdir(), 'dockside-saved-'))
  try {
    const file = join(folder, 'scans.jsonl')
    await dock.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await screen.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('menuitem', { name: 'JSON Lines' }).click()
    await expect(screen.getByText('2 scans saved')).toBeVisible()
    const scans = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ScanOutside)
    expect(scans.map(({ text }) => text)).toEqual(['SAVED-1␝X', 'SAVED-2'])
    expect(Buffer.from(String(scans[0]?.raw), 'base64').toString('latin1')).toBe('SAVED-1\u001dX')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
