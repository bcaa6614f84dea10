import type { PrinterAtWork } from '../../../ipc/printing-views.ts'
import type { DeviceStatus } from '../../../ipc/views.ts'
import type { ReadableDb } from '../../store/database.ts'
import { waitingFor } from '../../store/label.ts'
import { tornLabels } from '../../store/torn-label.ts'
import { nameOf } from './label-name.ts'
import { doubtfulLabels, printStops } from '../../store/print-stop.ts'

/** The printers of the settings, each with the labels that wait for it. */
export function printersAtWork(db: ReadableDb, devices: readonly DeviceStatus[]): readonly PrinterAtWork[] {
  const doubtful = new Map(printStops(db).map((stop) => [stop.printer, doubtfulLabels(db, stop).length]))
  const torn = tornLabels(db)
  return devices
    .filter(({ role }) => role === 'printer')
    .map(({ id, health, brief, words }) => ({
      id,
      health,
      brief,
      words,
      waiting: waitingFor(db, id),
      doubtful: doubtful.get(id) ?? 0,
      torn: torn.filter(({ printer }) => printer === id).map((row) => nameOf(row).name)
    }))
}
