import { expect } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import { supplierLabel } from '../../scripts/drive/supplier-label.ts'
import type { InventoryOutside, LabelOutside, ReceiptOutside } from '../../src/main/services/outside-rows.ts'
import { test } from './dock/dock.ts'
import { BOARD, PAINT, RESIN, SCREW, SENSOR, SENSOR_GTIN, SENSOR_OF_SUPPLIER } from './dock/goods.ts'
import { fact, rowWith } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'

const PERIOD = String(new Date().getFullYear()).slice(2)

/** Serials that no other test uses. */
let given = 0
function newSerials(count: number): string[] {
  return Array.from({ length: count }, () => `PS-${String((given += 1)).padStart(4, '0')}`)
}

test.describe('nothing is open', () => {
  test('an order number opens the receipt with the lines of the order', async ({ page, clerk, order }) => {
    expect(await clerk.scan(order)).toMatchObject({ sound: 'accepted', title: `Order ${order}` })
    await expect(page.getByRole('heading', { level: 1 })).toContainText(order)
    const lines = page.getByRole('grid', { name: 'Lines of the order' })
    for (const part of [SENSOR, BOARD, RESIN, PAINT, SCREW]) await expect(rowWith(lines, part)).toBeVisible()
  })

  test('the last scan is shown in large type', async ({ page, clerk, order }) => {
    await clerk.scan(order)
    const title = page.getByLabel('Last scan').getByText(`Order ${order}`, { exact: true })
    const size = await title.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    expect(size).toBeGreaterThanOrEqual(40)
  })

  test('DS:ORDER opens an order too', async ({ page, clerk, order }) => {
    expect(await clerk.scan(`DS:ORDER:${order}`)).toMatchObject({ sound: 'accepted', title: `Order ${order}` })
    await expect(page.getByRole('grid', { name: 'Lines of the order' })).toBeVisible()
  })

  test('what is not known is refused with its sound and says what to scan', async ({ clerk }) => {
    const heard = await clerk.scan('NO-SUCH-THING')
    expect(heard.sound).toBe('refused')
    expect(heard.message).toContain('NO-SUCH-THING')
  })

  test('DS:DONE has no meaning here', async ({ clerk }) => {
    expect((await clerk.scan('DS:DONE')).sound).toBe('refused')
  })

  test('a known serial, and the label of a unit, open its trace', async ({ page, clerk, order, dock }) => {
    await clerk.scanAll(order, BOARD, 'DS:QTY:1', 'DS:DONE', 'DS:CANCEL')
    const [unit] =
      (await docksideJson<ReceiptOutside[]>(dock.dataFolder, 'receipts', '--order', order))[0]?.serials ?? []
    if (unit === undefined) throw new Error('No unit was received')
    expect((await clerk.scan(unit)).sound).toBe('accepted')
    await expect(page.getByRole('main', { name: 'Trace' })).toContainText(unit)

    await clerk.scan('DS:HOME')
    const label = (await docksideJson<LabelOutside[]>(dock.dataFolder, 'labels')).find(({ serial }) => serial === unit)
    await clerk.scan(supplierLabel(`P${BOARD}`, `S${unit}`, `Z${label?.label}.1`))
    await expect(page.getByRole('main', { name: 'Trace' })).toContainText(unit)
  })
})

