import { expect, test } from 'playwright/test'
import { listenVirtualPrinter } from '../../src/main/devices/printer/virtual/listen.ts'
import { createDockFolder, openDock, removeDockFolder } from './dock/dock.ts'
import { goTo } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'

test('a printer is checked, calibrated and tried with a label that is scanned back; another one is found and added', async () => {
  const other = await listenVirtualPrinter({
    host: '127.0.0.1',
    port: 0,
    media: { widthMm: 76, heightMm: 51, dpi: 300 }
  })
  const { dataFolder, scannerPort } = await createDockFolder({ orders: 1 })
  const dock = await openDock(dataFolder, scannerPort)
  const { page, clerk } = dock
  try {
    const settings = await goTo(page, 'Settings')
    await settings.getByText('Printers', { exact: true }).first().click()
    const printer = settings.getByRole('region', { name: 'Printer units' })
    await printer.getByRole('button', { name: 'Check' }).click()
    const findings = printer.getByRole('list', { name: 'What units says' })
    await expect(findings).toContainText('203 dpi, as Settings say.')
    await expect(findings).toContainText('The printer measured 25 mm; Settings say 25 mm.')
    await expect(findings).toContainText('each one is proved')
    await printer.getByRole('button', { name: 'Calibrate' }).click()
    await expect(printer.getByText('Asking the printer')).toBeHidden()
    await expect(findings).toContainText('The printer measured 25 mm')

    await printer.getByRole('button', { name: 'Print a test label' }).click()
    const codeShown = async () => /DS:TEST:units:\d{6}/.exec((await printer.textContent()) ?? '')?.[0] ?? ''
    await expect(printer).toContainText(/Scan it when it is out: DS:TEST:units:\d{6}/)
    const first = await codeShown()
    expect((await clerk.scan(first)).sound).toBe('accepted')
    await expect(printer).toContainText('Scanned back')
    await takePicture(page, 'printers')
    await printer.getByRole('button', { name: 'Print a test label' }).click()
    await expect(printer, 'the label before it says nothing of this one').toContainText('On its way')
    expect(await clerk.scan(first)).toMatchObject({ sound: 'attention', title: 'An earlier test label' })
    await expect(printer).toContainText('An earlier test label')
    await expect(printer).toContainText('On its way')
    await takePicture(page, 'printer-earlier-test-label')
    await clerk.scan(await codeShown())
    await expect(printer).toContainText('Scanned back')
    await expect(printer).not.toContainText('An earlier test label')

    await printer.getByRole('button', { name: 'Try darkness' }).click()
    const series = printer.getByRole('list', { name: 'Test of darkness on units' })
    await expect(series.getByRole('listitem')).toHaveCount(5)
    for (const value of ['−5', '0']) {
      const item = series.getByRole('listitem').filter({ has: page.getByText(value, { exact: true }) })
      await clerk.scan((await item.getAttribute('title')) ?? '')
    }
    await expect(series.getByRole('listitem').filter({ hasText: 'Read' })).toHaveCount(2)
    await series.getByRole('button', { name: 'Keep darkness -5' }).click()
    await expect(printer).toContainText('Kept in the settings: darkness −5')
    await printer.getByRole('heading', { name: 'units' }).scrollIntoViewIfNeeded()
    await takePicture(page, 'printer-darkness')

    await settings.getByRole('button', { name: 'Look for printers' }).click()
    await expect(
      settings.getByText('No printer was found.').or(settings.getByText('Nothing was looked for')).first(),
      'nobody is here who answers, or nobody can be asked'
    ).toBeVisible({ timeout: 15_000 })
    await settings.getByText('Address', { exact: true }).click()
    await settings.getByRole('textbox', { name: 'Addresses' }).fill(`127.0.0.1:1, 127.0.0.1:${other.port}`)
    await settings.getByRole('button', { name: 'Look for printers' }).click()
    const found = settings.getByRole('list', { name: 'Printers that were found' })
    await expect(found.getByRole('listitem')).toHaveCount(1)
    await expect(found).toContainText(`VIRTUAL-300dpi127.0.0.1:${other.port}`)
    await found.getByRole('button', { name: /^Add / }).click()
    await expect(found).toContainText('Added as virtual-300dpi')

    await settings.getByRole('textbox', { name: 'Addresses' }).fill('10.0.0.0/8')
    await settings.getByRole('button', { name: 'Look for printers' }).click()
    await expect(settings.getByRole('alert')).toContainText('more than 256 addresses')
    await settings.getByText('Queues', { exact: true }).click()
    await settings.getByText('Station', { exact: true }).first().click()
    const added = settings.getByRole('group', { name: 'Printer virtual-300dpi' })
    await added.getByRole('textbox', { name: 'Label height, mm' }).fill('51')
    await settings.getByRole('button', { name: 'Save' }).click()
    await expect(settings.getByRole('status'), 'what was kept is taken as it is').toContainText('Saved')
  } finally {
    await dock.close()
    removeDockFolder(dataFolder)
    await other.close()
  }
})
