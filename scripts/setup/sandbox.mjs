import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SetupError } from './terminal.mjs'

const SET_USER_ID = 0o4000

/** Settings by which a Linux system keeps user namespaces from programs of ordinary users, and the value that does. */
const RESTRICTIONS = [
  ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
  ['/proc/sys/kernel/unprivileged_userns_clone', '0']
]

/**
 * Makes sure that Chromium can build its sandbox. Where user namespaces are restricted (Ubuntu from 23.10 on), it does so
 * by a helper that belongs to root; making it so is for the machine's owner.
 */
export function checkSandbox(runtime) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return
  const restricted = RESTRICTIONS.some(([file, value]) => read(file) === value)
  const helper = join(runtime, 'chrome-sandbox')
  if (!restricted || isRootsHelper(helper)) return
  throw new SetupError(
    "This system lets no ordinary program build a sandbox, and Electron does not start without one. Give Electron's helper " +
      `the right, then run the command again:\nsudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`
  )
}

function isRootsHelper(file) {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats !== undefined && stats.uid === 0 && (stats.mode & SET_USER_ID) !== 0
}

function read(file) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}
