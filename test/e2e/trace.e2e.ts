import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from 'playwright'
import { expect } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import type { InventoryOutside } from '../../src/main/services/outside-rows.ts'
import type { Dock } from './dock/dock.ts'
import { goTo, rowWith, shownScreen } from './dock/look.ts'
import { takePicture } from './dock/picture.ts'
import {
  COMPOUND,
  CONTROLLER,
  DRONE,
  GIMBAL,
  KIT,
  KIT_RUN,
  MOTOR,
  ORDER,
  RUN,
  SCREW,
  workshopTest
} from './dock/workshop.ts'

/** Where the kit is put away. */
const SHELF = 'RACK-A-02'

/** What was built for all tests: by scan, in the real window. */
interface Built extends Dock {
  readonly drone: string
  readonly gimbal: string
  readonly kit: string
}

const test = workshopTest().extend<object, { readonly built: Built }>({
  built: [
    async ({ dock }, use) => {
      await use({ ...dock, ...(await build(dock)) })
    },
    { scope: 'worker', timeout: 120_000 }
  ]
})

/** Receives what goes in, builds two drones, puts one of them into a kit, and puts the kit away. */
async function build({ clerk, dataFolder }: Dock) {
  await clerk.scanAll(ORDER, CONTROLLER, 'FCB-1001', 'FCB-1002', 'DS:DONE')
  await clerk.scanAll(MOTOR, 'MOT-1001', 'MOT-1002', 'MOT-1003', 'MOT-1004', 'DS:DONE')
  await clerk.scanAll(COMPOUND, 'T-77', 'DS:QTY:2', 'DS:DONE', SCREW, 'DS:QTY:500', 'DS:DONE', 'DS:DONE')
  await clerk.scan(`DS:RUN:${RUN}`)
  for (const [controller, motors] of [
    ['FCB-1001', ['MOT-1001', 'MOT-1002']],
    ['FCB-1002', ['MOT-1003', 'MOT-1004']]
  ] as const) {
    await clerk.scanAll(controller, 'T-77', SCREW, 'DS:DONE', GIMBAL, ...motors, SCREW, 'DS:DONE', 'DS:DONE')
    await clerk.scan('DS:DONE')
  }
  await clerk.scan('DS:HOME')
  const rows = await docksideJson<InventoryOutside[]>(dataFolder, 'inventory', '--part', DRONE)
  const drone = rows[0]?.serial ?? ''
  await clerk.scanAll(`DS:RUN:${KIT_RUN}`, drone, SCREW, 'DS:DONE', 'DS:DONE', 'DS:HOME')
  const [kit] = await docksideJson<InventoryOutside[]>(dataFolder, 'inventory', '--part', KIT)
  await clerk.scanAll(`DS:LOC:${SHELF}`, kit?.serial ?? '', 'DS:HOME')
  const trace = await docksideJson<{ used_in: { serial: string }[] }>(dataFolder, 'trace', 'MOT-1001')
  return { drone, gimbal: trace.used_in[0]?.serial ?? '', kit: kit?.serial ?? '' }
}

/** The box of the graph that stands for a code. */
function box(graph: Locator, code: string): Locator {
  return graph.getByRole('button', { name: new RegExp(`, ${code},`) })
}

function graphOf(screen: Locator): Locator {
  return screen.getByRole('group', { name: /^Graph/ })
}

/** Has the person choose a file, whatever the dialog would suggest. */
async function answerDialog(app: ElectronApplication, file: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
  }, file)
}

