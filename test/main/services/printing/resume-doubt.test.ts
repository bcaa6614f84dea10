import { describe, expect, it } from 'vitest'
import { encodeOwnLabel } from '../../../../src/core/barcode/own-label.ts'
import type { Instant } from '../../../../src/core/clock.ts'
import type { ResumePlace } from '../../../../src/core/printing/place.ts'
import type { StationContext } from '../../../../src/main/services/context.ts'
import { createPrintingDirectory } from '../../../../src/main/services/printing/directory.ts'
import { printCommands, printLocation, recoverLedger } from '../../../../src/main/services/printing/print-ledger.ts'
import { goOnWithoutLook, resumeFromList } from '../../../../src/main/services/printing/resume.ts'
import { beginEpoch } from '../../../../src/main/services/restoring.ts'
import { readSession, writeSession } from '../../../../src/main/services/session-store.ts'
import { transaction } from '../../../../src/main/store/database.ts'
import { stepLabel, stepToSending } from '../../../../src/main/store/label-step.ts'
import { allLabels, nextQueued } from '../../../../src/main/store/label.ts'
import { noteCounter, stopPrinter } from '../../../../src/main/store/print-stop.ts'
import { scan, stationWithOrder, testClock } from '../../../helpers/store.ts'

const AT = '2026-11-23T10:00:00.000Z' as Instant
const READING = { reading: { labels: 100, printer: 'Z1' } }

/** The next labels of a printer are sent to it. */
function sendNext({ db, station }: StationContext, printer: string, count: number): void {
  for (const { id } of nextQueued(db, printer, count)) {
    stepToSending(db, id, AT, station.id, Buffer.from('^XA^XZ'), READING)
    stepLabel(db, id, AT, station.id, 'sent', READING)
  }
}

function states({ db }: StationContext): readonly string[] {
  return allLabels(db, null).map(({ state }) => state)
}

/** So many labels of units were sent, and the station was ended with them on their way. */
function unitsInDoubt(count: number, context = stationWithOrder()): StationContext {
  scan(context, 'PO-1', 'GENERATED', `DS:QTY:${count}`, 'DS:DONE')
  sendNext(context, 'units', count)
  recoverLedger(context, ['units', 'lots'])
  return context
}

/** What the square symbol of a label holds. */
function squareOf({ db }: StationContext, index: number): string {
  const label = allLabels(db, null)[index]
  if (!label) throw new Error(`There is no label ${index}`)
  return encodeOwnLabel({ ...label, partNumber: label.partNumber ?? '', quantity: null })
}

