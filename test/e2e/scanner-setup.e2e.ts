import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { expect, test as base } from 'playwright/test'
import { encodeCalibration } from '../../src/core/barcode/calibration-symbol.ts'
import { goTo } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'
import { readSymbols } from '../labels/read-symbols.ts'
import { scanOfCountry } from './x11/country-scan.ts'
import type { CountryScanner } from './x11/country-scan.ts'
import { openWorkplace, type Workplace } from './x11/workplace.ts'

const test = base.extend<object, { readonly workplace: Workplace }>({
  workplace: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const workplace = await openWorkplace()
      await use(workplace)
      await workplace.close()
    },
    { scope: 'worker' }
  ]
})

const GERMAN: CountryScanner = {
  layout: 'de',
  prefix: '#',
  separators: { '\x1d': '|', '\x1e': '~', '\x04': '^' },
  gapMs: 8
}

function scannersOf({ dock }: Workplace): readonly unknown[] {
  const text = readFileSync(join(dock.dataFolder, 'station.json'), 'utf8')
  return (JSON.parse(text) as { scanners: unknown[] }).scanners
}

async function openScanners({ dock }: Workplace): Promise<Locator> {
  const settings = await goTo(dock.page, 'Settings')
  await settings.getByText('Scanners', { exact: true }).first().click()
  return settings
}

/** Shows the symbol, and reads what it says as a scanner does: from the screen. */
async function shownSymbol(settings: Locator): Promise<string> {
  await settings.getByRole('button', { name: /Show (the|a) symbol/ }).click()
  const symbol = settings.getByRole('img', { name: /^Calibration symbol/ })
  await symbol.waitFor()
  const [read] = await readSymbols(await symbol.locator('xpath=..').screenshot())
  return read?.text ?? ''
}

test('one scan from the screen sets a German keyboard scanner up, and its labels come out right at once', async ({
  workplace
}) => {
  const { dock, keyboard, journal } = workplace
  // The computer's own keyboard is another one: it is of no account.
  workplace.setLayout('cz')
  const settings = await openScanners(workplace)
  const text = await shownSymbol(settings)
  expect(text).toMatch(/^DKSCLBRT1\d{4}yzYZ/)
  await takePicture(dock.page, 'scanner-setup-symbol')

  await keyboard.press(scanOfCountry(GERMAN, text))
  const result = settings.getByRole('status', { name: 'Calibration of wedge' })
  await expect(result).toContainText('Kept, and in force')
  await expect(result).toContainText('German keyboard')
  await expect(result).toContainText('GS as |, RS as ~, EOT as ^')
  await expect(dock.page.getByLabel('Last scan')).toContainText('Scanner wedge calibrated')
  await takePicture(dock.page, 'scanner-setup-kept')
  expect(scannersOf(workplace)).toContainEqual(
    expect.objectContaining({
      id: 'wedge',
      layout: 'de',
      prefix: '#',
      suffix: 'enter',
      separators: { gs: '|', rs: '~', eot: '^' }
    })
  )

  journal.skip()
  const label = '[)>\x1e06\x1dPYZ-12/3\x1d1TyzYZ:9\x1dQ5\x1e\x04'
  await keyboard.press(scanOfCountry(GERMAN, label))
  expect((await journal.next(1)).map((scan) => scan.text)).toEqual([label])
})

test('what cannot be undone is said in words, with what to re-programme', async ({ workplace }) => {
  const { dock, keyboard } = workplace
  workplace.setLayout('us')
  const settings = await openScanners(workplace)
  const text = await shownSymbol(settings)
  const lossy: CountryScanner = { layout: 'fr', prefix: '', separators: {}, gapMs: 40 }
  await keyboard.press(scanOfCountry(lossy, text.toUpperCase()))
  const result = settings.getByRole('status', { name: 'Calibration of wedge' })
  await expect(result.getByRole('alert')).toHaveCount(2)
  await expect(result).toContainText('All letters come as capitals')
  await expect(result).toContainText('GS and RS and EOT are lost')
  await expect(result).toContainText(/A key every \d+ ms is slow/)
  await expect(dock.page.getByLabel('Last scan')).toHaveAttribute('data-signal', 'attention')
  await takePicture(dock.page, 'scanner-setup-lost')
})

test('a network scanner is set up by one scan too', async ({ workplace }) => {
  const { dock } = workplace
  const settings = await openScanners(workplace)
  const text = await shownSymbol(settings)
  const sent = (data: string) => `<STX>${data.replaceAll('\x1d', '{GS}')}`
  expect((await dock.clerk.scan(sent(text))).title).toBe('Scanner fixed calibrated')
  const result = settings.getByRole('status', { name: 'Calibration of fixed' })
  await expect(result).toContainText('Network (TCP)')
  expect(scannersOf(workplace)).toContainEqual(
    expect.objectContaining({ id: 'fixed', prefix: '<STX>', separators: { gs: '{GS}' } })
  )
  expect((await dock.clerk.scan(sent('PO-001'))).title).toContain('PO-001')
  await dock.clerk.scan(sent('DS:CANCEL'))
  expect((await dock.clerk.scan(sent(encodeCalibration('0815')))).message, 'is no goods anywhere').toContain(
    'Nothing was changed'
  )
})

test('the maker’s symbol for HID POS is shown where it is known, and the page of the manual otherwise', async ({
  workplace
}) => {
  const settings = await openScanners(workplace)
  const panel = settings.getByRole('region', { name: 'Switch a scanner to HID POS' })
  const maker = panel.getByRole('combobox', { name: 'Maker of the scanner' })
  await expect(maker).toHaveValue('Honeywell')
  const symbol = panel.getByRole('img', { name: /^Set-up symbol of/ })
  await settings.getByRole('button', { name: /Show (the|a) symbol/ }).click()
  await expect(
    panel.getByRole('button', { name: 'Show its symbol' }),
    'two symbols are never in sight at once'
  ).toBeDisabled()
  await settings.getByRole('button', { name: 'Stop' }).click()
  await panel.getByRole('button', { name: 'Show its symbol' }).click()
  await expect(symbol).toBeVisible()
  const [read] = await readSymbols(await symbol.locator('xpath=..').screenshot())
  expect(read?.format).toBe('Code128')
  expect(read?.text).toContain('TERMID131.')
  await takePicture(workplace.dock.page, 'scanner-to-hid-pos')
  await maker.click()
  await workplace.dock.page.getByRole('option', { name: 'Newland' }).click()
  await expect(symbol).toHaveCount(0)
  await expect(panel).toContainText('“HID-POS”')
})

test('a scanner has a name of its own and sounds of its own height', async ({ workplace }) => {
  const { dock } = workplace
  const settings = await goTo(dock.page, 'Settings')
  await settings.getByText('Station', { exact: true }).first().click()
  const card = settings.getByRole('group', { name: 'Scanner fixed' })
  await card.getByRole('textbox', { name: 'Called' }).fill('Gun at door 2')
  await card.getByRole('combobox', { name: 'Sounds' }).click()
  await dock.page.getByRole('option', { name: 'Highest' }).click()
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(settings.getByRole('status')).toContainText('Saved. Start Dockside again')
  expect(scannersOf(workplace)).toContainEqual(
    expect.objectContaining({ id: 'fixed', name: 'Gun at door 2', sound: 'highest' })
  )
  await card.scrollIntoViewIfNeeded()
  await takePicture(dock.page, 'scanner-card')
})
