import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { goTo } from '../test/e2e/dock/look.ts'
import { launchStation, type LaunchedStation } from '../test/e2e/launch.ts'
import type { Measurement } from './figure.ts'
import { openGrownFolders } from './generated/folders.ts'
import { workPerFrame, type TraceFile } from './frame-work.ts'

/** Half of the units are still there, and lots lie at several places: more than a hundred thousand rows. */
const PLAN = { units: 175_000, lots: 8_750, events: 600_000, recalls: [] }
const ROWS = 100_000
const WHEEL_STEPS = 240
const WHEEL_PX = 240
const KEYS = 60
const FRAME_TARGET = { statistic: 'p95', atMost: 16.7 } as const
const PAGE_TARGET = { statistic: 'p95', atMost: 33.3 } as const
const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata']

/**
 * What the window's main thread has to do for each frame while a long list is scrolled, by wheel and by keys: scripts,
 * style, layout and painting, and the answers of the station that come meanwhile. Sixty frames a second leave 16.7 ms.
 *
 * The time from frame to frame is told too. Without a graphics card it is that of drawing in software.
 */
export async function measureScrolling(): Promise<readonly Measurement[]> {
  const folders = openGrownFolders((line) => process.stdout.write(`${line}\n`))
  try {
    const station = await launchStation({ dataFolder: folders.of(PLAN).path })
    try {
      const rows = await openInventory(station.page)
      const scale = `${rows.toLocaleString('en')} rows`
      const byWheel = await traced(station, () => scrollByWheel(station.page))
      const byKeys = await traced(station, () => scrollByKeys(station.page))
      return [
        { name: 'work per frame, scrolled by wheel', scale, unit: 'ms', samples: byWheel.work, target: FRAME_TARGET },
        // A page that is pressed is drawn whole; held down, the key comes thirty times a second.
        { name: 'work per frame, Page Down', scale, unit: 'ms', samples: byKeys.work, target: PAGE_TARGET },
        { name: 'frame to frame, scrolled by wheel', scale, unit: 'ms', samples: byWheel.intervals },
        { name: 'frame to frame, Page Down', scale, unit: 'ms', samples: byKeys.intervals }
      ]
    } finally {
      await station.close()
    }
  } finally {
    folders.close()
  }
}

async function openInventory(page: Page): Promise<number> {
  await goTo(page, 'Inventory')
  const grid = page.getByRole('grid', { name: 'Inventory' })
  await grid.getByRole('row').nth(5).waitFor()
  const rows = Number(await grid.getAttribute('aria-rowcount')) - 1
  if (rows < ROWS) throw new Error(`There are ${rows} rows, and ${ROWS} were to be scrolled`)
  await grid.hover()
  return rows
}

async function scrollByWheel(page: Page): Promise<void> {
  for (let step = 0; step < WHEEL_STEPS; step += 1) await page.mouse.wheel(0, WHEEL_PX)
}

async function scrollByKeys(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Inventory' }).focus()
  for (let key = 0; key < KEYS; key += 1) await page.keyboard.press('PageDown')
}

async function traced({ app }: LaunchedStation, work: () => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'dockside-bench-trace-'))
  try {
    await app.evaluate(
      async ({ contentTracing }, categories) =>
        await contentTracing.startRecording({ included_categories: categories, excluded_categories: ['*'] }),
      CATEGORIES
    )
    await work()
    const file = await app.evaluate(
      async ({ contentTracing }, path) => await contentTracing.stopRecording(path),
      join(folder, 'trace.json')
    )
    return workPerFrame(JSON.parse(readFileSync(file, 'utf8')) as TraceFile)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