describe('a linear symbol', () => {
  it('does not prove a copy: the one before bears it too', () => {
    const context = unitsInDoubt(1)
    scan(context, 'DS:RESUME', 'DS:DONE', 'DS:DONE')
    expect(states(context)).toEqual(['void', 'queued'])
    sendNext(context, 'units', 1)
    recoverLedger(context, ['units', 'lots'])
    expect(scan(context, 'DS:RESUME', 'SN-26-0001').answer).toMatchObject({ sound: 'attention', title: 'Which label?' })
    expect(states(context)).toEqual(['void', 'unknown'])
    expect(scan(context, squareOf(context, 1)).answer).toMatchObject({ title: 'units goes on' })
    expect(states(context)).toEqual(['void', 'verified'])
  })

  /** Two labels of one lot were sent; the first is certain where it is told so. */
  function lotTwice(certain: number): StationContext {
    const context = stationWithOrder()
    for (let received = 0; received < 2; received += 1) {
      scan(context, 'PO-1', 'SUPPLIER-LOT', 'L-77', 'DS:QTY:5', 'DS:DONE')
    }
    expect(states(context)).toEqual(['queued', 'queued'])
    sendNext(context, 'lots', 2)
    for (const { id } of allLabels(context.db, null).slice(0, certain)) {
      stepLabel(context.db, id, AT, 'DOCK-1', 'printed', READING)
    }
    recoverLedger(context, ['units', 'lots'])
    return context
  }

  it.each([0, 1])('proves no label where another of those at hand bears it too (%i certain)', (certain) => {
    const context = lotTwice(certain)
    const before = states(context)
    expect(scan(context, 'DS:RESUME', 'L-77').answer).toMatchObject({
      sound: 'attention',
      message: expect.stringContaining('Scan the square symbol')
    })
    expect(states(context)).toEqual(before)
    scan(context, squareOf(context, 1))
    expect(states(context)[1]).toBe('verified')
  })

  it.each([
    [
      'lot',
      'lots',
      'L-77',
      (context: StationContext) => scan(context, 'PO-1', 'SUPPLIER-LOT', 'L-77', 'DS:QTY:5', 'DS:DONE')
    ],
    ['place', 'units', 'A-01', (context: StationContext) => printLocation(context, 'A-01')]
  ])('proves no label of a %s of which another was printed long before', (_, printer, code, queue) => {
    const context = stationWithOrder()
    queue(context)
    sendNext(context, printer, 1)
    for (const { id } of allLabels(context.db, null)) stepLabel(context.db, id, AT, 'DOCK-1', 'printed', READING)
    queue(context)
    sendNext(context, printer, 1)
    recoverLedger(context, ['units', 'lots'])
    expect(scan(context, 'DS:RESUME', code).answer).toMatchObject({ sound: 'attention', title: 'Which label?' })
    expect(states(context)).toEqual(['printed', 'unknown'])
  })

  it('proves the only label that bears it', () => {
    const context = stationWithOrder()
    scan(context, 'PO-1', 'SUPPLIER-LOT', 'L-77', 'DS:QTY:5', 'DS:DONE')
    scan(context, 'PO-1', 'SUPPLIER-LOT', 'L-78', 'DS:QTY:5', 'DS:DONE')
    sendNext(context, 'lots', 2)
    recoverLedger(context, ['units', 'lots'])
    scan(context, 'DS:RESUME', 'L-77')
    expect(states(context)).toEqual(['verified', 'void', 'queued'])
  })
})

describe('a clock that is set back', () => {
  it('leaves no label out of the question of its printer', () => {
    const clock = testClock()
    const context = stationWithOrder(undefined, clock)
    scan(context, 'PO-1', 'GENERATED', 'DS:QTY:3', 'DS:DONE')
    sendNext(context, 'units', 2)
    stopPrinter(context.db, { printer: 'units', at: AT, reason: 'The printer does not answer.' })
    clock.set('2026-11-23T09:00:00.000Z')
    recoverLedger(context, ['units', 'lots'])
    expect(scan(context, 'DS:RESUME').answer).toMatchObject({
      message: expect.stringContaining('whether SN-26-0001 of GENERATED to SN-26-0002 of GENERATED came out')
    })
  })

  it('asks for no label again that was left for later', () => {
    const clock = testClock()
    const context = stationWithOrder(undefined, clock)
    scan(context, 'PO-1', 'GENERATED', 'DS:QTY:2', 'DS:DONE')
    sendNext(context, 'units', 1)
    recoverLedger(context, ['units', 'lots'])
    goOnWithoutLook(context, 'units')
    clock.set('2026-11-23T09:00:00.000Z')
    sendNext(context, 'units', 1)
    recoverLedger(context, ['units', 'lots'])
    expect(scan(context, 'DS:RESUME').answer).toMatchObject({
      message: expect.stringContaining('whether SN-26-0002 of GENERATED came out')
    })
  })
})

