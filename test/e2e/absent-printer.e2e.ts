import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import { freePorts } from '../../scripts/drive/free-ports.ts'
import { listenVirtualPrinter } from '../../src/main/devices/printer/virtual/listen.ts'
import type { LabelOutside } from '../../src/main/services/outside-rows.ts'
import { createDockFolder, openDock, removeDockFolder } from './dock/dock.ts'
import { BOARD, PAINT } from './dock/goods.ts'
import { goTo, rowWith } from './dock/look.ts'

test('without its printer receiving goes on, labels wait, the screen says so; with it they come out, once each', async () => {
  const [printerPort = 0] = await freePorts(1)
  const { dataFolder, scannerPort } = await createDockFolder({ orders: 1, unitPrinterPort: printerPort })
  const paper = mkdtempSync(join(tmpdir(), 'dockside-paper-'))
  const dock = await openDock(dataFolder, scannerPort)
  const { page, clerk } = dock
  const statesOf = async (kind: string) =>
    (await docksideJson<LabelOutside[]>(dataFolder, 'labels'))
      .filter((label) => label.kind === kind)
      .map(({ state }) => state)
  try {
    await clerk.scan('PO-001')
    expect(await clerk.scanAll(BOARD, 'DS:QTY:5', 'DS:DONE')).toMatchObject({ sound: 'line-complete' })
    expect(await clerk.scanAll(PAINT, 'DS:QTY:10', 'DS:DONE')).toMatchObject({ sound: 'line-complete' })

    await expect(page.getByRole('alert')).toContainText('No connection on units: 5 labels wait')
    await expect(page.getByRole('contentinfo', { name: 'Devices' })).toContainText('5 labels wait')
    await expect.poll(async () => await statesOf('lot'), 'the other printer goes on').toEqual(['printed'])
    expect(await statesOf('unit')).toEqual(Array(5).fill('queued'))
    const screen = await goTo(page, 'Labels')
    const waiting = rowWith(screen.getByRole('grid', { name: 'Labels' }), BOARD)
    await expect(waiting).toHaveCount(5)
    await expect(waiting.first()).toContainText('Queued')

    const media = { widthMm: 51, heightMm: 25, dpi: 203 } as const
    const printer = await listenVirtualPrinter({ host: '127.0.0.1', port: printerPort, media, folder: paper })
    await expect.poll(async () => await statesOf('unit'), { timeout: 20_000 }).toEqual(Array(5).fill('printed'))
    await expect(page.getByRole('alert')).toHaveCount(0)
    await expect(page.getByRole('contentinfo', { name: 'Devices' })).toContainText('No label waits')
    expect(printer.printer.totalLabelCount()).toBe(5)
    await printer.close()
    expect(readdirSync(paper).filter((name) => name.endsWith('.zpl'))).toHaveLength(5)
    expect(await docksideJson(dataFolder, 'verify')).toMatchObject({ ok: true })
  } finally {
    await dock.close()
    removeDockFolder(dataFolder)
    rmSync(paper, { recursive: true, force: true })
  }
})
