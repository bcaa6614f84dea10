import { expect, test } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import type { LabelOutside } from '../../src/main/services/outside-rows.ts'
import { SENSOR } from './dock/goods.ts'
import { goTo, rowWith, shownScreen } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'
import { withPrinter } from './dock/printer-in-hand.ts'

test('the labels of a receipt that was taken back are asked for, brought back by scan, or given up', async () => {
  await withPrinter({}, async ({ page, clerk, dataFolder }, printer) => {
    const states = async () => (await docksideJson<LabelOutside[]>(dataFolder, 'labels')).map(({ state }) => state)
    const serials = ['PS-0001', 'PS-0002', 'PS-0003', 'PS-0004']
    await clerk.scanAll('PO-001', SENSOR, ...serials, 'DS:DONE', 'DS:CANCEL')
    await expect.poll(states, { timeout: 20_000 }).toEqual(serials.map(() => 'printed'))
    const symbols = printer.paper.map(({ symbol }) => symbol)

    const receiving = await goTo(page, 'Receiving')
    await receiving.getByRole('button', { name: 'What was received' }).click()
    const list = page.getByRole('dialog', { name: 'What was received' })
    await rowWith(list.getByRole('grid'), SENSOR).click()
    await list.getByRole('button', { name: 'Wrong delivery' }).click()
    await list.getByRole('button', { name: 'Take it back' }).click()
    await expect(list.getByRole('status')).toContainText('Bring its 4 labels back')
    await page.keyboard.press('Escape')

    const notice = page.getByRole('alert').filter({ hasText: '4 labels to bring back.' })
    await expect(notice).toContainText('Scan each of its labels, then destroy it.')
    await expect(page.getByRole('contentinfo', { name: 'Devices' })).toContainText('4 labels to bring back')

    expect(await clerk.scan('DS:RETURNS')).toMatchObject({ sound: 'accepted', title: '4 labels to bring back' })
    const labels = await shownScreen(page, 'Labels')
    const asked = labels.getByRole('region', { name: /Labels to bring back: 4 pcs of/ })
    await expect(asked).toContainText('was taken back: Wrong delivery')
    expect(await clerk.scan(symbols[0] ?? '')).toMatchObject({
      sound: 'accepted',
      title: `PS-0001 of ${SENSOR} is back`
    })
    await expect(asked.getByRole('listitem')).toHaveCount(3)
    await expect(asked).toContainText('1of 4')
    await takePicture(page, 'labels-to-bring-back')

    await asked.getByRole('listitem').filter({ hasText: 'PS-0003' }).getByRole('button').click()
    const dialog = page.getByRole('dialog', { name: 'PS-0003 cannot be found' })
    await dialog.getByRole('button', { name: 'Went out with the goods' }).click()
    await dialog.getByRole('button', { name: 'Give it up' }).click()
    await expect(asked).toContainText('1 was given up')

    expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'attention', title: 'Why can 2 labels not be found?' })
    await takePicture(page, 'labels-given-up-by-scan')
    expect(await clerk.scan(symbols[1] ?? '')).toMatchObject({ title: `PS-0002 of ${SENSOR} is back` })
    expect(await clerk.scanAll('DS:DONE', 'DS:PICK:3')).toMatchObject({ title: '1 label given up' })
    await expect(asked).toHaveCount(0)
    await expect(notice).toHaveCount(0)

    expect(await clerk.scan(symbols[2] ?? '')).toMatchObject({ title: `PS-0003 of ${SENSOR} is back` })
    expect(await clerk.scan(symbols[2] ?? '')).toMatchObject({
      sound: 'attention',
      title: expect.stringContaining('Void')
    })
  })
})
