import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { createCupsSpooler } from './cups.ts'
import { createIppConnection, ippAddressOf } from './ipp-connection.ts'
import type { Spooler } from './spooler.ts'

/** What keeps the print queues of this computer; null where it is none that the station can speak to. */
export function systemSpooler(): Spooler | null {
  if (process.platform === 'win32') return null
  const address = ippAddressOf(process.env['CUPS_SERVER'], existsSync)
  return createCupsSpooler(createIppConnection(address), userInfo().username)
}
