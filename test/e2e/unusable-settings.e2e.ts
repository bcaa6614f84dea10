import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import { createDockFolder, openDock, removeDockFolder } from './dock/dock.ts'
import { SCREW } from './dock/goods.ts'
import { goTo, rowWith } from './dock/look.ts'
import { launchStation } from './launch.ts'

const unusable = [
  ['an unknown key', { station: { id: 'DOCK-1', colour: 'red' } }, ['station.colour', 'red', 'id, site, location']],
  [
    'a wrong value',
    {
      station: { id: 'DOCK-1' },
      printers: [{ id: 'p', transport: { type: 'virtual' }, dpi: 250, media: { widthMm: 51, heightMm: 25 } }]
    },
    ['printers[0].dpi', '250', '203, 300, 600']
  ],
  ['no JSON', '{ "station": ', ['station.json is not JSON']]
] as const

for (const [what, settings, words] of unusable) {
  test(`with ${what} in station.json the station starts read-only and says why`, async () => {
    const station = await launchStation({ config: settings })
    try {
      const notice = station.page.getByRole('alert').filter({ hasText: 'Read-only' })
      for (const word of words) await expect(notice).toContainText(word)
    } finally {
      await station.close()
    }
  })
}

test('read-only, the store is shown, no scan is taken, and nothing is written', async () => {
  const { dataFolder, scannerPort } = await createDockFolder({ orders: 1 })
  const before = await openDock(dataFolder, scannerPort)
  await before.clerk.scanAll('PO-001', SCREW, 'DS:QTY:50', 'DS:DONE')
  await before.close()
  const stored = await docksideJson(dataFolder, 'receipts')
  const spoiled = readFileSync(join(dataFolder, 'station.json'), 'utf8').replace('"site"', '"sight"')
  writeFileSync(join(dataFolder, 'station.json'), spoiled)

  const station = await launchStation({ dataFolder: dataFolder })
  try {
    const { page } = station
    await expect(page.getByRole('alert').filter({ hasText: 'Read-only' })).toContainText('station.sight')
    const inventory = await goTo(page, 'Inventory')
    await expect(rowWith(inventory.getByRole('grid', { name: 'Inventory' }), SCREW)).toContainText('50')
    await goTo(page, 'Receiving')
    await page.getByRole('textbox', { name: 'Type a code' }).fill('DS:DONE')
    await page.getByRole('button', { name: 'Take it as a scan' }).click()
    await expect(page.getByLabel('Last scan')).toContainText('Not taken')
    expect(await docksideJson(dataFolder, 'receipts')).toEqual(stored)
    expect(readFileSync(join(dataFolder, 'station.json'), 'utf8')).toBe(spoiled)
  } finally {
    await station.close()
    removeDockFolder(dataFolder)
  }
})
