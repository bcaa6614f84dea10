import { expect } from 'playwright/test'
import { docksideDone, docksideJson } from '../../scripts/drive/command-line.ts'
import type { InventoryOutside, LabelOutside } from '../../src/main/services/outside-rows.ts'
import { createDockFolder, openDock, removeDockFolder, type Dock } from './dock/dock.ts'
import { VALVE } from './dock/goods.ts'
import { shownScreen } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'
import {
  CONTROLLER,
  GIMBAL,
  importWorkshop,
  MOTOR,
  ORDER,
  OTHER_CONTROLLER,
  COMPOUND,
  RUN,
  SCREW,
  workshopTest
} from './dock/workshop.ts'

/** A station with all that goes in already received, by scanning. */
const test = workshopTest({
  async prepare(dock) {
    const { clerk } = dock
    await clerk.scanAll(ORDER, CONTROLLER, 'FCB-1001', 'FCB-1002', 'FCB-1003', 'FCB-1004', 'DS:DONE')
    await clerk.scanAll(CONTROLLER, 'FCB-0900', 'DS:DONE', OTHER_CONTROLLER, 'FCB-2001', 'FCB-2002', 'DS:DONE')
    await clerk.scanAll(MOTOR, 'MOT-1001', 'MOT-1002', 'MOT-1003', 'MOT-1004', 'MOT-1005', 'DS:DONE')
    await clerk.scanAll(COMPOUND, 'T-77', 'DS:QTY:0.4', 'DS:DONE', COMPOUND, 'T-78', 'DS:QTY:1.6', 'DS:DONE')
    await clerk.scanAll(SCREW, 'DS:QTY:500', 'DS:DONE', 'DS:DONE')
    await clerk.scanAll(dock.nextOrder(), VALVE, 'V-OTHER', 'DS:DONE', 'DS:DONE')
  }
})

test.describe.configure({ mode: 'serial' })

async function resize({ app }: Dock, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
    width,
    height
  ] as [number, number])
}

test('a unit is built by scanning alone, with a child that is made on assembly', async ({ dock }) => {
  const { page, clerk, dataFolder } = dock
  expect(await clerk.scan(`DS:RUN:${RUN}`)).toMatchObject({ sound: 'accepted', title: `Run ${RUN} started` })
  const screen = await shownScreen(page, 'Building')
  const unit = screen.getByRole('heading', { level: 1 })
  await expect(unit).toContainText(/UAV-\d\d-0001/)
  await takePicture(page, 'run-opened')

  expect(await clerk.scan('FCB-1001')).toMatchObject({ sound: 'accepted', title: 'FCB-1001 installed' })
  expect(await clerk.scan('FCB-1001')).toMatchObject({ sound: 'duplicate' })
  expect(await clerk.scan('FCB-1002')).toMatchObject({ sound: 'refused' })
  expect(await clerk.scan('V-OTHER')).toMatchObject({ sound: 'refused', title: 'Not on the BOM' })
  await takePicture(page, 'run-refused')
  expect(await clerk.scan('NOBODY-KNOWS')).toMatchObject({ sound: 'refused' })
  expect(await clerk.scan('DS:QTY:0')).toMatchObject({ sound: 'refused' })

  const lines = screen.getByRole('region', { name: /^Lines of UAV-/ })
  await expect(lines.getByRole('button', { name: 'FCB-1001', exact: true })).toBeVisible()

  expect((await clerk.scan(GIMBAL)).title).toMatch(/^GIM-\d\d-0001 .*begun$/)
  await expect(unit).toContainText(/GIM-\d\d-0001/)
  await expect(screen.getByText('Scans go here')).toBeVisible()
  await clerk.scanAll('MOT-1001', 'MOT-1002')
  expect(await clerk.scan('FCB-1003')).toMatchObject({ sound: 'refused', title: 'Not on the BOM' })
  await clerk.scan(SCREW)
  await expect(screen).toContainText('4 pcs')
  await takePicture(page, 'run-child')
  await clerk.scan('DS:DONE')
  await resize(dock, 1280, 680)
  expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'line-complete' })
  await expect(unit).toContainText(/UAV-\d\d-0001/)
  // However little room there is, what is built and what to scan next stay in sight.
  await expect(unit).toBeInViewport({ ratio: 1 })
  await expect(screen.getByText(/^UAV-.* needs/)).toBeInViewport({ ratio: 1 })
  await resize(dock, 1440, 900)

  expect(await clerk.scan('T-77')).toMatchObject({ sound: 'accepted', title: '0.25 kg installed' })
  await clerk.scan(SCREW)
  await takePicture(page, 'run-count')
  expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'line-complete' })
  await takePicture(page, 'run-complete')
  const serial = ((await unit.textContent()) ?? '').match(/UAV-\d\d-0001/)?.[0] ?? ''
  expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'line-complete' })
  await expect(unit).toContainText(/UAV-\d\d-0002/)
  await takePicture(page, 'run-next-unit')

  const stock = await docksideJson<InventoryOutside[]>(dataFolder, 'inventory')
  expect(stock).toContainEqual(
    expect.objectContaining({ serial, quantity: '1', status: 'available', location: 'DOCK' })
  )
  expect(stock).toContainEqual(expect.objectContaining({ lot: 'T-77', quantity: '0.15' }))
  expect(stock).toContainEqual(expect.objectContaining({ part_number: SCREW, quantity: '484' }))
  await expect
    .poll(async () => {
      const labels = await docksideJson<LabelOutside[]>(dataFolder, 'labels')
      return labels.filter((label) => label.serial === serial).map(({ state }) => state)
    })
    .toEqual(['printed'])
})