test.describe('a receipt is open', () => {
  const forms = [
    ['its number', SENSOR],
    ['the supplier’s number', SENSOR_OF_SUPPLIER],
    ['its GTIN', SENSOR_GTIN],
    ['a supplier label', supplierLabel(`1P${SENSOR_OF_SUPPLIER}`)]
  ] as const
  for (const [form, text] of forms) {
    test(`a part is taken by ${form}`, async ({ page, clerk, order }) => {
      expect(await clerk.scanAll(order, text)).toMatchObject({ sound: 'accepted', title: SENSOR })
      await expect(page.getByRole('heading', { level: 1 })).toContainText(SENSOR)
      await expect(page.getByText('0of 12 pcs')).toBeVisible()
    })
  }

  test('a supplier label fills part, lot, quantity and expiry', async ({ page, clerk, order }) => {
    await clerk.scanAll(order, supplierLabel(`P${RESIN}`, '1TL-7788', 'Q12.5', '14D20270131'))
    await expect(page.getByRole('heading', { level: 1 })).toContainText(RESIN)
    await expect(fact(page, 'Lot')).toHaveText('L-7788')
    await expect(page.getByText('12.5of 50 kg')).toBeVisible()
    expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'line-complete' })
  })

  test('a label that can be read in two ways is a question, answered by a scan or on the screen', async ({
    page,
    clerk,
    order
  }) => {
    // The lot ends in what may be an expiry: nobody can see that a separator is missing.
    const label = `[)>\x1e05\x1d241${RESIN}\x1d10L778817270131\x1e\x04`
    expect(await clerk.scanAll(order, label)).toMatchObject({ sound: 'attention', title: 'Which is meant?' })
    const question = page.getByRole('dialog', { name: 'Which is meant?' })
    const first = question.getByRole('button', { name: /DS:PICK:1/ })
    await expect(first).toContainText('L7788')
    await expect(first).toContainText('2027-01-31')
    await takePicture(page, 'receiving-choice')
    expect((await clerk.scan(SCREW)).sound).toBe('attention')
    await question.getByRole('button', { name: /DS:PICK:2/ }).click()
    await expect(fact(page, 'Lot')).toHaveText('L778817270131')
    await expect(question).toBeHidden()

    await clerk.scanAll('DS:CANCEL', label, 'DS:PICK:1')
    await expect(fact(page, 'Lot')).toHaveText('L7788')
  })

  test('bars of one field fill the line, once it is said that they have their identifiers', async ({
    page,
    clerk,
    order
  }) => {
    await clerk.scanAll(order, `P${RESIN}`)
    expect(await clerk.scan('1TL-99')).toMatchObject({ title: 'Which is meant?' })
    await clerk.scanAll('DS:PICK:1', 'Q12')
    await expect(fact(page, 'Lot')).toHaveText('L-99')
    await expect(page.getByText('12of 50 kg')).toBeVisible()
  })

  test('a supplier label with a serial opens the line and adds the unit', async ({ page, clerk, order }) => {
    const [serial = ''] = newSerials(1)
    await clerk.scanAll(order, supplierLabel(`P${SENSOR}`, `S${serial}`))
    await expect(page.getByLabel('Scanned units, the newest first')).toContainText(serial)
  })

  test('a part of another order, a lot and a quantity are refused', async ({ clerk, order }) => {
    await clerk.scan(order)
    for (const text of ['NOT-ON-ORDER', 'DS:QTY:5', 'DS:GENERATE', 'DS:UNDO']) {
      expect((await clerk.scan(text)).sound, text).toBe('refused')
    }
  })

  test('DS:DONE closes it and shows what is short', async ({ page, clerk, order, dock }) => {
    await clerk.scanAll(order, SCREW, 'DS:QTY:500', 'DS:DONE')
    const heard = await clerk.scan('DS:DONE')
    expect(heard).toMatchObject({ sound: 'line-complete', title: 'Receipt closed' })
    expect(heard.message).toContain(order)
    const closed = page.getByLabel('Receipt closed last')
    await expect(closed).toContainText('5 lines are still open')
    await expect(closed).toContainText(RESIN)
    await expect(closed).not.toContainText(SCREW)
    const [receipt] = await docksideJson<ReceiptOutside[]>(dock.dataFolder, 'receipts', '--order', order)
    expect(receipt).toMatchObject({ part_number: SCREW, quantity: '500', location: 'DOCK', station: 'DOCK-1' })
  })

  test('a part that has come in full is refused', async ({ clerk, order }) => {
    await clerk.scanAll(order, SCREW, 'DS:QTY:500', 'DS:DONE')
    expect(await clerk.scan(SCREW)).toMatchObject({ sound: 'refused', title: 'Received in full' })
  })
})

