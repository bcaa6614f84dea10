import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { createCupsSpooler } from './cups.ts'
import { createIppConnection, ippAddressOf } from './ipp-connection.ts'
import type { Spooler } from './spooler.ts'

/** What keeps the print queues of this computer. */
export function systemSpooler(): Spooler {
  const address = ippAddressOf(process.env['CUPS_SERVER'], existsSync)
  return createCupsSpooler(createIppConnection(address), userInfo().username)
}
