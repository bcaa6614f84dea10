import { expect } from 'playwright/test'
import { goTo, rowWith } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'
import {
  CONTROLLER,
  DRONE,
  GIMBAL,
  MOTOR,
  OTHER_CONTROLLER,
  COMPOUND,
  RUN,
  SCREW,
  workshopTest
} from './dock/workshop.ts'

const test = workshopTest()

test('a bill is read on screen, up and down, and its lines are added, changed and taken off', async ({ dock }) => {
  const { page } = dock
  const screen = await goTo(page, 'Parts')
  await screen.getByRole('textbox').fill('uav')
  await rowWith(screen.getByRole('grid', { name: 'Parts' }), DRONE).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'What it is made of' }).click()
  const bill = screen.getByRole('grid', { name: 'Made of' })
  await expect(bill.getByRole('row')).toHaveCount(5)
  await expect(rowWith(bill, CONTROLLER)).toContainText(OTHER_CONTROLLER)
  await expect(rowWith(bill, GIMBAL)).toContainText('made on assembly')
  await takePicture(page, 'bill-of-materials')

  await screen.getByRole('button', { name: `What ${GIMBAL} is made of` }).click()
  await expect(screen.getByRole('heading', { name: GIMBAL })).toBeVisible()
  await expect(rowWith(bill, MOTOR)).toContainText('2')
  await screen.getByRole('region', { name: 'Goes into' }).getByRole('button', { name: DRONE }).click()
  await expect(screen.getByRole('heading', { name: DRONE })).toBeVisible()

  await screen.getByRole('button', { name: 'Add a component' }).click()
  await dialog.getByRole('combobox', { name: 'Component' }).fill('gimbal mo')
  await page.getByRole('option', { name: MOTOR }).click()
  await dialog.getByRole('textbox', { name: 'Quantity' }).fill('1.5')
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await expect(dialog).toContainText(`${MOTOR} is tracked by serial, so its quantity is whole.`)
  await takePicture(page, 'bill-line-refused')
  await dialog.getByRole('textbox', { name: 'Quantity' }).fill('4')
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await expect(dialog).toBeHidden()
  await expect(rowWith(bill, MOTOR)).toContainText('4')

  await rowWith(bill, COMPOUND).click()
  await dialog.getByRole('textbox', { name: 'Quantity' }).fill('0.3')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(rowWith(bill, COMPOUND)).toContainText('0.3')

  await rowWith(bill, MOTOR).click()
  await dialog.getByRole('button', { name: 'Take it off the bill' }).click()
  await dialog.getByRole('button', { name: 'Take it off' }).click()
  await expect(bill.getByRole('row')).toHaveCount(5)
})

test('a loop is refused on screen, and named whole', async ({ dock }) => {
  const { page } = dock
  const screen = await goTo(page, 'Parts')
  if (await screen.getByRole('button', { name: 'Parts' }).isVisible()) {
    await screen.getByRole('button', { name: 'Parts' }).click()
  }
  await screen.getByRole('textbox').fill(MOTOR)
  await rowWith(screen.getByRole('grid', { name: 'Parts' }), MOTOR).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'What it is made of' }).click()
  await expect(screen).toContainText('It has no bill of materials')
  await screen.getByRole('button', { name: 'Add a component' }).click()
  await dialog.getByRole('combobox', { name: 'Component' }).fill(DRONE)
  await page.getByRole('option', { name: DRONE }).click()
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await expect(dialog).toContainText(`${MOTOR} → ${DRONE} A → ${GIMBAL} B → ${MOTOR}`)
  await takePicture(page, 'bill-loop')
  await dialog.getByRole('combobox', { name: 'Component' }).fill(SCREW)
  await page.getByRole('option', { name: SCREW }).click()
  await dialog.getByRole('button', { name: 'Add it' }).click()
  await expect(rowWith(screen.getByRole('grid', { name: 'Made of' }), SCREW)).toBeVisible()
})

test('the runs are listed, the most urgent first', async ({ dock }) => {
  const screen = await goTo(dock.page, 'Building')
  const rows = screen.getByRole('grid', { name: 'Runs' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  await expect(rows.nth(1)).toContainText(RUN)
  await takePicture(dock.page, 'runs')
  await screen.getByRole('textbox', { name: 'Search runs' }).fill('032')
  await expect(rows).toHaveCount(2)
  await screen.getByRole('textbox', { name: 'Search runs' }).fill('')
})
