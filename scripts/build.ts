import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { PROJECT_ROOT } from './project.ts'

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']
const STAMP = join(PROJECT_ROOT, 'out', '.built')

/** Builds the app into `out/`, unless it is newer than everything it is made from. Speaks on stderr alone. */
export function buildIfNeeded(): void {
  if (builtAt() > Math.max(...SOURCES.map((name) => changedAt(join(PROJECT_ROOT, name))))) return
  build()
}

/** Builds the app into `out/`. Throws with the builder's own words when it cannot. */
export function build(): void {
  const startedAt = new Date()
  process.stderr.write('building the app\n')
  const builder = join(PROJECT_ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: PROJECT_ROOT,
    encoding: 'utf8'
  })
  if (status !== 0) throw new Error(`The app could not be built:\n${stripVTControlCharacters(stdout + stderr)}`)
  mkdirSync(join(PROJECT_ROOT, 'out'), { recursive: true })
  writeFileSync(STAMP, '')
  // What changes while the builder runs is newer than the stamp.
  utimesSync(STAMP, startedAt, startedAt)
}

function builtAt(): number {
  return statSync(STAMP, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** When a file, or the newest thing below a folder, last changed; a folder changes when a file in it goes. */
function changedAt(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) build()
