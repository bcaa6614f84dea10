import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fillFolder, hasPrograms, must, unpackPackage } from '../debian.ts'
import { PROJECT_ROOT } from '../project.ts'
import { run } from '../setup/terminal.mjs'

const FOLDER = join(PROJECT_ROOT, '.runtime', 'cups')
/** The scheduler, and the program that brings jobs to port 9100; then what the scheduler loads and few systems have. */
const PACKAGES = ['cups-daemon', 'cups']
const LIBRARIES = ['libpaper1', 'libpaper2']

/** CUPS as Debian has it, unpacked and not installed: tests start one of their own. */
export interface CupsFiles {
  readonly scheduler: string
  /** Where its libraries are, for `LD_LIBRARY_PATH`. */
  readonly libraries: string
  readonly socketBackend: string
  /** Starts a backend as the user that it is to have. */
  readonly executor: string
}

/** Downloads it where it is not there yet. Throws where that cannot be done. */
export function provideCups(): void {
  if (process.platform !== 'linux' || !hasPrograms(['apt-get', 'dpkg'])) throw new Error('it needs Debian or Ubuntu')
  fillFolder(FOLDER, (folder) => {
    if (!run('apt-cache', ['show', 'cups-daemon']).ok) must('apt-get', ['update', '-q'])
    const libraries = LIBRARIES.filter((name) => run('apt-cache', ['show', name]).ok)
    for (const name of [...PACKAGES, ...libraries]) unpackPackage(name, folder)
  })
}

/** Undefined where it was not provided, or cannot run here. */
export function findCups(): CupsFiles | undefined {
  const files: CupsFiles = {
    scheduler: join(FOLDER, 'usr/sbin/cupsd'),
    libraries: join(FOLDER, 'usr/lib', `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`),
    socketBackend: join(FOLDER, 'usr/lib/cups/backend-available/socket'),
    executor: join(FOLDER, 'usr/lib/cups/daemon/cups-exec')
  }
  const { scheduler, libraries, socketBackend, executor } = files
  if (![scheduler, socketBackend, executor].every((file) => existsSync(file))) return undefined
  const { output } = run('ldd', [scheduler], { env: { ...process.env, LD_LIBRARY_PATH: libraries, LC_ALL: 'C' } })
  return output.includes('not found') ? undefined : files
}