test.describe('a line with captured serials is open', () => {
  test('each serial adds a unit, and DS:DONE receives them with a label each', async ({ page, clerk, order, dock }) => {
    const serials = newSerials(12)
    await clerk.scanAll(order, SENSOR)
    for (const [index, serial] of serials.entries()) {
      expect(await clerk.scan(serial)).toMatchObject({ sound: 'accepted', title: serial })
      await expect(page.getByText(`${index + 1}of 12 pcs`)).toBeVisible()
    }
    expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'line-complete', title: '12 pcs received' })
    const rows = await docksideJson<InventoryOutside[]>(dock.dataFolder, 'inventory', '--part', SENSOR)
    for (const serial of serials) {
      expect(rows.find((row) => row.serial === serial)).toMatchObject({ quantity: '1', tracking: 'serial' })
    }
    const labels = await docksideJson<LabelOutside[]>(dock.dataFolder, 'labels')
    expect(labels.filter(({ serial }) => serial !== null && serials.includes(serial))).toHaveLength(12)
  })

  test('one bad serial among many never sinks the others', async ({ page, clerk, order }) => {
    const [first = '', second = '', third = ''] = newSerials(3)
    await clerk.scanAll(order, SENSOR, first, second)
    expect(await clerk.scan(first)).toMatchObject({ sound: 'duplicate', title: 'Already scanned' })
    expect(await clerk.scan('PS-12345')).toMatchObject({ sound: 'refused', title: 'Not a serial of this part' })
    expect(await clerk.scan(BOARD)).toMatchObject({ sound: 'refused', title: 'That is a part number' })
    expect((await clerk.scan('DS:QTY:5')).sound).toBe('refused')
    expect(await clerk.scan(third)).toMatchObject({ sound: 'accepted', title: third })
    await expect(page.getByText('3of 12 pcs')).toBeVisible()
    expect(await clerk.scan('DS:DONE')).toMatchObject({ title: '3 pcs received' })
  })

  test('a serial that another unit has is refused, and the refusal says whose it is', async ({
    clerk,
    order,
    dock
  }) => {
    const [serial = ''] = newSerials(1)
    await clerk.scanAll(order, SENSOR, serial, 'DS:DONE', SENSOR)
    const heard = await clerk.scan(serial)
    expect(heard).toMatchObject({ sound: 'duplicate', title: 'Duplicate serial' })
    const [receipt] = await docksideJson<ReceiptOutside[]>(dock.dataFolder, 'receipts', '--order', order)
    for (const fact of [serial, SENSOR, order, receipt?.operator, receipt?.at.slice(0, 10), 'DOCK']) {
      expect(heard.message).toContain(fact)
    }
  })

  test('the station’s own label is refused as a serial', async ({ clerk, order, dock }) => {
    const [serial = ''] = newSerials(1)
    await clerk.scanAll(order, SENSOR, serial, 'DS:DONE')
    const labels = await docksideJson<LabelOutside[]>(dock.dataFolder, 'labels')
    const label = labels.find((each) => each.serial === serial)
    await clerk.scan(SENSOR)
    const heard = await clerk.scan(supplierLabel(`P${SENSOR}`, `S${serial}`, `Z${label?.label}.1`))
    expect(heard).toMatchObject({ sound: 'duplicate', title: 'That is our own label' })
  })

  test('more units than are open are refused', async ({ clerk, order }) => {
    const [last = '', ...serials] = newSerials(13)
    await clerk.scanAll(order, SENSOR, ...serials)
    expect(await clerk.scan(last)).toMatchObject({ sound: 'refused', title: 'More than ordered' })
    expect(await clerk.scan('DS:DONE')).toMatchObject({ title: '12 pcs received' })
  })

  test('DS:UNDO takes the last scan back, and the first one closes the line', async ({ page, clerk, order }) => {
    const [first = '', second = ''] = newSerials(2)
    await clerk.scanAll(order, SENSOR, first, second)
    expect((await clerk.scan('DS:UNDO')).message).toContain(second)
    await expect(page.getByText('1of 12 pcs')).toBeVisible()
    expect(await clerk.scan(second)).toMatchObject({ sound: 'accepted' })
    await clerk.scanAll('DS:UNDO', 'DS:UNDO')
    expect((await clerk.scan('DS:UNDO')).sound).toBe('accepted')
    await expect(page.getByRole('grid', { name: 'Lines of the order' })).toBeVisible()
  })

  test('one unit in the middle is taken off by the cross beside it', async ({ page, clerk, order, dock }) => {
    const [first = '', wrong = '', third = ''] = newSerials(3)
    await clerk.scanAll(order, SENSOR, first, wrong, third)
    await page.getByRole('button', { name: `Take ${wrong} off the line` }).click()
    await expect(page.getByText(`${wrong} is off the line.`)).toBeVisible()
    await expect(page.getByText('2of 12 pcs')).toBeVisible()
    await clerk.scan('DS:DONE')
    const [received] = await docksideJson<ReceiptOutside[]>(dock.dataFolder, 'receipts', '--order', order)
    expect(received?.serials).toEqual([first, third])
  })

  test('DS:CANCEL leaves without receiving, and the serials stay free', async ({ page, clerk, order, dock }) => {
    const [serial = ''] = newSerials(1)
    await clerk.scanAll(order, SENSOR, serial, 'DS:CANCEL')
    await expect(page.getByRole('grid', { name: 'Lines of the order' })).toBeVisible()
    expect(await docksideJson(dock.dataFolder, 'receipts', '--order', order)).toEqual([])
    expect((await clerk.scanAll(SENSOR, serial)).sound).toBe('accepted')
  })
})

