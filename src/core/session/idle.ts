import { assertNever } from '../assert.ts'
import { openRunNumbered } from '../assembly/open-run.ts'
import type { PlaceCommand } from '../barcode/commands.ts'
import type { OwnLabel } from '../barcode/own-label.ts'
import type { PlaceReading } from '../barcode/reading.ts'
import type { LotId, PartId } from '../ids.ts'
import { startCount } from '../counts/count.ts'
import { startPutAway } from '../inventory/put-away.ts'
import { holdSentence, type Hold } from '../quality/hold.ts'
import { startHold } from '../quality/hold-by-scan.ts'
import { shown } from '../words.ts'
import { reprintNeedsReason } from './anywhere.ts'
import { accepted, refused, type Answer } from './answer.ts'
import type { StationDirectory } from './directory.ts'
import { openOrder, openOrderNumbered } from '../receiving/open-order.ts'
import { factsOfSupplierLabel } from '../barcode/label-facts.ts'
import type { Session } from './session.ts'
import { startResume } from '../printing/resume.ts'

/** Nothing is open: an order opens its receipt, a place takes what is put away, a unit, lot or part opens its trace. */
export function decideIdle(session: Session, reading: PlaceReading, directory: StationDirectory): Answer {
  switch (reading.kind) {
    case 'command':
      return decideCommand(session, reading.command, directory)
    case 'own-label':
      return traceOfOwnLabel(session, reading.label, directory)
    case 'supplier-label':
      return refused('wrong-kind', 'No order is open', noOrderFor(factsOfSupplierLabel(reading.label).partNumbers[0]))
    case 'gtin':
    case 'text':
      return decideText(session, reading.text, directory)
    default:
      return refused('unknown-code', 'Not known', 'Scan an order number, or a label of this station.')
  }
}

function decideCommand(session: Session, command: PlaceCommand, directory: StationDirectory): Answer {
  switch (command.kind) {
    case 'order':
      return openOrderNumbered(session, command.number, directory)
    case 'location':
      return startPutAway(session, command.code, directory)
    case 'home':
    case 'cancel':
      return accepted(session, 'Ready', 'Scan an order number.')
    case 'reprint':
      return reprintNeedsReason()
    case 'run':
      return openRunNumbered(session, command.number, directory)
    case 'count':
      return startCount(session)
    case 'hold':
      return startHold(session)
    case 'done':
    case 'undo':
    case 'generate':
    case 'quantity':
      return refused('wrong-kind', 'No order is open', 'Scan the order number first, then a part.')
    case 'resume':
      return startResume(session, directory)
    default:
      return assertNever(command)
  }
}

/** A text that names several things is the first of these, everywhere in this order but for what a state asks for. */
function decideText(session: Session, text: string, directory: StationDirectory): Answer {
  const order = directory.order(text)
  if (order) return openOrder(session, order, directory)
  const parts = directory.partsNamed(text)
  if (parts.length > 0) return trace(session, text, null, holdsOnStock(parts, directory))
  if (directory.location(text)) return startPutAway(session, text, directory)
  if (directory.serial(text)) return trace(session, text, null, holdsOnUnit(text, directory))
  const lots = directory.lotsNamed(text)
  if (lots.length > 0) return trace(session, text, null, holdsOnLots(lots, directory))
  const issue = directory.quality.issueNumbered(text)
  if (issue !== undefined) return showIssue(session, issue)
  if (directory.assembly.run(text)) {
    return refused('wrong-kind', 'That is a run', `${shown(text)} is a production run. DS:RUN:${shown(text)} opens it.`)
  }
  return refused(
    'unknown-code',
    'Not known',
    `${shown(text)} is no order, part, place, serial or lot of this station. Scan an order number to receive.`
  )
}

function traceOfOwnLabel(session: Session, label: OwnLabel, directory: StationDirectory): Answer {
  if (label.serial !== null) {
    if (!directory.serial(label.serial)) return ofAnotherStation(label, label.serial)
    return trace(session, label.serial, null, holdsOnUnit(label.serial, directory))
  }
  if (label.lot !== null) {
    const lots = directory.lotsNamed(label.lot)
    if (lots.length === 0) return ofAnotherStation(label, label.lot)
    const parts = directory.partsNamed(label.partNumber)
    const ofPart = lots.filter(({ partId }) => parts.includes(partId))
    return trace(session, label.lot, label.partNumber, holdsOnLots(ofPart, directory))
  }
  return trace(session, label.partNumber, null, holdsOnStock(directory.partsNamed(label.partNumber), directory))
}

function ofAnotherStation({ label, partNumber }: OwnLabel, code: string): Answer {
  return refused(
    'unknown-code',
    'Label of another station',
    `${label} names ${code} of ${partNumber}, which this station has not received.`,
    'attention'
  )
}

/** What is on hold says so before anything else: whoever scanned it has it in the hand. */
function trace(session: Session, code: string, part: string | null, holds: readonly Hold[]): Answer {
  return accepted(session, code, `${holdSentence(holds)}Its history is on the screen.`, {
    sound: holds.length > 0 ? 'attention' : 'accepted',
    show: { kind: 'trace', code, part }
  })
}

function showIssue(session: Session, issue: string): Answer {
  return accepted(session, issue, 'The issue is on the screen.', { show: { kind: 'issue', issue } })
}

function holdsOnUnit(serial: string, { stock, quality }: StationDirectory): readonly Hold[] {
  const row = stock.unit(serial)
  return row ? quality.holdsOnRow(row.id) : []
}

function holdsOnLots(lots: readonly { readonly id: LotId }[], { quality }: StationDirectory): readonly Hold[] {
  return lots.flatMap(({ id }) => quality.holdsOnLot(id))
}

function holdsOnStock(parts: readonly PartId[], { stock, quality }: StationDirectory): readonly Hold[] {
  return parts.flatMap((part) => stock.untrackedRows(part)).flatMap(({ id }) => quality.holdsOnRow(id))
}

function noOrderFor(partNumber: string | undefined): string {
  const label =
    partNumber === undefined ? 'This is a supplier label' : `This is a supplier label of ${shown(partNumber)}`
  return `${label}. Scan the order number first, then the label.`
}
