import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from './project.ts'
import { fallbackFolder } from './setup/fallback-runtime.mjs'

/** How the Electron of this machine is started. */
export interface ElectronLaunch {
  readonly executablePath: string
  /** Goes before the app's own arguments; ends in the project folder, from which Electron loads the app. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Whether the older runtime stands in for the current one; it runs and tests the app, and is never shipped. */
  readonly fallback: boolean
  readonly version: string
  /** The folder that the runtime was unpacked to. */
  readonly folder: string
}

/**
 * The one place that decides which Electron runs, and how. Call it inside {@link withDisplay}, so that `env` names the
 * display.
 */
export function electronLaunch(): ElectronLaunch {
  const { folder, executable, fallback } = installedElectron()
  return {
    executablePath: join(folder, executable),
    args: [...sandboxArguments(), PROJECT_ROOT],
    env: environment(),
    fallback,
    version: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, ''),
    folder
  }
}

/** Chromium refuses to run as root with its sandbox; the app itself never turns it off. */
export function sandboxArguments(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function installedElectron(): { folder: string; executable: string; fallback: boolean } {
  const current = join(PROJECT_ROOT, 'node_modules', 'electron')
  const pathFile = join(current, 'path.txt')
  if (existsSync(pathFile)) {
    return { folder: join(current, 'dist'), executable: readFileSync(pathFile, 'utf8'), fallback: false }
  }
  const folder = fallbackFolder(PROJECT_ROOT)
  if (existsSync(join(folder, 'electron'))) return { folder, executable: 'electron', fallback: true }
  throw new Error('No Electron runtime is installed. Run: npm run setup')
}

/** The environment without what would turn Electron into a plain Node. */
function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(entries.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE' && name !== 'NODE_OPTIONS'))
}