test.describe('a line with generated serials is open', () => {
  test('DS:QTY and DS:DONE take that many numbers, DS:DONE alone the rest', async ({ page, clerk, order, dock }) => {
    await clerk.scanAll(order, BOARD)
    await expect(fact(page, 'Numbers')).toContainText(`BD-${PERIOD}-`)
    expect(await clerk.scanAll('DS:QTY:20', 'DS:DONE')).toMatchObject({ title: '20 pcs received' })
    expect(await clerk.scanAll(BOARD, 'DS:DONE')).toMatchObject({ title: '5 pcs received' })
    const receipts = await docksideJson<ReceiptOutside[]>(dock.dataFolder, 'receipts', '--order', order)
    const numbers = receipts.flatMap(({ serials }) => serials)
    expect(new Set(numbers).size).toBe(25)
    const first = Number(numbers[0]?.slice(-5))
    expect(numbers).toEqual(numbers.map((_, index) => `BD-${PERIOD}-${String(first + index).padStart(5, '0')}`))
  })

  test('what is only looked at uses no number up', async ({ page, clerk, order }) => {
    await clerk.scanAll(order, BOARD)
    const shown = await fact(page, 'Numbers').textContent()
    await clerk.scanAll('DS:CANCEL', BOARD)
    await expect(fact(page, 'Numbers')).toHaveText(shown ?? '')
  })

  test('a fraction, too many, and a scanned serial are refused', async ({ clerk, order }) => {
    await clerk.scanAll(order, BOARD)
    expect(await clerk.scan('DS:QTY:2.5')).toMatchObject({ sound: 'refused', title: 'Whole units only' })
    expect(await clerk.scan('DS:QTY:26')).toMatchObject({ sound: 'refused', title: 'More than ordered' })
    expect((await clerk.scan('SN-OF-SUPPLIER')).sound).toBe('refused')
  })
})

