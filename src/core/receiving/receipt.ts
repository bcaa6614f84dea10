import { assertNever } from '../assert.ts'
import type { PlaceCommand } from '../barcode/commands.ts'
import type { PlaceReading } from '../barcode/reading.ts'
import type { OrderId, PartId } from '../ids.ts'
import { ZERO } from '../quantity.ts'
import { notWhileReceiving, putAwayAt, reprintNeedsReason } from '../session/anywhere.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import { shown } from '../words.ts'
import type { ReceivingLine } from './directory.ts'
import type { StationDirectory } from '../session/directory.ts'
import { factsOfOwnLabel, factsOfPartNumber, factsOfSupplierLabel, type LabelFacts } from '../barcode/label-facts.ts'
import { openLine } from './line.ts'
import { isOpen, roomOf } from './progress.ts'
import { describeHolder } from './serial-check.ts'
import type { Session } from '../session/session.ts'
import { startResume } from '../printing/resume.ts'

interface AtReceipt {
  readonly order: OrderId
}

/** An order is open: a part takes its first open line. */
export function decideOnReceipt(
  session: Session,
  at: AtReceipt,
  reading: PlaceReading,
  directory: StationDirectory
): Answer {
  switch (reading.kind) {
    case 'command':
      return decideCommand(session, at, reading.command, directory)
    case 'own-label': {
      const holder = reading.label.serial === null ? undefined : directory.serial(reading.label.serial)
      if (holder)
        return refused(
          'own-label',
          'Received already',
          `This is our own label: ${describeHolder(holder, directory.local)}`,
          'duplicate'
        )
      return takeLine(session, at, factsOfOwnLabel(reading.label), directory)
    }
    case 'supplier-label':
      return takeLine(session, at, factsOfSupplierLabel(reading.label), directory)
    case 'gtin':
    case 'text':
      return decideText(session, at, reading.text, directory)
    default:
      return refused('unknown-code', 'Not known', 'Scan a part of this order.')
  }
}

function decideCommand(session: Session, at: AtReceipt, command: PlaceCommand, directory: StationDirectory): Answer {
  switch (command.kind) {
    case 'done':
      return close(session, at, directory)
    case 'cancel':
    case 'home':
      return accepted(
        { ...session, at: { kind: 'idle' } },
        'Receipt left',
        'What was received stays received. Scan an order number to go on.'
      )
    case 'location':
      return putAwayAt(session, command.code, directory)
    case 'undo':
      return refused(
        'nothing-to-undo',
        'Nothing to take back',
        'No line is open. What is received is reversed on its own, never by undo.'
      )
    case 'order':
      return directory.orderAt(at.order)?.order === command.number
        ? accepted(session, `Order ${command.number}`, 'It is open already. Scan a part.')
        : notWhileReceiving(`Order ${command.number}`)
    case 'run':
      return notWhileReceiving(`Run ${command.number}`)
    case 'count':
      return notWhileReceiving('Counting')
    case 'hold':
      return notWhileReceiving('To put something on hold')
    case 'reprint':
      return reprintNeedsReason()
    case 'generate':
    case 'quantity':
      return refused('wrong-kind', 'No line is open', 'Scan a part of this order first.')
    case 'resume':
      return startResume(session, directory)
    default:
      return assertNever(command)
  }
}

function close(session: Session, at: AtReceipt, directory: StationDirectory): Answer {
  const number = directory.orderAt(at.order)?.order ?? ''
  const short = directory.lines(at.order).filter(isOpen)
  return accepted(
    { ...session, at: { kind: 'idle' } },
    'Receipt closed',
    short.length === 0
      ? `Every line of order ${number} is received in full.`
      : `${short.length} ${short.length === 1 ? 'line stays' : 'lines stay'} short on order ${number}: ${short.map((line) => line.part.partNumber).join(', ')}.`,
    { sound: 'line-complete', effect: { kind: 'close', order: at.order } }
  )
}

/** A part goes before all else: it is what a receipt asks for. */
function decideText(session: Session, at: AtReceipt, text: string, directory: StationDirectory): Answer {
  if (directory.partsNamed(text).length > 0) return takeLine(session, at, factsOfPartNumber(text), directory)
  const order = directory.order(text)
  if (order?.id === at.order) return accepted(session, `Order ${order.order}`, 'It is open already. Scan a part.')
  if (order) return notWhileReceiving(`Order ${order.order}`)
  if (directory.location(text)) return putAwayAt(session, text, directory)
  const holder = directory.serial(text)
  if (holder)
    return refused(
      'wrong-kind',
      'That is a serial',
      `${describeHolder(holder, directory.local)} Here a part of the order is scanned first.`
    )
  if (directory.lotsNamed(text).length > 0) {
    return refused('wrong-kind', 'That is a lot', `${shown(text)} is a lot. Scan its part first, then the lot.`)
  }
  return refused(
    'unknown-code',
    'Not known',
    `${shown(text)} is no part of this station. Scan a part number, a GTIN or a supplier label.`
  )
}

function takeLine(session: Session, at: AtReceipt, facts: LabelFacts, directory: StationDirectory): Answer {
  const named = partsOf(facts, directory)
  if (named.length === 0) {
    const texts = facts.partNumbers.map(shown).join(', ')
    return refused(
      'unknown-code',
      'Unknown part',
      texts === ''
        ? 'The label names no part. Scan the part number.'
        : `No part here is called ${texts}. Scan our part number.`
    )
  }
  const lines = directory.lines(at.order)
  const onOrder = lines.filter((line) => named.includes(line.part.id))
  if (onOrder.length === 0) {
    return refused(
      'not-on-order',
      'Not on this order',
      `${facts.partNumbers.map(shown).join(', ')} is not on order ${directory.orderAt(at.order)?.order ?? ''}. Put it aside, or open its own order.`
    )
  }
  const open = takeable(onOrder, directory)
  const first = open[0]
  if (!first) return refused('line-received', 'Received in full', overReceipt(onOrder))
  if (open.some((line) => line.part.id !== first.part.id)) {
    return refused(
      'ambiguous',
      'Two parts',
      `This code names ${partNumbersOf(open)} of this order. Scan our part number instead.`,
      'attention'
    )
  }
  return openLine(session, at.order, first, facts, directory)
}

/**
 * The lines that a part can be taken on: those that are open; else those that tolerate more; else, where a lead can be
 * asked for more, the last.
 */
function takeable(lines: readonly ReceivingLine[], { operators }: StationDirectory): readonly ReceivingLine[] {
  const open = lines.filter(isOpen)
  if (open.length > 0) return open
  const tolerant = lines.filter((line) => roomOf(line) > ZERO)
  if (tolerant.length > 0) return tolerant
  return operators.any ? lines.slice(-1) : []
}

/** The parts that a label names, by the first of its numbers that is known here. */
function partsOf(facts: LabelFacts, directory: StationDirectory): readonly PartId[] {
  for (const text of facts.partNumbers) {
    const named = directory.partsNamed(text)
    if (named.length > 0) return named
  }
  return []
}

function partNumbersOf(lines: readonly ReceivingLine[]): string {
  return [...new Set(lines.map((line) => line.part.partNumber))].join(' and ')
}

function overReceipt(lines: readonly ReceivingLine[]): string {
  return `${partNumbersOf(lines)} has come in full on this order. More than was ordered needs a lead.`
}
