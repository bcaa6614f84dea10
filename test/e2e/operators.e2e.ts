import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright'
import { expect, test } from 'playwright/test'
import { docksideDone, docksideJson } from '../../scripts/drive/command-line.ts'
import type { ReceiptOutside } from '../../src/main/services/outside-rows.ts'
import type { Verification } from '../../src/main/store/verify.ts'
import { createDockFolder, openDock, removeDockFolder, type Dock } from './dock/dock.ts'
import { RESIN, SCREW, VALVE } from './dock/goods.ts'
import { goTo, rowWith, shownScreen } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'

test.describe.configure({ mode: 'serial' })

let folder: { readonly dataFolder: string; readonly scannerPort: number }
let dock: Dock

test.beforeAll(async () => {
  folder = await createDockFolder({ orders: 4 })
  dock = await openDock(folder.dataFolder, folder.scannerPort)
})

test.afterAll(async () => {
  await dock.close()
  removeDockFolder(folder.dataFolder)
})

/** Starts the station anew with another way to sign in, as a saved setting does. */
async function reopenWith(signIn: string): Promise<void> {
  await dock.close()
  const file = join(folder.dataFolder, 'station.json')
  const config = JSON.parse(readFileSync(file, 'utf8')) as { station: Record<string, unknown> }
  writeFileSync(file, JSON.stringify({ ...config, station: { ...config.station, signIn } }))
  dock = await openDock(folder.dataFolder, folder.scannerPort)
}

function signedIn(page: Page): Locator {
  return page.getByTitle('Operator', { exact: true })
}

function dialog(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name })
}

async function typePin(page: Page, pin: string): Promise<void> {
  const asked = page.getByRole('dialog').filter({ hasText: 'type your PIN' })
  for (const digit of pin) await asked.getByRole('button', { name: digit, exact: true }).click()
  await asked.getByRole('button', { name: 'Enter' }).click()
}

test('the first operator is an admin, who adds the others with their badges', async () => {
  const { page, clerk } = dock
  const settings = await goTo(page, 'Settings')
  await settings.getByText('Operators', { exact: true }).click()
  await expect(settings.getByText('Nobody is set up')).toBeVisible()
  const add = async (name: string, role: string, badge: () => Promise<unknown>) => {
    await settings.getByRole('button', { name: 'Add an operator' }).click()
    const form = dialog(page, 'Add an operator')
    await form.getByRole('textbox', { name: 'Name' }).fill(name)
    await form.getByRole('radio', { name: role }).check()
    await badge()
    await form.getByRole('button', { name: 'Add', exact: true }).click()
    return form
  }
  const typed = (code: string) => () =>
    dialog(page, 'Add an operator').getByRole('textbox', { name: 'Badge' }).fill(code)
  const scanned = (code: string) => async () => {
    await clerk.scan(code)
    await expect(dialog(page, 'Add an operator').getByRole('textbox', { name: 'Badge' })).toHaveValue(code)
  }
  const form = await add('Kim Clerk', 'Clerk', typed('BADGE-0003'))
  await expect(form.getByRole('alert')).toContainText('The first operator is an admin')
  await form.getByRole('radio', { name: 'Admin' }).check()
  await form.getByRole('textbox', { name: 'Name' }).fill('Ada Admin')
  await form.getByRole('textbox', { name: 'Badge' }).fill('PO-001')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(form.getByRole('alert')).toContainText('the number of an order')
  await form.getByRole('textbox', { name: 'Badge' }).fill('BADGE-0001')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(form).toBeHidden()

  // From now on only an admin who is signed in changes operators.
  await expect(settings.getByText('an admin scans a badge')).toBeVisible()
  await expect(settings.getByRole('button', { name: 'Add an operator' })).toBeHidden()
  expect(await clerk.scan('BADGE-0001')).toMatchObject({ sound: 'accepted', title: 'Ada Admin' })
  await expect(signedIn(page)).toContainText('Ada Admin')
  await (await add('Lea Lead', 'Lead', scanned('BADGE-0002'))).waitFor({ state: 'hidden' })
  await (await add('Kim Clerk', 'Clerk', scanned('BADGE-0003'))).waitFor({ state: 'hidden' })
  await (await add('Quin Quality', 'Quality', scanned('BADGE-0004'))).waitFor({ state: 'hidden' })
  await expect(settings.getByRole('list', { name: 'Operators' }).getByRole('listitem')).toHaveCount(4)
})

