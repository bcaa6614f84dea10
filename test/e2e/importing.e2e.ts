import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { test } from './dock/dock.ts'
import { SENSOR } from './dock/goods.ts'
import { goTo } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'

test('orders are imported in the window, after a look at what the file would do', async ({ page, dock }) => {
  const folder = mkdtempSync(join(tmpdir(), 'dockside-import-'))
  try {
    const file = join(folder, 'monday.csv')
    await dock.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, file)
    const screen = await goTo(page, 'Settings')
    await screen.getByText('Import', { exact: true }).click()

    const header = 'order,supplier,line,part_number,revision,quantity\n'
    writeFileSync(file, `${header}PO-MONDAY,Acme,1,${SENSOR},,2.5\nPO-MONDAY,Acme,2,NOBODY,,1\n`)
    await screen.getByRole('button', { name: 'Import orders' }).click()
    const dialog = page.getByRole('dialog', { name: 'Import monday.csv' })
    await expect(dialog.getByRole('list', { name: 'What is wrong' })).toContainText('line 3, part_number “NOBODY”')
    await expect(dialog.getByRole('button', { name: 'Import it' })).toHaveCount(0)
    await takePicture(page, 'import-refused')
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click()
    await expect(dialog).toBeHidden()

    writeFileSync(file, `${header}PO-MONDAY,Acme,1,${SENSOR},,2\n`)
    await screen.getByRole('button', { name: 'Import orders' }).click()
    await expect(dialog).toContainText('1 new, 0 changed, 0 as they are.')
    await dialog.getByRole('button', { name: 'Import it' }).click()
    await expect(dialog).toBeHidden()
    await expect(screen.getByText('monday.csv is imported: 1 new')).toBeVisible()

    const receiving = await goTo(page, 'Receiving')
    await receiving.getByRole('textbox', { name: 'Search orders' }).fill('monday')
    await expect(receiving.getByText('PO-MONDAY', { exact: true })).toBeVisible()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
