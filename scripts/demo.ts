// The main job without hands and without hardware: npm run demo
import { join } from 'node:path'
import { createLabelDrawer } from '../src/main/workers/label-drawer.ts'
import type { LabelOutside } from '../src/main/services/outside-rows.ts'
import type { Verification } from '../src/main/store/verify.ts'
import { buildIfNeeded } from './build.ts'
import { checkLabels } from './demo/check-labels.ts'
import { createOutputFolder, type OutputFolder } from './demo/output.ts'
import { receiveOrder } from './demo/receive-order.ts'
import { ORDER } from './demo/story.ts'
import { summarize, summaryMarkdown, type DemoSummary } from './demo/summary.ts'
import { withDisplay } from './display.ts'
import { dockside, docksideJson } from './drive/command-line.ts'
import { PROJECT_ROOT } from './project.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

try {
  const folder = createOutputFolder(join(PROJECT_ROOT, 'demo-out'))
  buildIfNeeded()
  const summary = await runDemo(folder)
  folder.writeJson('summary.json', summary)
  folder.writeText('summary.md', summaryMarkdown(summary))
  for (const problem of summary.problems) say(`WRONG: ${problem}`)
  say(
    summary.ok
      ? `\nAll ${summary.labels.length} labels are printed and say what the store holds. See ${folder.path}/summary.md`
      : `\nThe demo failed. See ${folder.path}/summary.md`
  )
  process.exitCode = summary.ok ? 0 : 1
} catch (error) {
  process.stderr.write(`The demo could not be run: ${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
}

async function runDemo(folder: OutputFolder): Promise<DemoSummary> {
  const received = await withDisplay(() => receiveOrder(folder, say))
  say('The command line says what the store holds')
  const inventory = await docksideJson(folder.data, 'inventory')
  folder.writeJson('inventory.json', inventory)
  folder.writeJson('receipts.json', await docksideJson(folder.data, 'receipts'))
  const labels = await docksideJson<readonly LabelOutside[]>(folder.data, 'labels')
  folder.writeJson('labels.json', labels)
  await writeTrace(folder, 'trace', received.unit)
  await writeTrace(folder, 'trace-lot', received.lot)
  const verification = await docksideJson<Verification>(folder.data, 'verify')
  folder.writeJson('verify.json', verification)

  say('Each label is drawn from the bytes that were sent, and read back')
  const drawer = createLabelDrawer({ workerFile: join(PROJECT_ROOT, 'src', 'main', 'workers', 'draw-label.ts') })
  try {
    return summarize({
      electron: received.electron,
      order: ORDER,
      scans: received.scans,
      labels: await checkLabels(folder.data, folder.labels, drawer),
      verification,
      networkPrinter: {
        counted: received.networkLabels,
        sent: labels.filter(({ printer }) => printer === 'network').length
      }
    })
  } finally {
    await drawer.close()
  }
}

async function writeTrace(folder: OutputFolder, name: string, code: string): Promise<void> {
  folder.writeJson(`${name}.json`, await docksideJson(folder.data, 'trace', code))
  folder.writeText(`${name}.txt`, (await dockside(folder.data, 'trace', code)).stdout)
}