describe('labels that came into doubt after the question', () => {
  /** Somebody was asked for the first of five; the printer went on without a look, and stopped with the last two. */
  function stoppedAnew(...scans: readonly string[]): StationContext {
    const clock = testClock()
    const context = stationWithOrder(undefined, clock)
    scan(context, 'PO-1', 'GENERATED', 'DS:QTY:5', 'DS:DONE')
    sendNext(context, 'units', 3)
    recoverLedger(context, ['units', 'lots'])
    scan(context, ...scans)
    clock.set('2026-11-23T10:05:00.000Z')
    goOnWithoutLook(context, 'units')
    sendNext(context, 'units', 2)
    recoverLedger(context, ['units', 'lots'])
    return context
  }

  it.each([
    [['DS:RESUME', 'SN-26-0003'], 'DS:PICK:1'],
    [['DS:RESUME', 'DS:DONE'], 'DS:DONE'],
    [['DS:RESUME'], 'SN-26-0004']
  ])('are asked for before anything is said of them (%j, %s)', (scans, late) => {
    const context = stoppedAnew(...scans)
    const before = states(context)
    expect(scan(context, late).answer).toMatchObject({
      sound: 'attention',
      title: 'What came out of units?',
      message: expect.stringContaining('whether SN-26-0004 of GENERATED to SN-26-0005 of GENERATED came out')
    })
    expect(states(context)).toEqual(before)
    expect(scan(context, 'SN-26-0005').answer).toMatchObject({ title: 'SN-26-0005 of GENERATED is there' })
    expect(scan(context, 'DS:PICK:1').answer).toMatchObject({ title: 'units goes on' })
    expect(states(context).slice(3)).toEqual(['printed', 'verified'])
  })

  it('are asked for where the station does not know any more for which it had asked', () => {
    const context = unitsInDoubt(2)
    scan(context, 'DS:RESUME')
    const session = readSession(context.db)
    const { asked: _, ...at } = session.at as ResumePlace
    writeSession(context.db, { ...session, at })
    expect(scan(context, 'SN-26-0002').answer).toMatchObject({ sound: 'attention', title: 'What came out of units?' })
    expect(states(context)).toEqual(['unknown', 'unknown'])
    expect(scan(context, 'SN-26-0002').answer).toMatchObject({ title: 'SN-26-0002 of GENERATED is there' })
  })

  it.each(['none', 'all'] as const)('are not meant by what is said of a list that shows them not (%s)', (kind) => {
    const context = unitsInDoubt(3)
    const listed = allLabels(context.db, null).map(({ id }) => id)
    expect(() => resumeFromList(context, 'units', { kind }, listed.slice(0, 2))).toThrow(/Look at the list again/)
    expect(states(context)).toEqual(['unknown', 'unknown', 'unknown'])
    resumeFromList(context, 'units', { kind }, listed)
    expect(states(context).slice(0, 3)).toEqual(Array(3).fill(kind === 'all' ? 'printed' : 'void'))
  })
})

describe('labels of commands in doubt', () => {
  it('are not said to be good by a scan, which may be of the label of just that command', () => {
    const context = stationWithOrder()
    const count = printCommands(context)
    scan(context, 'PO-1', 'GENERATED', 'DS:DONE')
    sendNext(context, 'units', count + 1)
    recoverLedger(context, ['units', 'lots'])
    const found = scan(context, 'DS:RESUME', 'SN-26-0001').answer
    expect(found.title).toBe('SN-26-0001 of GENERATED is there')
    expect(found.message).not.toContain('DS:PICK:1:')
    const before = states(context)
    expect(scan(context, 'DS:PICK:1').answer).toMatchObject({ sound: 'attention', title: 'Choose it on the screen' })
    expect(states(context)).toEqual(before)
  })

  it('are not scanned to say that none of those after them came out', () => {
    const context = stationWithOrder()
    const count = printCommands(context)
    scan(context, 'PO-1', 'GENERATED', 'DS:QTY:3', 'DS:DONE')
    sendNext(context, 'units', count + 3)
    for (const { id } of allLabels(context.db, null).slice(0, count)) {
      stepLabel(context.db, id, AT, 'DOCK-1', 'printed', READING)
    }
    recoverLedger(context, ['units', 'lots'])
    const found = scan(context, 'DS:RESUME', 'SN-26-0003').answer
    expect(found.message).toMatch(/Scan the last good label of them, too. If none of them is there, scan DS:DONE\.$/)
    expect(scan(context, 'DS:PICK:1').answer).toMatchObject({ sound: 'attention', title: 'Choose it on the screen' })
    expect(states(context).slice(count)).toEqual(['unknown', 'unknown', 'verified'])
  })
})

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
