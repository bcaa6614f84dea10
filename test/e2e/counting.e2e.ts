import { setTimeout } from 'node:timers/promises'
import { READ_TWICE_MS } from '../../src/core/session/read-twice.ts'
import { expect } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import type { CountOutside } from '../../src/main/services/counts/outside.ts'
import type { InventoryOutside } from '../../src/main/services/outside-rows.ts'
import { dockTest } from './dock/dock.ts'
import { RESIN, SCREW, VALVE } from './dock/goods.ts'
import { goTo, rowWith, shownScreen } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'

/** A count is of everything at a place: nobody else puts something there. */
const test = dockTest()

test('a place is scheduled, counted by scanning alone, and posted with what was found, missing and misplaced', async ({
  page,
  clerk,
  order,
  dock
}) => {
  await clerk.scanAll('DS:LOC:A-01', 'DS:HOME', order, VALVE, 'V-CNT-1', 'V-CNT-2', 'V-CNT-3', 'DS:DONE')
  await clerk.scanAll(RESIN, 'R-CNT-1', 'DS:QTY:12.5', 'DS:DONE', SCREW, 'DS:QTY:200', 'DS:DONE')
  await clerk.scanAll('DS:LOC:A-02', VALVE, 'V-CNT-4', 'DS:DONE', 'DS:DONE')

  const counts = await goTo(page, 'Counts')
  await counts.getByText('Schedules', { exact: true }).click()
  await counts.getByRole('button', { name: 'Schedule a count' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Place' }).fill('A-99')
  await dialog.getByRole('button', { name: 'Schedule it' }).click()
  await expect(dialog.getByRole('alert')).toContainText('There is no place "A-99"')
  await dialog.getByRole('textbox', { name: 'Place' }).fill('A-01')
  await dialog.getByRole('textbox', { name: 'Every so many days' }).fill('7')
  await dialog.getByRole('button', { name: 'Schedule it' }).click()
  await expect(dialog).toBeHidden()
  await takePicture(page, 'counts-schedules')
  const home = await goTo(page, 'Receiving')
  await expect(home.getByRole('button', { name: 'Count A-01' })).toContainText('due today')
  await takePicture(page, 'counts-due')

  expect(await clerk.scan('DS:COUNT')).toMatchObject({ sound: 'accepted', title: 'Count' })
  await clerk.scan('DS:LOC:A-01')
  const screen = await shownScreen(page, 'Counts')
  await expect(screen.getByRole('heading', { name: 'A-01' })).toBeVisible()
  await clerk.scan('V-CNT-1')
  expect(await clerk.scan('V-CNT-1')).toMatchObject({ sound: 'duplicate', title: 'Counted already' })
  await clerk.scanAll('V-CNT-4', 'R-CNT-1', 'DS:QTY:12', 'DS:DONE')
  expect(await clerk.scan('V-CNT-99')).toMatchObject({ sound: 'refused', title: 'Not known' })
  await expect(screen.getByRole('region', { name: 'Never received here' })).toContainText('V-CNT-99')
  await takePicture(page, 'counts-in-hand')
  await clerk.scan(SCREW)
  await expect(screen).toContainText('DS:QTY says how much of it is here.')
  await takePicture(page, 'counts-quantity')
  await clerk.scanAll('DS:QTY:198', 'DS:DONE', 'V-CNT-3')

  expect((await clerk.scan('DS:DONE')).title).toMatch(/^Variance of C-/)
  const table = screen.getByRole('grid', { name: 'What does not agree' })
  await expect(rowWith(table, 'V-CNT-2')).toContainText('missing')
  await expect(rowWith(table, 'V-CNT-4')).toContainText('misplaced')
  await expect(rowWith(table, 'R-CNT-1')).toContainText('-0.5 kg')
  await expect(rowWith(table, SCREW)).toContainText('-2 pcs')
  await screen.getByRole('button', { name: 'Year-end stock-taking' }).click()
  await takePicture(page, 'counts-variance')
  await setTimeout(READ_TWICE_MS)
  expect(await clerk.scan('DS:DONE')).toMatchObject({ sound: 'line-complete' })

  const rows = await docksideJson<InventoryOutside[]>(dock.dataFolder, 'inventory', '--location', 'A-01')
  expect(rows.map(({ serial, lot, quantity }) => [serial ?? lot, quantity])).toEqual(
    expect.arrayContaining([
      ['V-CNT-1', '1'],
      ['V-CNT-3', '1'],
      ['V-CNT-4', '1'],
      ['R-CNT-1', '12'],
      [null, '198']
    ])
  )
  expect(rows.some(({ serial }) => serial === 'V-CNT-2')).toBe(false)
  const posted = await docksideJson<CountOutside[]>(dock.dataFolder, 'counts')
  expect(posted.at(-1)).toMatchObject({ state: 'posted', differences: 4, reason: 'Year-end stock-taking' })
  expect(await docksideJson(dock.dataFolder, 'counts', '--due')).toEqual([])
  expect(await docksideJson(dock.dataFolder, 'verify')).toMatchObject({ ok: true })

  await screen.getByText('Past counts', { exact: true }).click()
  await rowWith(screen.getByRole('grid', { name: 'Past counts' }), 'Year-end').click()
  await expect(rowWith(page.getByRole('dialog').getByRole('grid'), 'V-CNT-2')).toContainText('missing')
  await takePicture(page, 'counts-past')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await screen.getByText('Drift', { exact: true }).click()
  await expect(rowWith(screen.getByRole('grid', { name: 'Drift' }), VALVE)).toContainText('1 of 1 counts')
  await takePicture(page, 'counts-drift')
})

test('a guided count shows what is still expected, is left open and gone on with, and is thrown away with a reason', async ({
  page,
  clerk,
  order
}) => {
  await clerk.scanAll('DS:LOC:A-02', 'DS:HOME', order, VALVE, 'V-GUI-1', 'V-GUI-2', 'DS:DONE', 'DS:DONE')
  await clerk.scanAll('DS:COUNT', 'DS:LOC:A-02', 'V-GUI-1')
  const screen = await shownScreen(page, 'Counts')
  await expect(screen.getByRole('list', { name: 'Still expected here' })).toBeHidden()
  await screen.getByRole('switch', { name: 'Blind' }).click()
  await expect(screen.getByRole('list', { name: 'Still expected here' })).toContainText('V-GUI-2')
  await takePicture(page, 'counts-guided')
  await clerk.scan('DS:HOME')
  await clerk.scanAll('DS:LOC:DOCK', 'V-GUI-1', 'DS:HOME')
  await clerk.scanAll('DS:COUNT', 'DS:LOC:A-02', 'V-GUI-2')
  await clerk.scan('DS:HOME')
  const counts = await goTo(page, 'Counts')
  await expect(counts.getByRole('list', { name: /^Who counts what in/ })).toContainText('being counted')
  await takePicture(page, 'counts-open')
  const dialog = page.getByRole('dialog')
  await counts.getByRole('button', { name: 'Take out of the count…' }).click()
  await expect(dialog).toContainText('2 things, is lost')
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await counts.getByRole('button', { name: 'Throw away…' }).click()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Begun for practice')
  await dialog.getByRole('button', { name: 'Throw it away' }).click()
  await expect(counts.getByText('No count is open')).toBeVisible()
})
