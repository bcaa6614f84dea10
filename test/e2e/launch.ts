import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { _electron } from 'playwright'
import { electronLaunch } from '../../scripts/runtime.ts'

export interface LaunchOptions {
  /** What is written as `station.json`; a text is written as it is. Without it the station makes its own. */
  readonly config?: unknown
  /** A data folder that is there already, and stays; else a new one that goes with the app. */
  readonly dataFolder?: string
  /** Further arguments for the app. */
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** How long each step may take on a slow computer. */
  readonly timeoutMs?: number
}

export interface LaunchedStation {
  readonly app: ElectronApplication
  readonly page: Page
  readonly dataFolder: string
  /** What the app has printed so far. */
  output(): string
  /** Quits the app as a person would and waits for its end; ends it by force when it does not go. */
  close(): Promise<void>
}

const START_TIMEOUT_MS = 30_000
const CLOSE_TIMEOUT_MS = 15_000

/** Starts the built app on a data folder and waits until its page shows something. */
export async function launchStation(options: LaunchOptions = {}): Promise<LaunchedStation> {
  const dataFolder = options.dataFolder ?? createDataFolder(options.config)
  const { executablePath, args, env } = electronLaunch()
  const timeout = options.timeoutMs ?? START_TIMEOUT_MS
  const app = await _electron.launch({
    executablePath,
    args: [...args, '--data', dataFolder, ...(options.args ?? [])],
    env: { ...env, ...options.env },
    timeout
  })
  const chunks: string[] = []
  const program = app.process()
  for (const stream of [program.stdout, program.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
  }
  const close = async (): Promise<void> => {
    const timer = setTimeout(() => program.kill('SIGKILL'), options.timeoutMs ?? CLOSE_TIMEOUT_MS)
    await app.close()
    clearTimeout(timer)
    if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true })
  }
  try {
    const page = await app.firstWindow({ timeout })
    await page.locator('#root > *').first().waitFor({ state: 'attached', timeout })
    return { app, page, dataFolder, output: () => chunks.join(''), close }
  } catch (error) {
    await close()
    throw new Error(`The app did not come up. It said:\n${chunks.join('')}`, { cause: error })
  }
}

/** A new data folder, with a `station.json` where one is given. */
export function createDataFolder(config?: unknown): string {
  const dataFolder = mkdtempSync(join(tmpdir(), 'dockside-e2e-'))
  if (config !== undefined) {
    const text = typeof config === 'string' ? config : JSON.stringify(config, null, 2)
    writeFileSync(join(dataFolder, 'station.json'), text)
  }
  return dataFolder
}