test('a clerk signs in by scan, and a lead’s badge lets more come than was ordered', async () => {
  const { page, clerk } = dock
  const order = dock.nextOrder()
  expect(await clerk.scan('BADGE-0003')).toMatchObject({ title: 'Kim Clerk', message: 'Signed in as clerk.' })
  await clerk.scanAll(order, SCREW)
  expect(await clerk.scan('DS:QTY:505')).toMatchObject({ sound: 'attention', title: 'A lead is needed' })
  const asked = dialog(page, 'A lead is needed')
  await expect(asked).toContainText('500 pcs were ordered')
  await takePicture(page, 'operators-lead')
  expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'refused', title: 'Waiting for a lead' })
  expect(await clerk.scan('BADGE-0003')).toMatchObject({ sound: 'refused', title: 'Not a lead' })
  expect(await clerk.scan('BADGE-0002')).toMatchObject({ sound: 'accepted', title: '505 pcs' })
  await expect(asked).toBeHidden()
  await expect(signedIn(page)).toContainText('Kim Clerk')
  expect(await clerk.scanAll('DS:DONE', 'DS:DONE')).toMatchObject({ title: 'Receipt closed' })
  const receipts = await docksideJson<ReceiptOutside[]>(folder.dataFolder, 'receipts', '--order', order)
  expect(receipts).toMatchObject([{ quantity: '505', operator: 'Kim Clerk' }])
})

test('a lead’s badge is typed where there is no scanner at hand, or the question is left', async () => {
  const { page, clerk } = dock
  await clerk.scanAll(dock.nextOrder(), RESIN, 'R-MORE-1', 'DS:QTY:51')
  const asked = dialog(page, 'A lead is needed')
  await asked.getByRole('button', { name: 'Leave it' }).click()
  await expect(asked).toBeHidden()
  await clerk.scan('DS:QTY:51')
  await asked.getByLabel('Or type the badge').fill('BADGE-0002')
  await asked.getByRole('button', { name: 'Approve' }).click()
  await expect(asked).toBeHidden()
  expect(await clerk.scanAll('DS:DONE', 'DS:DONE')).toMatchObject({ title: 'Receipt closed' })
  await page.getByRole('button', { name: 'Recent scans' }).click()
  const recent = page.getByRole('dialog').filter({ hasText: 'DS:QTY:51' })
  await expect(recent).toContainText('••••')
  await expect(recent).not.toContainText('BADGE-0002')
  await page.keyboard.press('Escape')
})

test('a receipt is taken back on a lead’s word, and a refusal says what stands in the way', async () => {
  const { page, clerk } = dock
  const order = dock.nextOrder()
  await clerk.scanAll(order, VALVE, 'V-BACK-1', 'V-BACK-2', 'DS:DONE', SCREW, 'DS:QTY:20', 'DS:DONE', 'DS:DONE')
  const receiving = await goTo(page, 'Receiving')
  await receiving.getByRole('button', { name: 'What was received' }).click()
  const list = dialog(page, 'What was received')
  await list.getByRole('textbox').fill('V-BACK-2')
  await rowWith(list.getByRole('grid'), VALVE).click()
  await list.getByRole('button', { name: 'Wrong delivery' }).click()
  await list.getByRole('button', { name: 'Take it back' }).click()
  const asked = dialog(page, 'A lead is needed')
  await expect(asked).toContainText(`2 pcs of ${VALVE}`)
  await takePicture(page, 'operators-take-back')
  await clerk.scan('BADGE-0002')
  await expect(asked).toBeHidden()
  await expect(list.getByRole('status')).toContainText('Taken back: 2 pcs')
  await list.getByRole('button', { name: 'Back to what was received' }).click()
  await list.getByRole('textbox').fill('V-BACK-2')
  await expect(rowWith(list.getByRole('grid'), VALVE)).toContainText('Taken back')

  await list.getByRole('textbox').fill(order)
  await rowWith(list.getByRole('grid'), SCREW).click()
  await docksideMoves(page, clerk)
  await page.keyboard.press('Escape')
  expect(await clerk.scan('V-BACK-1')).toMatchObject({ title: 'V-BACK-1' })
  await expect(await shownScreen(page, 'Trace')).toContainText('archived')
})

