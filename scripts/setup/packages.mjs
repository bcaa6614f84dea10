import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gist, run, say, SetupError } from './terminal.mjs'

/** Brings `node_modules` to what `package-lock.json` says. */
export function providePackages(root) {
  if (packagesMatch(root)) return
  say('installing packages (npm ci), a minute or two on first use')
  const npm = process.env.npm_execpath
  // Every native module comes with its binaries. Install scripts would only ask for a compiler, Python and Node's headers
  // to find that out, on machines that have none of them.
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts']
  // A machine set up for production would leave out what builds and tests the project.
  const env = { ...process.env, NODE_ENV: 'development', npm_config_omit: '' }
  const options = { cwd: root, env, shell: !npm && process.platform === 'win32' }
  const { ok, output } = npm ? run(process.execPath, [npm, ...args], options) : run('npm', args, options)
  if (ok) return
  throw new SetupError(
    `npm ci failed:\n${gist(output)}\nMend what it names (often the network), then run the command again.`
  )
}

/**
 * Whether each package of the lockfile is installed, by npm's own record of what it put there.
 *
 * npm writes that record last, so an installation that was cut off has none.
 */
export function packagesMatch(root) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const installed = packagesIn(record)
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.link) continue
    const found = installed[path]
    if (found ? found.version !== entry.version || found.integrity !== entry.integrity : !mayBeAbsent(entry))
      return false
  }
  return Object.keys(installed).every((path) => path in wanted)
}

/** Optional packages are those of other platforms, but for the Node of this one. */
function mayBeAbsent(entry) {
  const isForHere =
    matches(entry.os, process.platform) && matches(entry.cpu, process.arch) && matches(entry.libc, 'glibc')
  return Boolean(entry.optional || entry.devOptional) && !(isForHere && entry.os)
}

function matches(allowed, value) {
  return !allowed || allowed.includes(value)
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}