async function save(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

test.beforeEach(async ({ built }) => {
  await built.clerk.scan('DS:HOME')
})

test.afterEach(async ({ built: { page } }) => {
  const graph = page.getByRole('tab', { name: 'Graph' })
  if (await graph.isVisible()) await graph.click()
})

test('scanning a unit opens its trace: where it is, what happened to it, and what is in what', async ({ built }) => {
  const { page, clerk, drone, gimbal, kit } = built
  await clerk.scan(drone)
  const screen = await shownScreen(page, 'Trace')
  await expect(screen).toContainText(`inside ${kit} at ${SHELF}`)
  await expect(screen).toContainText(`Inside ${kit}: Unit ${kit} moved from DOCK to ${SHELF}`)
  const graph = graphOf(screen)
  for (const code of [drone, gimbal, kit, 'FCB-1001', 'MOT-1001', 'MOT-1002', 'T-77']) {
    await expect(box(graph, code)).toBeVisible()
  }
  await expect(graph).toContainText('0.25 kg')
  await takePicture(page, 'trace-unit')
})

test('the graph is walked by click, by keyboard and by scanning the next label, and back', async ({ built }) => {
  const { page, clerk, drone, gimbal, kit } = built
  await clerk.scan(kit)
  const screen = await shownScreen(page, 'Trace')
  const heading = screen.getByRole('heading', { level: 2 }).first()
  await expect(heading).toHaveText(kit)
  await box(graphOf(screen), drone).click()
  await expect(heading).toHaveText(drone)
  await box(graphOf(screen), drone).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(graphOf(screen).locator(':focus')).not.toHaveAttribute('aria-current', 'true')
  await box(graphOf(screen), gimbal).focus()
  await page.keyboard.press('Enter')
  await expect(heading).toHaveText(gimbal)
  await clerk.scan('MOT-1001')
  await expect(heading).toHaveText('MOT-1001')
  await expect(box(graphOf(screen), kit)).toBeVisible()
  await screen.getByRole('button', { name: `Back to ${gimbal}` }).click()
  await expect(heading).toHaveText(gimbal)
})

test('a lot shows everywhere that it is, the runs that took of it, and the same as rows', async ({ built }) => {
  const { page, clerk, kit } = built
  await clerk.scan('T-77')
  const screen = await shownScreen(page, 'Trace')
  await expect(box(graphOf(screen), kit)).toBeVisible()
  await takePicture(page, 'trace-lot')
  await screen.getByRole('tab', { name: 'Where it is now' }).click()
  const list = screen.getByRole('grid', { name: 'Where it is now' })
  await expect(rowWith(list, kit)).toContainText(SHELF)
  await expect(rowWith(list, 'T-77')).toContainText('1.5 kg')
  await takePicture(page, 'trace-recall')
  await screen.getByRole('tab', { name: /Runs/ }).click()
  await expect(rowWith(screen.getByRole('grid', { name: 'Runs' }), RUN)).toContainText('0.5 kg')
  await screen.getByRole('tab', { name: 'Table' }).click()
  const table = screen.getByRole('grid', { name: 'Used in' })
  await expect(table.getByRole('row')).toHaveCount(4)
  await table.focus()
  await page.keyboard.press('Enter')
  await expect(screen.getByRole('heading', { level: 2 }).first()).toHaveText(/^UAV-/)
})

test('untracked pieces are counted, and none is followed', async ({ built }) => {
  const { page, kit, drone } = built
  const screen = await goTo(page, 'Trace')
  await screen.getByRole('textbox').fill(SCREW)
  await page.keyboard.press('Enter')
  await screen.getByRole('tab', { name: 'Graph' }).click()
  await expect(box(graphOf(screen), DRONE)).toBeVisible()
  await expect(graphOf(screen)).toContainText('24 pcs')
  await expect(screen).not.toContainText(kit)
  await expect(graphOf(screen)).not.toContainText(drone)
})

test('a report is saved as PDF, JSON and CSV where the person says, and nowhere when they think better of it', async ({
  built
}) => {
  const { page, app, clerk, drone, kit } = built
  const folder = mkdtempSync(join(tmpdir(), 'dockside-reports-'))
  try {
    await clerk.scan(drone)
    const screen = await shownScreen(page, 'Trace')
    const pdf = join(folder, 'report.pdf')
    await answerDialog(app, pdf)
    await save(page, 'As PDF, to print')
    await expect(screen.getByText(`Saved: ${pdf}`)).toBeVisible()
    const bytes = readFileSync(pdf)
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0).toBeGreaterThan(0)
    if (process.env.DOCKSIDE_PICTURES !== undefined) writeFileSync('test-results/report.pdf', bytes)

    const csv = join(folder, 'made-of')
    await answerDialog(app, csv)
    await save(page, 'Made of')
    await expect(screen.getByText(`Saved: ${csv}.csv`)).toBeVisible()
    expect(readFileSync(`${csv}.csv`, 'utf8')).toContain('FCB-1001')

    const json = join(folder, 'report.json')
    await answerDialog(app, json)
    await save(page, 'As JSON, for programs')
    await expect(screen.getByText(`Saved: ${json}`)).toBeVisible()
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      subject: { serial: drone },
      used_in: [{ serial: kit }]
    })

    await answerDialog(app, null)
    await save(page, 'As PDF, to print')
    await expect(screen.getByText('Saved:')).toHaveCount(0)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('nothing of the graph breaks the page’s policy', async ({ built }) => {
  const { page, clerk, drone } = built
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    )
  })
  await clerk.scan(drone)
  const screen = await shownScreen(page, 'Trace')
  await expect(box(graphOf(screen), 'FCB-1001')).toBeVisible()
  await screen.getByRole('button', { name: 'Zoom In' }).click()
  await screen.getByRole('button', { name: 'Save' }).click()
  await page.keyboard.press('Escape')
  expect(complaints).toEqual([])
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
  expect(policy).not.toContain('unsafe')
})