test.describe('a line with lots is open', () => {
  test('the supplier’s lot, its quantity and DS:DONE receive it with one label', async ({
    page,
    clerk,
    order,
    dock
  }) => {
    await clerk.scanAll(order, RESIN)
    expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'refused' })
    await clerk.scanAll(`LOT-${order}`, 'DS:QTY:12.5')
    await expect(fact(page, 'Lot')).toHaveText(`LOT-${order}`)
    expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'line-complete', title: '12.5 kg received' })
    const rows = await docksideJson<InventoryOutside[]>(dock.dataFolder, 'inventory', '--part', RESIN)
    expect(rows.find(({ lot }) => lot === `LOT-${order}`)).toMatchObject({ quantity: '12.5', tracking: 'lot' })
    const labels = await docksideJson<LabelOutside[]>(dock.dataFolder, 'labels')
    expect(labels.filter(({ lot }) => lot === `LOT-${order}`)).toHaveLength(1)
  })

  test('the quantity must be said', async ({ clerk, order }) => {
    await clerk.scanAll(order, RESIN, `LOT-${order}`)
    expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'refused', title: 'How many?' })
  })

  test('an own lot is generated, and the supplier’s stands beside it', async ({ clerk, order, dock }) => {
    await clerk.scanAll(order, supplierLabel(`P${PAINT}`, `1TSUP-${order}`), 'DS:QTY:40')
    expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'line-complete' })
    const rows = await docksideJson<InventoryOutside[]>(dock.dataFolder, 'inventory', '--part', PAINT)
    const row = rows.find(({ supplier_lot }) => supplier_lot === `SUP-${order}`)
    expect(row?.lot).toMatch(/^LOT-\d{4}-\d{4}$/)
    expect(row?.expiry).not.toBeNull()
  })

  test('DS:GENERATE takes the next own lot where the part has a pattern, and is refused where it has none', async ({
    clerk,
    order
  }) => {
    await clerk.scanAll(order, PAINT)
    expect((await clerk.scan('DS:GENERATE')).sound).toBe('accepted')
    expect((await clerk.scanAll('DS:QTY:5', 'DS:DONE')).message).toMatch(/Lot LOT-\d{4}-\d{4}/)
    await clerk.scan(RESIN)
    expect((await clerk.scan('DS:GENERATE')).sound).toBe('refused')
  })
})

test.describe('a line without tracking is open', () => {
  test('DS:QTY and DS:DONE receive the count in one row without a label', async ({ clerk, order, dock }) => {
    await clerk.scanAll(order, SCREW)
    expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'refused', title: 'How many?' })
    expect(await clerk.scanAll('DS:QTY:200', 'DS:DONE')).toMatchObject({ title: '200 pcs received' })
    expect(await clerk.scanAll(SCREW, 'DS:QTY:300', 'DS:DONE')).toMatchObject({ title: '300 pcs received' })
    const rows = await docksideJson<InventoryOutside[]>(
      dock.dataFolder,
      'inventory',
      '--part',
      SCREW,
      '--location',
      'DOCK'
    )
    expect(rows).toHaveLength(1)
    const labels = await docksideJson<LabelOutside[]>(dock.dataFolder, 'labels')
    expect(labels.filter(({ part_number }) => part_number === SCREW)).toEqual([])
  })

  test('more than is open is refused', async ({ clerk, order }) => {
    await clerk.scanAll(order, SCREW)
    expect(await clerk.scan('DS:QTY:501')).toMatchObject({ sound: 'refused', title: 'More than ordered' })
  })
})

test.describe('at any time', () => {
  test('DS:LOC and the code of a place say where goods go, until another is scanned', async ({
    page,
    clerk,
    order,
    dock
  }) => {
    await clerk.scanAll('DS:LOC:A-01', order, SCREW)
    await expect(fact(page, 'Goes to')).toHaveText('A-01')
    await clerk.scanAll('DS:QTY:10', 'DS:DONE', 'A-02', SCREW)
    await expect(fact(page, 'Goes to')).toHaveText('A-02')
    await clerk.scanAll('DS:QTY:20', 'DS:LOC:A-01', 'DS:DONE')
    const receipts = await docksideJson<ReceiptOutside[]>(dock.dataFolder, 'receipts', '--order', order)
    expect(receipts.map(({ location, quantity }) => [location, quantity])).toEqual([
      ['A-01', '10'],
      ['A-01', '20']
    ])
  })

  test('a place that is not there is refused', async ({ clerk }) => {
    expect(await clerk.scan('DS:LOC:NOWHERE')).toMatchObject({ sound: 'refused', title: 'Unknown place' })
  })

  test('a command that is none is refused, never taken for a serial', async ({ clerk, order }) => {
    await clerk.scanAll(order, SENSOR)
    expect(await clerk.scan('DS:DUNE')).toMatchObject({ sound: 'refused', title: 'Command not understood' })
  })
})

test.afterAll('nothing is wrong with the store', async ({ dock }) => {
  expect(await docksideJson(dock.dataFolder, 'verify')).toMatchObject({ ok: true, problems: [] })
})
