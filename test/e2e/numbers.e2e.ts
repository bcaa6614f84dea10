import { expect } from 'playwright/test'
import type { Locator, Page } from 'playwright'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import { fact, goTo, rowWith } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'
import { workshopTest } from './dock/workshop.ts'

/** Numbered here: units at two revisions, units of a part made beside it, and lots. */
const UPPER_SHELL = 'HSG-1180'
const LOWER_SHELL = 'HSG-1181'
const ADHESIVE = 'AD-3425'
const SUPPLIERS_LOTS = 'OR-0560'
const SUPPLIERS_SERIALS = 'FC-7700'

const YEAR = String(new Date().getFullYear()).slice(2)

const test = workshopTest()

async function openPart(page: Page, partNumber: string): Promise<Locator> {
  const screen = await goTo(page, 'Parts')
  await screen.getByRole('textbox').fill(partNumber)
  await rowWith(screen.getByRole('grid', { name: 'Parts' }), partNumber).click()
  return page.getByRole('dialog')
}

async function openNumbers(page: Page, partNumber: string, what: 'serials' | 'lots' = 'serials'): Promise<Locator> {
  const part = await openPart(page, partNumber)
  await part.getByRole('button', { name: `How its ${what} are numbered` }).click()
  const dialog = page.getByRole('dialog', { name: `Numbers of ${partNumber}` })
  await expect(dialog).toBeVisible()
  return dialog
}

const patternIn = (dialog: Locator) => dialog.getByRole('textbox', { name: /^Pattern of its/ })
const outlookIn = (dialog: Locator) => dialog.getByRole('region', { name: 'What it gives' })
/** Behind the cross of the dialog’s title. */
const closeIn = (dialog: Locator) => dialog.getByRole('button', { name: 'Close' }).last()
const saveIn = (dialog: Locator) => dialog.getByRole('button', { name: 'Number so from now on' })

