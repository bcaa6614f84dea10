import { expect, test } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import type { LabelOutside } from '../../src/main/services/outside-rows.ts'
import type { Dock } from './dock/dock.ts'
import { BOARD, SENSOR } from './dock/goods.ts'
import { goTo, rowWith, shownScreen } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'
import { withPrinter } from './dock/printer-in-hand.ts'

const statesOf = async ({ dataFolder }: Dock) =>
  (await docksideJson<LabelOutside[]>(dataFolder, 'labels')).map(({ state }) => state)

test('when the printer stops, the page of the guide leads on by scanning alone', async () => {
  await withPrinter({}, async (dock, printer) => {
    const { page, clerk } = dock
    const strip = page.getByRole('contentinfo', { name: 'Devices' })
    const notice = page.getByRole('alert')

    printer.hand('after 2.5 labels paper out')
    await clerk.scanAll('PO-001', BOARD, 'DS:QTY:12', 'DS:DONE')
    // The label before the torn one is believed once all is quiet, unless the station looked while it came out.
    await expect(notice).toContainText(/Paper out on units: 1[01] labels wait\./, { timeout: 15_000 })
    await expect(notice).toContainText('Load labels, close the cover and press feed.')
    await expect(strip).toContainText('Paper out on units')
    await takePicture(page, 'printer-paper-out')
    printer.hand('paper')
    await expect.poll(async () => new Set(await statesOf(dock)), { timeout: 30_000 }).toEqual(new Set(['printed']))
    await expect(notice).toContainText('Destroy the torn label of BD-')
    await takePicture(page, 'printer-torn-label')
    expect(await clerk.scan('DS:RESUME')).toMatchObject({ sound: 'accepted', title: 'Torn labels destroyed' })
    await expect(notice).toHaveCount(0)

    printer.hand('after 3.5 labels power off')
    await clerk.scanAll(BOARD, 'DS:QTY:8', 'DS:DONE')
    await expect(notice.filter({ hasText: 'to look for on units' })).toBeVisible({ timeout: 30_000 })
    await takePicture(page, 'printer-labels-to-look-for')
    printer.hand('power on')
    await expect(notice).toHaveCount(1, { timeout: 20_000 })
    expect(await clerk.scan('DS:RESUME')).toMatchObject({ sound: 'accepted', title: 'What came out of units?' })
    const labels = await shownScreen(page, 'Labels')
    await expect(labels.getByRole('region', { name: 'What came out of units?' })).toContainText('may be out')
    await takePicture(page, 'printer-last-good-label')
    const torn = printer.paper.findLast(({ quality }) => quality === 'torn')?.symbol ?? ''
    const last = printer.paper.findLast(({ quality }) => quality === 'good')?.symbol ?? ''
    const found = await clerk.scan(last)
    const asksForOthers = found.sound === 'accepted'
    expect(asksForOthers ? await clerk.scan('DS:PICK:1') : found).toMatchObject({
      sound: 'line-complete',
      title: 'units goes on'
    })
    await shownScreen(page, 'Receiving')
    await takePicture(page, 'printer-goes-on')
    await expect
      .poll(async () => (await statesOf(dock)).filter((state) => state === 'printed' || state === 'verified').length, {
        timeout: 30_000
      })
      .toBe(20)
    await expect(notice).toHaveCount(0)
    expect(new Set(await statesOf(dock))).toEqual(new Set(['printed', 'verified', 'void']))

    expect(await clerk.scan(torn)).toMatchObject({ sound: 'attention', title: expect.stringContaining('Void: copy 1') })
    await takePicture(page, 'printer-void-label')

    const screen = await goTo(page, 'Labels')
    await screen.getByRole('textbox', { name: 'Order', exact: true }).fill('PO-001')
    await screen.getByRole('radiogroup', { name: 'Which labels' }).getByText('Void', { exact: true }).click()
    await expect(rowWith(screen.getByRole('grid', { name: 'Labels' }), BOARD, 'Void').first()).toBeVisible()
    await takePicture(page, 'labels-narrowed')
  })
})

test('labels in doubt are chosen from the list as well, or decided one by one', async () => {
  await withPrinter({}, async (dock, printer) => {
    const { page, clerk } = dock
    printer.hand('after 1.5 labels reset')
    await clerk.scanAll('PO-001', BOARD, 'DS:QTY:5', 'DS:DONE')
    await expect(page.getByRole('alert').filter({ hasText: 'to look for on units' })).toBeVisible({ timeout: 20_000 })
    await page.getByRole('button', { name: 'Look now' }).click()
    const labels = await shownScreen(page, 'Labels')
    await labels.getByRole('button', { name: 'None of them came out' }).click()
    const asked = labels.getByRole('group', { name: 'None of them came out?' })
    await expect(asked.getByRole('button', { name: /^Print (it|\d+ labels) again$/ })).toBeVisible()
    await takePicture(page, 'printer-none-came-out')
    await asked.getByRole('button', { name: 'Go back' }).click()
    for (const name of ['All of them are good', 'None of them came out…', 'This is the last good one']) {
      const box = await labels.getByRole('button', { name }).first().boundingBox()
      expect(box?.height, name).toBeGreaterThanOrEqual(48)
    }
    await labels.getByRole('button', { name: 'Go on, look later' }).click()
    await expect.poll(async () => (await statesOf(dock)).includes('queued'), { timeout: 20_000 }).toBe(false)
    const doubtful = (await statesOf(dock)).filter((state) => state === 'unknown').length
    expect(doubtful).toBeGreaterThan(0)
    for (let decided = 0; decided < doubtful; decided += 1) {
      await rowWith(labels.getByRole('grid', { name: 'Labels' }), 'Unknown')
        .first()
        .click()
      await labels.getByRole('button', { name: 'It is there' }).click()
      await expect
        .poll(async () => (await statesOf(dock)).filter((state) => state === 'unknown').length)
        .toBe(doubtful - decided - 1)
    }
  })
})

test('labels are scanned back where the settings say so, and a wrong one is caught on the spot', async () => {
  await withPrinter({ confirm: { unit: 'each' } }, async (dock, printer) => {
    const { page, clerk } = dock
    expect(await clerk.scanAll('PO-001', SENSOR, 'PS-0001', 'PS-0002', 'DS:DONE')).toMatchObject({
      message: expect.stringContaining('scan each of the 2 labels')
    })
    await expect.poll(async () => await statesOf(dock), { timeout: 20_000 }).toEqual(['printed', 'printed'])
    const [first, second] = printer.paper.map(({ symbol }) => symbol)
    await clerk.scan('PS-0001')
    expect(await clerk.scan(second ?? '')).toMatchObject({ sound: 'refused', title: 'Wrong label on the unit' })
    await takePicture(page, 'label-on-wrong-unit')
    expect(await clerk.scan(first ?? '')).toMatchObject({ sound: 'accepted', message: '1 label to go.' })
    expect(await clerk.scan(second ?? '')).toMatchObject({ message: 'That was the last one.' })
    expect(await statesOf(dock)).toEqual(['verified', 'verified'])

    const settings = await goTo(page, 'Settings')
    const mode = settings.getByRole('combobox', { name: 'Scan unit labels back' })
    await expect(mode).toHaveValue('Each label')
    await mode.scrollIntoViewIfNeeded()
    await takePicture(page, 'settings-after-printing')
  })
})
