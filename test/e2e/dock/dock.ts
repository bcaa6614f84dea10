import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { Page } from 'playwright'
import { test as base } from 'playwright/test'
import { createClerk, type Clerk } from '../../../scripts/drive/clerk.ts'
import { freePorts } from '../../../scripts/drive/free-ports.ts'
import { assert } from '../../../src/core/assert.ts'
import { createDataFolder, launchStation, type LaunchedStation, type LaunchOptions } from '../launch.ts'
import { importGoods, orderNumbers } from './goods.ts'

/** A running station with goods to receive, and a clerk in front of it. */
export interface Dock extends LaunchedStation {
  readonly clerk: Clerk
  /** An order that nobody has touched. */
  nextOrder(): string
}

const ORDERS = 120

const UNIT_MEDIA = { widthMm: 51, heightMm: 25 }
const LOT_MEDIA = { widthMm: 76, heightMm: 51 }

/** `station.json` with a socket scanner, a keyboard scanner, and a printer for each size of label. */
function dockConfig(scannerPort: number, unitPrinterPort: number | undefined, labelRules: object) {
  const unitTransport =
    unitPrinterPort === undefined ? { type: 'virtual' } : { type: 'tcp', host: '127.0.0.1', port: unitPrinterPort }
  return {
    station: { id: 'DOCK-1', site: 'BER', location: 'DOCK' },
    scanners: [
      { id: 'fixed', type: 'tcp', listen: `127.0.0.1:${scannerPort}` },
      { id: 'wedge', type: 'keyboard' }
    ],
    printers: [
      { id: 'units', transport: unitTransport, dpi: 203, media: UNIT_MEDIA },
      { id: 'lots', transport: { type: 'virtual' }, dpi: 203, media: LOT_MEDIA }
    ],
    labels: { unit: 'units', lot: 'lots', location: 'units', ...labelRules }
  }
}

/** Opens a station of its own; `close` ends the clerk too. */
export async function openDock(
  dataFolder: string,
  scannerPort: number,
  options: Pick<LaunchOptions, 'env'> = {}
): Promise<Dock> {
  const station = await launchStation({ ...options, dataFolder })
  const clerk = await createClerk(station.page, scannerPort)
  const orders = orderNumbers(ORDERS)[Symbol.iterator]()
  return {
    ...station,
    clerk,
    nextOrder() {
      const { value } = orders.next()
      if (value === undefined) throw new Error('All orders of the dock are used up: import more')
      return value
    },
    async close() {
      clerk.close()
      await station.close()
    }
  }
}

export interface DockFolderOptions {
  readonly orders?: number
  /** A port of this computer where the printer of the unit labels is, or will be; absent for the built-in one. */
  readonly unitPrinterPort?: number
  /** What the settings say of labels once they are printed. */
  readonly labelRules?: object
}

/** A new data folder with goods, and the port that its station will listen on for scans. */
export async function createDockFolder({
  orders = ORDERS,
  unitPrinterPort,
  labelRules = {}
}: DockFolderOptions = {}): Promise<{
  readonly dataFolder: string
  readonly scannerPort: number
}> {
  const [scannerPort = 0] = await freePorts(1)
  const dataFolder = createDataFolder(dockConfig(scannerPort, unitPrinterPort, labelRules))
  await importGoods(dataFolder, orders)
  return { dataFolder, scannerPort }
}

/** Removes what {@link createDockFolder} made, and nothing else, whatever it is given. */
export function removeDockFolder(dataFolder: string): void {
  assert(basename(dataFolder).startsWith('dockside-e2e-'), `${dataFolder} is no folder of a test`)
  rmSync(dataFolder, { recursive: true, force: true })
}

/**
 * Tests that share a running station. Each finds it idle and takes an order of its own.
 *
 * A file whose tests look at everything that is somewhere calls it for a station of its own.
 */
export function dockTest() {
  return base.extend<{ readonly page: Page; readonly clerk: Clerk; readonly order: string }, { readonly dock: Dock }>({
    dock: [
      // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
      async ({}, use) => {
        const { dataFolder, scannerPort } = await createDockFolder()
        const dock = await openDock(dataFolder, scannerPort)
        await use(dock)
        await dock.close()
        removeDockFolder(dataFolder)
      },
      { scope: 'worker' }
    ],
    page: async ({ dock }, use) => {
      await use(dock.page)
    },
    clerk: async ({ dock }, use) => {
      await dock.clerk.scanAll('DS:LOC:DOCK', 'DS:CANCEL', 'DS:CANCEL')
      await use(dock.clerk)
    },
    order: async ({ dock }, use) => {
      await use(dock.nextOrder())
    }
  })
}

/** The station that files share. */
export const test = dockTest()
