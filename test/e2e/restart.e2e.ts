import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import { waitFor } from '../../scripts/drive/wait-for.ts'
import { fieldTexts } from '../../src/main/devices/printer/virtual/field-texts.ts'
import { listenVirtualPrinter } from '../../src/main/devices/printer/virtual/listen.ts'
import type { LabelOutside, ReceiptOutside } from '../../src/main/services/outside-rows.ts'
import { createDockFolder, openDock, removeDockFolder, type Dock } from './dock/dock.ts'
import { BOARD, SENSOR } from './dock/goods.ts'
import { shownScreen } from './dock/look.ts'

/** Ends the station as a power cut does. */
async function kill({ app }: Dock): Promise<void> {
  const program = app.process()
  const gone = new Promise((resolve) => program.once('exit', resolve))
  program.kill('SIGKILL')
  await gone
}

for (const [ending, end] of [
  ['it was closed', (dock: Dock) => dock.close()],
  ['it was killed', kill]
] as const) {
  test(`after ${ending} in the middle of a line, the captured serials are still there`, async () => {
    const { dataFolder, scannerPort } = await createDockFolder({ orders: 1 })
    const before = await openDock(dataFolder, scannerPort)
    await before.clerk.scanAll('DS:LOC:A-01', 'PO-001', SENSOR, 'PS-0001', 'PS-0002', 'PS-0003')
    await end(before)

    const after = await openDock(dataFolder, scannerPort)
    try {
      const units = after.page.getByLabel('Scanned units, the newest first')
      for (const serial of ['PS-0001', 'PS-0002', 'PS-0003']) await expect(units).toContainText(serial)
      expect(await after.clerk.scan('PS-0002')).toMatchObject({ sound: 'duplicate' })
      expect(await after.clerk.scanAll('PS-0004', 'DS:DONE')).toMatchObject({ title: '4 pcs received' })
      const [receipt] = await docksideJson<ReceiptOutside[]>(dataFolder, 'receipts')
      expect(receipt).toMatchObject({ serials: ['PS-0001', 'PS-0002', 'PS-0003', 'PS-0004'], location: 'A-01' })
      expect(await docksideJson(dataFolder, 'verify')).toMatchObject({ ok: true })
    } finally {
      await after.close()
      removeDockFolder(dataFolder)
    }
  })
}

test('after it was killed in the middle of a count, the window opens where it is counted', async () => {
  const { dataFolder, scannerPort } = await createDockFolder({ orders: 1 })
  const before = await openDock(dataFolder, scannerPort)
  await before.clerk.scanAll('PO-001', SENSOR, 'PS-0001', 'DS:DONE', 'DS:CANCEL', 'DS:COUNT', 'DOCK', 'PS-0001')
  await kill(before)

  const after = await openDock(dataFolder, scannerPort)
  try {
    await expect(await shownScreen(after.page, 'Counts')).toContainText('PS-0001')
    await expect(after.page.getByLabel('Last scan')).toContainText('Go on')
    await after.clerk.scanAll('DS:HOME', 'DS:LOC:A-01')
    await shownScreen(after.page, 'Receiving')
  } finally {
    await after.close()
    removeDockFolder(dataFolder)
  }
})

test('killed while labels print, nothing is printed twice, and what may have come out is asked for', async () => {
  const media = { widthMm: 51, heightMm: 25, dpi: 203 } as const
  const paper = mkdtempSync(join(tmpdir(), 'dockside-paper-'))
  const printer = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media, folder: paper, speedIps: 6 })
  const { dataFolder, scannerPort } = await createDockFolder({ orders: 1, unitPrinterPort: printer.port })
  const labelsIn = async (...states: readonly string[]) =>
    (await docksideJson<LabelOutside[]>(dataFolder, 'labels')).filter(({ state }) => states.includes(state))
  const before = await openDock(dataFolder, scannerPort)
  await before.clerk.scanAll('PO-001', BOARD, 'DS:DONE')
  await waitFor('a label on its way, with others before and after it', async () => {
    const printed = await labelsIn('printed')
    const underWay = await labelsIn('sending', 'sent')
    return printed.length >= 3 && underWay.length > 0 ? true : undefined
  })
  await kill(before)

  expect(await docksideJson(dataFolder, 'verify')).toMatchObject({ ok: true })
  const after = await openDock(dataFolder, scannerPort)
  try {
    await expect(after.page.getByRole('alert').first()).toContainText('to look for on units')
    const inDoubt = await labelsIn('unknown')
    const waiting = (await labelsIn('queued')).length
    expect(inDoubt.length).toBeGreaterThan(0)
    await printer.printer.idle()
    expect((await labelsIn('queued')).length, 'nothing is printed before somebody has looked').toBe(waiting)

    const symbols = () =>
      readdirSync(paper)
        .filter((name) => name.endsWith('.zpl'))
        .sort()
        .map((name) => fieldTexts(readFileSync(join(paper, name))).find((text) => text.startsWith('[)>')) ?? '')
    const found = await after.clerk.scanAll('DS:RESUME', symbols().at(-1) ?? '')
    const asksForOthers = found.sound === 'accepted'
    expect(asksForOthers ? await after.clerk.scan('DS:PICK:1') : found).toMatchObject({ title: 'units goes on' })
    await expect.poll(async () => (await labelsIn('printed', 'verified')).length, { timeout: 30_000 }).toBe(25)
    await expect(after.page.getByRole('alert')).toHaveCount(0)
    expect(await labelsIn('unknown', 'queued', 'sending', 'sent', 'failed')).toEqual([])

    await printer.printer.idle()
    const copies = symbols().map((symbol) => /Z(DS\d{8}\.\d+)/.exec(symbol)?.[1])
    expect(new Set(copies).size, 'no copy twice').toBe(copies.length)
    const valid = (await labelsIn('printed', 'verified')).map(({ label, copy }) => `${label}.${copy}`)
    for (const each of valid) expect(copies).toContain(each)
    expect(await docksideJson(dataFolder, 'verify')).toMatchObject({ ok: true })
  } finally {
    await after.close()
    await printer.close()
    removeDockFolder(dataFolder)
    rmSync(paper, { recursive: true, force: true })
  }
})
