import { expect } from 'playwright/test'
import { test } from './dock/dock.ts'
import { PERSON_MS, SCANNER_MS, typeKeys } from './dock/keys.ts'

/** So long after a letter of a person a scan is known to be whole. */
const SLOW_PERSON_MS = 310

test('a scan by key strokes is caught while a text field has the focus, and no character reaches the field', async ({
  page,
  clerk,
  order,
  dock
}) => {
  const field = page.getByRole('textbox', { name: 'Type a code' })
  await clerk.scan('DS:HOME')
  await field.evaluate((input) => {
    input.addEventListener('input', () => input.setAttribute('data-touched', ''))
    input.addEventListener('keydown', () => input.setAttribute('data-touched', ''))
  })
  await field.focus()
  await typeKeys(dock.app, 'NO-SUCH-THING-77\n', SCANNER_MS)
  const panel = page.getByLabel('Last scan')
  await expect(panel).toContainText('NO-SUCH-THING-77')
  await expect(panel).toContainText('wedge')
  await expect(panel).toHaveAttribute('data-signal', 'refused')
  await expect(field).toHaveValue('')
  await expect(field).not.toHaveAttribute('data-touched')

  await typeKeys(dock.app, `${order}\n`, SCANNER_MS)
  await expect(panel).toContainText(`Order ${order}`)
})

test('a scan between two letters of a person leaves what was typed', async ({ page, clerk, dock }) => {
  await clerk.scan('DS:HOME')
  const field = page.getByRole('textbox', { name: 'Search orders by number or supplier' })
  await field.click()
  await typeKeys(dock.app, 'PO', SLOW_PERSON_MS)
  await expect(field).toHaveValue('PO')
  await typeKeys(dock.app, 'NO-SUCH-THING-78\n', SCANNER_MS)
  await expect(page.getByLabel('Last scan')).toContainText('NO-SUCH-THING-78')
  await expect(field).toHaveValue('PO')
  await typeKeys(dock.app, '-0', SLOW_PERSON_MS)
  await expect(field).toHaveValue('PO-0')
  await field.fill('')
})

test('a scan needs no focus at all', async ({ page, order, dock }) => {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await typeKeys(dock.app, `DS:ORDER:${order}\n`, SCANNER_MS)
  await expect(page.getByLabel('Last scan')).toContainText(`Order ${order}`)
})

test('the strip says while the window is behind another that scans by key strokes go elsewhere', async ({
  page,
  dock
}) => {
  const strip = page.getByRole('contentinfo', { name: 'Devices' })
  const tell = (event: 'focus' | 'blur') =>
    dock.app.evaluate(({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.emit(name), event)
  await tell('blur')
  await expect(strip).toContainText('wedge is not heard: Dockside is not in front')
  await tell('focus')
  await expect(strip).not.toContainText('not in front')
})

test('what a person types goes into the field, whole and in order', async ({ page, clerk, order, dock }) => {
  await clerk.scan('DS:HOME')
  const field = page.getByRole('textbox', { name: 'Type a code' })
  await field.click()
  await typeKeys(dock.app, order, PERSON_MS)
  await expect(field).toHaveValue(order)
  await typeKeys(dock.app, '\n', PERSON_MS)
  await expect(page.getByLabel('Last scan')).toContainText(`Order ${order}`)
  await expect(page.getByLabel('Last scan')).toContainText('On screen')
})