test('the next unit takes what is left of a lot, a substitute, and gives back what was wrong', async ({ dock }) => {
  const { page, clerk, dataFolder } = dock
  const screen = await shownScreen(page, 'Building')
  expect(await clerk.scan('T-77')).toMatchObject({ sound: 'accepted', title: '0.15 kg installed' })
  expect(await clerk.scan('T-77')).toMatchObject({ sound: 'duplicate' })
  expect(await clerk.scan('T-78')).toMatchObject({ sound: 'accepted', title: '0.1 kg installed' })
  expect(await clerk.scan('FCB-0900')).toMatchObject({ sound: 'refused' })
  expect(await clerk.scan('FCB-1001')).toMatchObject({ sound: 'duplicate', title: 'Already installed' })
  expect(await clerk.scan('FCB-2001')).toMatchObject({ sound: 'accepted' })
  expect(await clerk.scan('DS:UNDO')).toMatchObject({ sound: 'accepted', title: 'Taken back' })
  expect(await clerk.scan('FCB-2002')).toMatchObject({ sound: 'accepted' })

  await screen.getByRole('button', { name: 'Take out FCB-2002' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'To the place' }).fill('NOWHERE')
  await dialog.getByRole('button', { name: 'Faulty at test' }).click()
  await dialog.getByRole('button', { name: 'Take it out' }).click()
  await expect(dialog.getByRole('alert')).toContainText('NOWHERE')
  await takePicture(page, 'run-take-out')
  await dialog.getByRole('textbox', { name: 'To the place' }).fill('A-01')
  await dialog.getByRole('button', { name: 'Take it out' }).click()
  await expect(dialog).toBeHidden()
  await expect(screen.getByRole('button', { name: 'Take out FCB-2002' })).toBeHidden()
  const rows = await docksideJson<InventoryOutside[]>(dataFolder, 'inventory', '--location', 'A-01')
  expect(rows).toContainEqual(expect.objectContaining({ serial: 'FCB-2002', quantity: '1' }))

  expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'attention', title: 'Lines are open' })
  await clerk.scan('DS:CANCEL')
})

