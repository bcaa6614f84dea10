import type { PrinterAtWork } from '../../../ipc/printing-views.ts'
import type { DeviceStatus } from '../../../ipc/views.ts'
import type { ReadableDb } from '../../store/database.ts'
import { waitingByPrinter } from '../../store/label.ts'
import { doubtfulLabels, printStops } from '../../store/print-stop.ts'

/** The printers of the settings, each with the labels that wait for it. */
export function printersAtWork(db: ReadableDb, devices: readonly DeviceStatus[]): readonly PrinterAtWork[] {
  const waiting = waitingByPrinter(db)
  const doubtful = new Map(printStops(db).map((stop) => [stop.printer, doubtfulLabels(db, stop).length]))
  return devices
    .filter(({ role }) => role === 'printer')
    .map(({ id, health, brief, words }) => ({
      id,
      health,
      brief,
      words,
      waiting: waiting.get(id) ?? 0,
      doubtful: doubtful.get(id) ?? 0
    }))
}
