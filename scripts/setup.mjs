// Brings a fresh machine to where every command of the project works; quick when there is nothing to do.
//
//   node scripts/setup.mjs            # what is missing
//   node scripts/setup.mjs --retry    # and tries the download of Electron again, should it have failed lately
//
// Plain JavaScript for Node 18 and later: it runs before any package is there.
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { provideElectron } from './setup/electron.mjs'
import { providePackages } from './setup/packages.mjs'
import { checkSandbox } from './setup/sandbox.mjs'
import { provideSystemLibraries } from './setup/system-libraries.mjs'
import { say, SetupError } from './setup/terminal.mjs'

export const PROJECT_ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Ends the process with status 1 and a message when something is missing that set-up cannot provide.
 *
 * @param {{ retry?: boolean, window?: boolean }} options `window: false` leaves out what only a window needs
 */
export function setUp({ retry = false, window = true } = {}) {
  try {
    providePackages(PROJECT_ROOT)
    if (!window) return
    const electron = provideElectron(PROJECT_ROOT, { retry })
    provideSystemLibraries(PROJECT_ROOT, electron)
    checkSandbox(electron)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    say(error.message)
    process.exit(1)
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  setUp({ retry: process.argv.includes('--retry') })
}
