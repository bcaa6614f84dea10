import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { createCupsSpooler } from './cups.ts'
import { createIppConnection, ippAddressOf } from './ipp-connection.ts'
import type { SpoolHelper } from './spool-helper.ts'
import type { Spooler } from './spooler.ts'
import { createWindowsSpooler } from './windows-spooler.ts'

/**
 * What keeps the print queues of this computer: CUPS, or the spooler of Windows.
 *
 * @param startHelper starts the process that speaks to the spooler of Windows
 */
export function systemSpooler(startHelper: () => SpoolHelper): Spooler {
  if (process.platform === 'win32') return createWindowsSpooler(startHelper)
  const address = ippAddressOf(process.env['CUPS_SERVER'], existsSync)
  return createCupsSpooler(createIppConnection(address), userInfo().username)
}
