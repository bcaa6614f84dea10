import { spawnSync } from 'node:child_process'

/** How many majors Electron's makers keep mending at a time. */
const SUPPORTED_MAJORS = 3

/** Whether a version still gets its security fixes; undefined where the newest version cannot be asked for. */
export function isSupported(version: string): boolean | undefined {
  const { status, stdout } = spawnSync('npm', ['view', 'electron', 'dist-tags.latest'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 30_000
  })
  if (status !== 0) return undefined
  return isWithinSupport(version, stdout.trim())
}

export function isWithinSupport(version: string, newest: string): boolean {
  return majorOf(newest) - majorOf(version) < SUPPORTED_MAJORS
}

function majorOf(version: string): number {
  const major = Number.parseInt(version, 10)
  if (Number.isNaN(major)) throw new Error(`${JSON.stringify(version)} is no version`)
  return major
}
