import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { gist, run, say, SetupError } from './terminal.mjs'

/**
 * What Electron, node-hid and usb load, and the display server that stands in for a screen, as Debian and Ubuntu name them.
 * Of alternatives the first that the system knows is taken: releases with 64-bit times renamed some.
 */
const PACKAGES = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libasound2t64', 'libasound2'],
  ['libcups2t64', 'libcups2'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libnss3'],
  ['libgbm1'],
  ['libxkbcommon0'],
  ['libudev1'],
  ['libusb-1.0-0'],
  ['xvfb'],
  ['xauth']
]

const NATIVE_MODULES = [
  `node_modules/node-hid/prebuilds/HID_hidraw-linux-${process.arch}/node-napi-v4.node`,
  `node_modules/usb/prebuilds/linux-${process.arch}/node.napi.glibc.node`
]

/** Provides what the Electron runtime in `runtime` needs of a Linux system; other systems bring it along. */
export function provideSystemLibraries(root, runtime) {
  if (process.platform !== 'linux') return
  const files = [join(runtime, 'electron'), ...NATIVE_MODULES.map((file) => join(root, file))]
  const missing = missingFor(files)
  if (missing.length === 0) return

  if (!isDebian()) {
    throw new SetupError(
      `This system lacks ${missing.join(', ')}. Install GTK 3, NSS, ALSA, CUPS, GBM, libusb, Xvfb and xauth with its ` +
        'package manager, then run the command again.'
    )
  }
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `This system lacks ${missing.join(', ')}. Install it, then run the command again:\n` +
        `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${knownPackages().join(' ')}`
    )
  }
  say(`installing what the system lacks: ${missing.join(', ')}`)
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...knownPackages())
  const stillMissing = missingFor(files)
  if (stillMissing.length > 0) {
    throw new SetupError(
      `This system still lacks ${stillMissing.join(', ')}. Install what provides it, then run the command again.`
    )
  }
}

function missingFor(files) {
  const libraries = files.filter((file) => existsSync(file)).flatMap((file) => missingLibraries(file))
  const programs = process.env.DISPLAY ? [] : ['Xvfb', 'xauth'].filter((program) => !isOnPath(program))
  return [...new Set([...libraries, ...programs])]
}

/** Libraries that the loader cannot find: `libnss3.so => not found`. */
function missingLibraries(file) {
  const { output } = run('ldd', [file], { env: { ...process.env, LC_ALL: 'C' } })
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}

function isDebian() {
  try {
    return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

function knownPackages() {
  return PACKAGES.map((names) => names.find((name) => run('apt-cache', ['show', name]).ok) ?? names.at(-1))
}

function apt(...args) {
  const { ok, output } = run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  })
  if (!ok)
    throw new SetupError(`apt-get ${args[0]} failed:\n${gist(output)}\nMend what it names, then run the command again.`)
}
