import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { SCREENS, SCREEN_TITLES } from '../../src/renderer/src/shell/screens.ts'
import { goTo } from '../../test/e2e/dock/look.ts'
import { launchStation } from '../../test/e2e/launch.ts'
import { listenVirtualPrinter } from '../../src/main/devices/printer/virtual/listen.ts'
import type { LabelOutside, ReceiptOutside } from '../../src/main/services/outside-rows.ts'
import { createClerk, type Clerk } from '../drive/clerk.ts'
import { docksideDone, docksideJson } from '../drive/command-line.ts'
import { freePorts } from '../drive/free-ports.ts'
import { waitFor } from '../drive/wait-for.ts'
import { PROJECT_ROOT } from '../project.ts'
import { electronLaunch } from '../runtime.ts'
import type { OutputFolder } from './output.ts'
import { perform, type PerformedScan } from './perform.ts'
import { takePictures } from './pictures.ts'
import { demoSettings, NETWORK_MEDIA } from './settings.ts'
import { ORDER, STORY } from './story.ts'

/** What was done in the window, and what there is to look into afterwards. */
export interface Received {
  readonly electron: string
  readonly scans: readonly PerformedScan[]
  /** A serial and a lot that were received. */
  readonly unit: string
  readonly lot: string
  /** How many labels the printer on the network has counted. */
  readonly networkLabels: number
}

type Say = (line: string) => void

/** Opens the station on new data, receives the order, prints, and closes the station again. */
export async function receiveOrder(folder: OutputFolder, say: Say): Promise<Received> {
  const [scanner = 0] = await freePorts(1)
  const printer = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media: NETWORK_MEDIA })
  try {
    writeFileSync(
      join(folder.data, 'station.json'),
      JSON.stringify(demoSettings({ scanner, printer: printer.port }), null, 2)
    )
    say('The command line imports parts, places and orders')
    for (const kind of ['parts', 'locations', 'orders']) {
      await docksideDone(folder.data, 'import', kind, join(PROJECT_ROOT, 'resources', 'sample', `${kind}.csv`))
    }
    say('The station opens its window')
    const station = await launchStation({ dataFolder: folder.data })
    try {
      const clerk = await createClerk(station.page, scanner)
      const scans = await work(station.page, clerk, folder, say)
      const { unit, lot } = await receivedCodes(folder)
      clerk.close()
      return { electron: electronLaunch().version, scans, unit, lot, networkLabels: printer.printer.totalLabelCount() }
    } finally {
      await station.close()
    }
  } finally {
    await printer.close()
  }
}

async function work(page: Page, clerk: Clerk, folder: OutputFolder, say: Say): Promise<readonly PerformedScan[]> {
  const stage = { page, clerk, pictureFolder: folder.screenshots, say }
  const scans = await perform(stage, STORY)
  await allPrinted(folder)
  await goTo(page, 'Labels')
  await takePictures(page, folder.screenshots, 'labels')
  say('The command sheet and the label of a place are printed on the network')
  await printOnNetwork(page)
  await allPrinted(folder)
  const { unit } = await receivedCodes(folder)
  const traced = await perform(stage, [
    { kind: 'scan', words: 'scans the label of a unit, which opens its trace', scan: unit, hears: 'accepted' }
  ])
  await page.getByRole('main', { name: 'Trace' }).getByText(unit).first().waitFor()
  for (const screen of SCREENS.filter((each) => each !== 'receiving' && each !== 'labels')) {
    await goTo(page, SCREEN_TITLES[screen])
    await takePictures(page, folder.screenshots, screen)
  }
  return [...scans, ...traced]
}

async function printOnNetwork(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Command sheet' }).click()
  await page.getByRole('button', { name: 'Print the commands' }).click()
  await page.getByRole('button', { name: 'Place label' }).click()
  await page.getByRole('textbox', { name: 'Place' }).fill('ESD-01')
  await page.getByRole('button', { name: 'Print the label' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

async function allPrinted(folder: OutputFolder): Promise<void> {
  await waitFor(
    'the last label',
    async () => {
      const labels = await docksideJson<readonly LabelOutside[]>(folder.data, 'labels')
      const onTheirWay = labels.filter(({ state }) => state === 'queued' || state === 'sending' || state === 'sent')
      return labels.length > 0 && onTheirWay.length === 0 ? true : undefined
    },
    120_000
  )
}

/** A unit and a lot that were received on the order. */
async function receivedCodes(folder: OutputFolder): Promise<{ readonly unit: string; readonly lot: string }> {
  const receipts = await docksideJson<readonly ReceiptOutside[]>(folder.data, 'receipts', '--order', ORDER)
  const unit = receipts.flatMap(({ serials }) => serials)[0]
  const lot = receipts.findLast((receipt) => receipt.lot !== null)?.lot
  if (unit === undefined || !lot) throw new Error('No unit and no lot was received')
  return { unit, lot }
}
