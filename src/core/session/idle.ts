import { assertNever } from '../assert.ts'
import type { Command } from '../barcode/commands.ts'
import type { OwnLabel } from '../barcode/own-label.ts'
import type { CertainReading } from '../barcode/interpret.ts'
import { startPutAway } from '../inventory/put-away.ts'
import { reprintNeedsReason } from './anywhere.ts'
import { accepted, refused, type Answer } from './answer.ts'
import type { StationDirectory } from './directory.ts'
import { openOrder, openOrderNumbered } from '../receiving/open-order.ts'
import { shown } from '../receiving/serial-check.ts'
import { factsOfSupplierLabel } from '../receiving/label-facts.ts'
import type { Session } from './session.ts'

/** Nothing is open: an order opens its receipt, a place takes what is put away, a unit, lot or part opens its trace. */
export function decideIdle(session: Session, reading: CertainReading, directory: StationDirectory): Answer {
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

function decideCommand(session: Session, command: Command, directory: StationDirectory): Answer {
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
      return refused('unknown-code', 'Unknown run', `There is no production run ${command.number} on this station.`)
    case 'count':
      return refused(
        'not-available',
        'Counting is not set up',
        'This station has no counts yet. Scan an order number to receive.'
      )
    case 'done':
    case 'undo':
    case 'generate':
    case 'quantity':
      return refused('wrong-kind', 'No order is open', 'Scan the order number first, then a part.')
    default:
      return assertNever(command)
  }
}

function decideText(session: Session, text: string, directory: StationDirectory): Answer {
  const order = directory.order(text)
  if (order) return openOrder(session, order, directory)
  if (directory.location(text)) return startPutAway(session, text, directory)
  if (directory.serial(text)) return trace(session, text, null)
  if (directory.lotsNamed(text).length > 0) return trace(session, text, null)
  if (directory.partsNamed(text).length > 0) return trace(session, text, null)
  return refused(
    'unknown-code',
    'Not known',
    `${shown(text)} is no order, place, serial, lot or part of this station. Scan an order number to receive.`
  )
}

function traceOfOwnLabel(session: Session, label: OwnLabel, directory: StationDirectory): Answer {
  const code = label.serial ?? label.lot
  if (code === null) return trace(session, label.partNumber, null)
  const known = label.serial === null ? directory.lotsNamed(code).length > 0 : directory.serial(code) !== undefined
  if (!known) {
    return refused(
      'unknown-code',
      'Label of another station',
      `${label.label} names ${code} of ${label.partNumber}, which this station has not received.`,
      'attention'
    )
  }
  return trace(session, code, label.serial === null ? label.partNumber : null)
}

function trace(session: Session, code: string, part: string | null): Answer {
  return accepted(session, code, 'Its history is on the screen.', { show: { kind: 'trace', code, part } })
}

function noOrderFor(partNumber: string | undefined): string {
  const label =
    partNumber === undefined ? 'This is a supplier label' : `This is a supplier label of ${shown(partNumber)}`
  return `${label}. Scan the order number first, then the label.`
}