test('a unit is chosen on screen, its trace keeps the tree, and the store is whole', async ({ dock }) => {
  const { page, clerk, dataFolder } = dock
  await clerk.scan(`DS:RUN:${RUN}`)
  const screen = await shownScreen(page, 'Building')
  await screen.getByRole('button', { name: 'Units' }).click()
  const dialog = page.getByRole('dialog')
  const rows = dialog.getByRole('grid', { name: 'What the run builds' }).getByRole('row')
  await expect(rows).toHaveCount(3)
  await takePicture(page, 'run-units')
  await clerk.scan(`DS:RUN:${RUN}`)
  await expect(dialog).toBeHidden()
  await screen.getByRole('button', { name: 'Units' }).click()
  await rows.nth(2).click()
  await expect(dialog).toBeHidden()
  await expect(screen.getByRole('heading', { level: 1 })).toContainText(/UAV-\d\d-0002/)
  await clerk.scan('DS:HOME')
  await expect(screen.getByRole('grid', { name: 'Runs' }).getByRole('row').nth(1)).toContainText('1 of 2 pcs')

  const trace = await docksideJson<{ made_of: unknown; used_in: unknown }>(dataFolder, 'trace', 'MOT-1001')
  expect(JSON.stringify(trace.used_in)).toMatch(/GIM-\d\d-0001.*UAV-\d\d-0001/)
  expect(await docksideJson<{ ok: boolean; problems: unknown }>(dataFolder, 'verify')).toMatchObject({
    ok: true,
    problems: []
  })
})

test('a unit with open lines is completed by a lead alone, by scan or with a reason in words', async () => {
  const { dataFolder, scannerPort } = await createDockFolder({ orders: 1 })
  await importWorkshop(dataFolder)
  await docksideDone(dataFolder, 'operator', 'add', 'B-ADA', 'Ada', 'admin')
  await docksideDone(dataFolder, 'operator', 'add', 'B-LENA', 'Lena', 'lead')
  await docksideDone(dataFolder, 'operator', 'add', 'B-KIM', 'Kim', 'clerk')
  const dock = await openDock(dataFolder, scannerPort)
  const { page, clerk } = dock
  await clerk.scanAll('B-KIM', ORDER, CONTROLLER, 'FCB-1001', 'DS:DONE', 'DS:DONE', `DS:RUN:${RUN}`, 'FCB-1001')
  const screen = await shownScreen(page, 'Building')
  const unit = screen.getByRole('heading', { level: 1 })

  expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'attention' })
  expect(await clerk.scan('B-LENA')).toMatchObject({ sound: 'line-complete' })
  await expect(unit).toContainText(/UAV-\d\d-0002/)

  await screen.getByRole('button', { name: 'Complete as it is' }).click()
  const dialog = page.getByRole('dialog', { name: /^Complete UAV-/ })
  const asking = page.getByRole('dialog', { name: 'A lead is needed' })
  await expect(dialog).toContainText(`0.25 kg of ${COMPOUND}`)
  await expect(dialog.getByRole('button', { name: 'Complete it' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Test unit' }).click()
  await takePicture(page, 'run-lead')
  await dialog.getByRole('button', { name: 'Complete it' }).click()
  await expect(asking).toContainText('Test unit')
  await clerk.scan('B-KIM')
  await expect(asking).toBeVisible()
  await clerk.scan('DS:CANCEL')
  await expect(asking).toBeHidden()
  await expect(dialog).toContainText('No lead has approved it')
  await expect(unit).toContainText(/UAV-\d\d-0002/)

  await dialog.getByRole('button', { name: 'Complete it' }).click()
  await expect(asking).toBeVisible()
  await clerk.scan('B-LENA')
  await expect(asking).toBeHidden()
  await expect(dialog).toBeHidden()
  await expect(screen).toContainText('2 of 2 pcs')
  await takePicture(page, 'run-built')
  const trace = await docksideJson<unknown>(dataFolder, 'trace', 'FCB-1001')
  expect(JSON.stringify(trace)).toContain('Kim')
  expect(await docksideJson<{ problems: unknown }>(dataFolder, 'verify')).toMatchObject({ problems: [] })
  await dock.close()
  removeDockFolder(dataFolder)
})