test('a pattern says as it is typed what it gives, and is refused beside the field', async ({ dock }) => {
  const { page, clerk } = dock
  await clerk.scanAll('PO-2026-0417', 'BR-2041', 'DS:QTY:12', 'DS:DONE', 'DS:DONE')
  const dialog = await openNumbers(page, 'BR-2041')
  await expect(fact(page, 'First')).toHaveText(new RegExp(`^BR-${YEAR}\\d\\d-0013.$`))
  await expect(fact(page, 'Last')).toHaveText(new RegExp(`^BR-${YEAR}\\d\\d-0037.$`))
  await expect(saveIn(dialog)).toBeDisabled()

  await patternIn(dialog).fill('BR-{####}{C}')
  await expect(fact(page, 'First')).toHaveText(/^BR-0001.$/)
  await expect(fact(page, 'Left after that')).toContainText('974')
  await expect(outlookIn(dialog)).toContainText(/At 12 a day, as in the last day, lasts until \d{4}-\d\d-\d\d\./)
  await takePicture(page, 'number-pattern')

  await dialog.getByRole('textbox', { name: 'For a batch of' }).fill('10000')
  await expect(outlookIn(dialog)).toContainText('gives 9999 numbers in all')
  await dialog.getByRole('textbox', { name: 'For a batch of' }).fill('0')
  await expect(dialog).toContainText('A whole number from 1 to')
  await dialog.getByRole('textbox', { name: 'For a batch of' }).fill('25')

  await patternIn(dialog).fill('BR-{YX}-{####}')
  await expect(dialog).toContainText('There is no token {YX}')
  await expect(dialog.locator('mark')).toHaveText(['{', 'Y', 'X', '}'])
  await patternIn(dialog).fill('😀{YX}-{####}')
  await expect(dialog.locator('mark')).toHaveText(['😀', '{', 'Y', 'X', '}'])
  await expect(saveIn(dialog)).toBeDisabled()
  await patternIn(dialog).fill('HSL-{YY}999-{###}')
  await expect(fact(page, 'First')).toHaveText(`HSL-${YEAR}999-001`)
  await patternIn(dialog).fill('HSL-{YY}3{##}-001')
  await expect(dialog).toContainText(`so could HSL-{YY}{JJJ}-{###} of ${LOWER_SHELL} revision A`)
  await expect(saveIn(dialog)).toBeDisabled()
  await takePicture(page, 'number-pattern-refused')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test('another pattern is saved, numbers what comes then, and is in the history of the part', async ({ dock }) => {
  const { page, clerk } = dock
  const dialog = await openNumbers(page, 'BR-2041')
  await patternIn(dialog).fill('MB')
  await dialog.getByRole('button', { name: '{YY} year' }).click()
  await expect(patternIn(dialog)).toHaveValue('MB{YY}')
  await expect(patternIn(dialog)).toBeFocused()
  await page.keyboard.type('-')
  await dialog.getByRole('button', { name: '{####} counter' }).click()
  await expect(dialog.getByRole('button', { name: '{X####} in base 32' })).toBeDisabled()
  await expect(fact(page, 'First')).toHaveText(`MB${YEAR}-0001`)
  await saveIn(dialog).click()
  await expect(dialog.getByRole('status')).toContainText('numbered MB{YY}-{####} from now on')
  await closeIn(dialog).click()
  await clerk.scanAll('PO-2026-0417', 'BR-2041', 'DS:QTY:1', 'DS:DONE', 'DS:DONE')
  await clerk.scanAll(`MB${YEAR}-0001`)
  await expect(page.getByRole('main', { name: 'Trace' })).toContainText(`MB${YEAR}-0001`)
  expect(await docksideJson(dock.dataFolder, 'trace', 'BR-2041')).toMatchObject({
    history: expect.arrayContaining([
      expect.objectContaining({ event: 'numbering-changed', from: 'BR-{YY}{WW}-{####}{C}', to: 'MB{YY}-{####}' })
    ])
  })
})

test('each revision has a pattern of its own, and somebody else’s change is not written over', async ({ dock }) => {
  const { page } = dock
  const dialog = await openNumbers(page, UPPER_SHELL)
  await expect(dialog.getByRole('combobox', { name: 'Revision' })).toHaveValue('B')
  await patternIn(dialog).fill('HSB-{#####}')
  await expect(fact(page, 'First')).toHaveText('HSB-00001')
  const answer = await page.evaluate(
    async (pattern) =>
      await globalThis.dockside.api.numbers.change({
        thing: { kind: 'serial', partNumber: 'HSG-1180', revision: 'B' },
        before: 'HSG-{YY}{JJJ}-{###}',
        pattern
      }),
    'HSV-{#####}'
  )
  expect(JSON.stringify(answer)).toContain('"changed"')
  await saveIn(dialog).click()
  await expect(dialog.getByRole('alert')).toContainText('another pattern meanwhile: HSV-{#####}')
  await expect(patternIn(dialog)).toHaveValue('HSB-{#####}')
  await saveIn(dialog).click()
  await expect(dialog.getByRole('status')).toContainText('from now on, before HSV-{#####}')
  await closeIn(dialog).click()

  const again = await openNumbers(page, UPPER_SHELL)
  await expect(patternIn(again)).toHaveValue('HSB-{#####}')
  await again.getByRole('combobox', { name: 'Revision' }).click()
  await page.getByRole('option', { name: 'A' }).click()
  await expect(patternIn(again)).toHaveValue('HSG-{YY}{JJJ}-{###}')
  await page.keyboard.press('Escape')
})

test('lots have one pattern for the part, and those of a supplier may have none', async ({ dock }) => {
  const { page } = dock
  const own = await openNumbers(page, ADHESIVE, 'lots')
  await expect(patternIn(own)).toHaveValue('AD{YY}{MM}-{###}')
  await expect(outlookIn(own)).toContainText('It starts anew each month.')
  await page.keyboard.press('Escape')

  const suppliers = await openNumbers(page, SUPPLIERS_LOTS, 'lots')
  await expect(patternIn(suppliers)).toHaveValue('')
  await expect(outlookIn(suppliers)).toContainText('the number on the supplier’s label')
  await patternIn(suppliers).fill('OR{YY}-{###}')
  await saveIn(suppliers).click()
  await closeIn(suppliers).click()

  const part = await openPart(page, SUPPLIERS_SERIALS)
  await expect(part).toContainText('How it is tracked')
  await expect(part.getByRole('button', { name: 'are numbered' })).toHaveCount(0)
  await page.keyboard.press('Escape')
})
