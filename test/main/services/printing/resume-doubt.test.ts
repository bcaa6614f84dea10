import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../../src/core/clock.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { createPrintingDirectory } from '../../../../src/main/services/printing/directory.ts'
import { recoverLedger } from '../../../../src/main/services/printing/print-ledger.ts'
import { beginEpoch } from '../../../../src/main/services/restoring.ts'
import { transaction } from '../../../../src/main/store/database.ts'
import { stepLabel, stepToSending } from '../../../../src/main/store/label-step.ts'
import { nextQueued } from '../../../../src/main/store/label.ts'
import { noteCounter } from '../../../../src/main/store/print-stop.ts'
import { scan, stationWithOrder } from '../../../helpers/store.ts'

const AT = '2026-11-23T10:00:00.000Z' as Instant
const READING = { reading: { labels: 100, printer: 'Z1' } }

/** The next labels of a printer are sent to it. */
function sendNext({ db, station }: StationContext, printer: string, count: number): void {
  for (const { id } of nextQueued(db, printer, count)) {
    stepToSending(db, id, AT, station.id, Buffer.from('^XA^XZ'), READING)
    stepLabel(db, id, AT, station.id, 'sent', READING)
  }
}

/** So many labels of units were sent, and the station was ended with them on their way. */
function unitsInDoubt(count: number, context = stationWithOrder()): StationContext {
  scan(context, 'PO-1', 'GENERATED', `DS:QTY:${count}`, 'DS:DONE')
  sendNext(context, 'units', count)
  recoverLedger(context, ['units', 'lots'])
  return context
}

describe('labels that waited when a backup was made', () => {
  it('are listed behind those that had been sent: they come out after them', () => {
    const context = stationWithOrder()
    scan(context, 'PO-1', 'GENERATED', 'DS:QTY:4', 'DS:DONE')
    sendNext(context, 'units', 2)
    transaction(context.db, () => beginEpoch(context, undefined, {}))
    const serials = createPrintingDirectory(context)
      .stopped()
      .flatMap(({ doubtful }) => doubtful.map(({ code }) => code))
    expect(serials).toEqual(['SN-26-0001', 'SN-26-0002', 'SN-26-0003', 'SN-26-0004'])
  })
})

describe('the counter of a printer', () => {
  it('says nothing of labels in doubt once it may have counted those after them', () => {
    const context = unitsInDoubt(2)
    noteCounter(context.db, 'units', 101, 'Z1')
    expect(scan(context, 'DS:RESUME').answer.message).toContain('Its counter speaks for SN-26-0001')
    scan(context, 'SN-26-0002', 'DS:CANCEL')
    expect(scan(context, 'DS:RESUME').answer.message).not.toContain('Its counter')
  })
})