/** Some of what is to be taken back is moved away meanwhile: the refusal says where it went. */
async function docksideMoves(page: Page, clerk: Dock['clerk']): Promise<void> {
  const list = dialog(page, 'What was received')
  await clerk.scanAll('DS:LOC:A-02', SCREW, 'DS:LOC:DOCK', 'DS:QTY:520', 'DS:DONE', 'DS:HOME')
  await list.getByRole('textbox', { name: 'Reason' }).fill('Counted wrongly')
  await list.getByRole('button', { name: 'Take it back' }).click()
  await expect(list.getByRole('alert')).toContainText('moved to A-02')
}

test('a station that asks for a badge shows everything and takes nothing before one', async () => {
  await reopenWith('badge')
  const { page, clerk } = dock
  await expect(signedIn(page)).toContainText('Nobody is signed in')
  expect(await clerk.scan(dock.nextOrder())).toMatchObject({ sound: 'refused', title: 'Nobody is signed in' })
  const inventory = await goTo(page, 'Inventory')
  await inventory.getByRole('textbox').fill('R-MORE-1')
  await rowWith(inventory.getByRole('grid', { name: 'Inventory' }), 'R-MORE-1').click()
  const row = page.getByRole('dialog', { name: 'Lot R-MORE-1' })
  await row.getByRole('button', { name: 'Scrap' }).click()
  await row.getByRole('textbox', { name: 'Reason' }).fill('Nobody is here')
  await row.getByRole('button', { name: 'Scrap' }).click()
  await expect(row.getByRole('alert')).toContainText('Nobody is signed in')
  await page.keyboard.press('Escape')
  expect(await clerk.scan('BADGE-0003')).toMatchObject({ sound: 'accepted', title: 'Kim Clerk' })
  await page.getByRole('button', { name: 'Sign Kim Clerk out' }).click()
  await expect(signedIn(page)).toContainText('Nobody is signed in')
})

test('five wrong PINs lock a badge, and a right one signs in', async () => {
  const { page, clerk } = dock
  await clerk.scan('BADGE-0001')
  const settings = await goTo(page, 'Settings')
  await settings.getByText('Operators', { exact: true }).click()
  for (const name of ['Ada Admin', 'Kim Clerk']) {
    await settings.getByRole('button', { name }).click()
    await dialog(page, name).getByLabel(/PIN/).fill('2580')
    await dialog(page, name).getByRole('button', { name: 'Save' }).click()
    await expect(dialog(page, name)).toBeHidden()
  }
  await takePicture(page, 'operators')
  await reopenWith('badge-and-pin')
  const { page: again, clerk: next } = dock
  expect(await next.scan('BADGE-0003')).toMatchObject({ sound: 'attention', title: 'Kim Clerk: PIN' })
  await takePicture(again, 'operators-pin')
  const asked = again.getByRole('dialog').filter({ hasText: 'type your PIN' })
  for (const left of ['4 more', '3 more', '2 more', 'One more']) {
    await typePin(again, '1111')
    await expect(asked).toContainText(left)
  }
  await typePin(again, '1111')
  await expect(again.getByLabel('Last scan')).toContainText('PIN is locked')
  await typePin(again, '2580')
  await expect(again.getByLabel('Last scan')).toContainText('PIN is locked')
  await expect(signedIn(again)).toContainText('Nobody is signed in')
  expect(await next.scan('BADGE-0001')).toMatchObject({ title: 'Ada Admin: PIN' })
  await typePin(again, '2580')
  await expect(signedIn(again)).toContainText('Ada Admin')
  await expect(asked).toBeHidden()
})

test('all of it stands the check, and the command line asks for a badge too', async () => {
  await dock.clerk.scanAll('DS:CANCEL', 'DS:CANCEL')
  expect(await docksideJson<Verification>(folder.dataFolder, 'verify')).toMatchObject({ ok: true, problems: [] })
  const names = await docksideJson<{ name: string }[]>(folder.dataFolder, 'operators')
  expect(names.map(({ name }) => name)).toEqual(['Ada Admin', 'Kim Clerk', 'Lea Lead', 'Quin Quality'])
  await docksideDone(folder.dataFolder, 'export', 'events', join(folder.dataFolder, 'events.json'))
  const events = readFileSync(join(folder.dataFolder, 'events.json'), 'utf8')
  for (const kind of ['approval-given', 'receipt-reversed', 'pin-locked', 'operator-signed-in']) {
    expect(events, kind).toContain(kind)
  }
  expect(events).not.toContain('2580')
  expect(events).not.toContain('BADGE-000')
})
