import { assert, assertNever } from '../assert.ts'
import type { Command } from '../barcode/commands.ts'
import type { CertainReading } from '../barcode/interpret.ts'
import { codeProblem, describeCodeProblem } from '../code.ts'
import type { OrderId, OrderLineId } from '../ids.ts'
import { add, ONE, quantityOf, wholeUnits, type Quantity } from '../quantity.ts'
import { putAwayAt, reprintNeedsReason } from '../session/anywhere.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { Directory, ReceivingLine } from './directory.ts'
import { finishLine } from './finish.ts'
import { factsOfOwnLabel, factsOfSupplierLabel, type LabelFacts } from './label-facts.ts'
import { openQuantity, withUnit } from './progress.ts'
import { describeHolder, serialRefusal, shown } from './serial-check.ts'
import { captureModeOf, captureOf, type CaptureStep } from './capture.ts'
import { type Session } from '../session/session.ts'
import { nextScan } from './prompt.ts'

interface AtLine {
  readonly order: OrderId
  readonly line: OrderLineId
  readonly steps: readonly CaptureStep[]
}

interface OpenLine {
  readonly session: Session
  readonly at: AtLine
  readonly line: ReceivingLine
  readonly directory: Directory
}

/** Opens a line with what its part's label has told already. */
export function openLine(
  session: Session,
  order: OrderId,
  line: ReceivingLine,
  facts: LabelFacts,
  directory: Directory
): Answer {
  const at: AtLine = { order, line: line.id, steps: [] }
  return addFacts({ session, at, line, directory }, facts, true)
}

/** A line is open: units, a lot or a count are captured until DONE. */
export function decideOnLine(session: Session, at: AtLine, reading: CertainReading, directory: Directory): Answer {
  const line = directory.lines(at.order).find(({ id }) => id === at.line)
  if (!line) {
    return accepted(
      { ...session, at: { kind: 'receipt', order: at.order } },
      'Line is gone',
      'The open line is no longer on the order. Scan a part.',
      { sound: 'attention' }
    )
  }
  const open: OpenLine = { session, at, line, directory }
  switch (reading.kind) {
    case 'command':
      return decideCommand(open, reading.command)
    case 'own-label':
      return decideOwnLabel(open, reading.label.serial, factsOfOwnLabel(reading.label))
    case 'supplier-label':
      return decideLabel(open, factsOfSupplierLabel(reading.label))
    case 'gtin':
    case 'text':
      return decideText(open, reading.text)
    default:
      return refused('unknown-code', 'Not known', nextScan(line, captureOf(at.steps)))
  }
}

function decideCommand(open: OpenLine, command: Command): Answer {
  const { session, at, directory, line } = open
  switch (command.kind) {
    case 'done':
      return finishLine(session, at, line)
    case 'undo':
      return undo(open)
    case 'cancel':
      return accepted(
        { ...session, at: { kind: 'receipt', order: at.order } },
        'Line left',
        `Nothing of ${line.part.partNumber} was received. Scan a part.`
      )
    case 'quantity':
      return setQuantity(open, command.quantity)
    case 'generate':
      return generateLot(open)
    case 'location':
      return putAwayAt(session, command.code, directory)
    case 'reprint':
      return reprintNeedsReason()
    case 'home':
    case 'order':
    case 'run':
    case 'count':
      return refused(
        'finish-first',
        'A line is open',
        `${line.part.partNumber} is being received. Finish with DS:DONE, or leave it with DS:CANCEL.`
      )
    default:
      return assertNever(command)
  }
}

function undo(open: OpenLine): Answer {
  const { session, at, line } = open
  const [first, ...rest] = at.steps.toReversed()
  assert(first, 'an open line begins with the step that opened it')
  if (rest.length === 0) {
    return accepted(
      { ...session, at: { kind: 'receipt', order: at.order } },
      'Taken back',
      `${line.part.partNumber} is closed again. Scan a part.`
    )
  }
  const steps = rest.toReversed()
  const what = first.serial ?? first.lot ?? first.supplierLot ?? 'the last scan'
  return withSteps(open, steps, 'Taken back', `${shown(what)} is off the line.`)
}

function setQuantity(open: OpenLine, quantity: Quantity): Answer {
  const mode = captureModeOf(open.line.part)
  if (mode === 'serial-captured') {
    return refused(
      'wrong-kind',
      'Units are scanned',
      `Each unit of ${open.line.part.partNumber} is counted by scanning its serial.`
    )
  }
  const problem = quantityRefusal(open.line, quantity)
  if (problem) return problem
  return addStep(open, { quantity }, withUnit(quantity, open.line))
}

function quantityRefusal(line: ReceivingLine, quantity: Quantity): Answer | undefined {
  if (line.part.tracking === 'serial' && wholeUnits(quantity) === undefined) {
    return refused(
      'quantity-wrong',
      'Whole units only',
      `${line.part.partNumber} comes in whole units. Scan DS:QTY with a whole number.`
    )
  }
  if (quantity > openQuantity(line)) {
    return refused(
      'over-receipt',
      'More than ordered',
      `${withUnit(quantity, line)} were said, and ${withUnit(openQuantity(line), line)} are open. More than was ordered needs a lead.`
    )
  }
  return undefined
}

function generateLot(open: OpenLine): Answer {
  const { line, directory, at } = open
  if (line.part.tracking !== 'lot') {
    return refused(
      'wrong-kind',
      'No lot here',
      `${line.part.partNumber} is not tracked by lot. ${nextScan(line, captureOf(at.steps))}`
    )
  }
  const next = directory.nextLot(line.part, directory.orderAt(at.order)?.order ?? '')
  if (!next.ok) return refused('no-number', 'No lot number', next.reason)
  return addStep(open, { generateLot: true }, `Lot ${next.first}`)
}

function decideOwnLabel(open: OpenLine, serial: string | null, facts: LabelFacts): Answer {
  if (serial !== null) {
    const holder = open.directory.serial(serial)
    const whose = holder ? describeHolder(holder) : `${serial} was labelled by another station.`
    return refused(
      'own-label',
      'That is our own label',
      `${whose} Scan the supplier's serial of a new unit.`,
      holder ? 'duplicate' : 'refused'
    )
  }
  return decideLabel(open, facts)
}

function decideLabel(open: OpenLine, facts: LabelFacts): Answer {
  const { line, directory } = open
  const named = facts.partNumbers.map((text) => directory.partsNamed(text)).find((parts) => parts.length > 0)
  if (named && !named.includes(line.part.id)) {
    return refused(
      'wrong-part',
      'Another part',
      `The label is of ${facts.partNumbers.map(shown).join(', ')}; ${line.part.partNumber} is being received. Finish with DS:DONE, or leave it with DS:CANCEL.`
    )
  }
  if (!named && facts.partNumbers.length > 0) {
    return refused(
      'wrong-part',
      'Unknown part',
      `No part here is called ${facts.partNumbers.map(shown).join(', ')}; ${line.part.partNumber} is being received.`
    )
  }
  return addFacts(open, facts, false)
}

/** Takes from a label what the line can use. What was said before is never blanked, and never replaced in silence. */
function addFacts(open: OpenLine, facts: LabelFacts, opening: boolean): Answer {
  const { line, directory, at } = open
  const mode = captureModeOf(line.part)
  const capture = captureOf(at.steps)
  const step: { -readonly [K in keyof CaptureStep]: CaptureStep[K] } = {}
  if (mode === 'serial-captured') {
    if (facts.serials.length > 1) {
      return refused(
        'ambiguous',
        'Several serials',
        `The label holds ${facts.serials.length} serials. Scan each unit by itself.`,
        'attention'
      )
    }
    const serial = facts.serials[0]
    const refusal = serial === undefined ? undefined : unitRefusal(open, serial)
    if (refusal) return refusal
    if (serial !== undefined) step.serial = serial
  }
  if (facts.lot !== null && mode !== 'untracked') {
    const problem = codeProblem(facts.lot)
    if (problem)
      return refused(
        'bad-code',
        'Lot not usable',
        `The lot on the label cannot be kept: ${describeCodeProblem(problem)}.`
      )
    const held = capture.lot ?? capture.supplierLot
    if (held !== null && held !== facts.lot) {
      return refused(
        'lot-taken',
        'Another lot',
        `The label says lot ${facts.lot}, and the line has ${held}. Finish ${held} with DS:DONE first.`,
        'attention'
      )
    }
    Object.assign(step, lotStep(line, facts.lot))
  }
  if (facts.expiry !== null) step.expiry = facts.expiry
  let note = ''
  if (facts.quantity !== null && mode !== 'serial-captured') {
    if (quantityRefusal(line, facts.quantity)) {
      note = ` The label says ${withUnit(facts.quantity, line)}, and ${withUnit(openQuantity(line), line)} are open: say how many are taken.`
    } else if (capture.quantity === null) step.quantity = facts.quantity
  }
  if (opening) {
    return withSteps(
      open,
      [step],
      line.part.partNumber,
      `${line.part.description}.${note}`,
      note === '' ? 'accepted' : 'attention',
      directory
    )
  }
  if (Object.keys(step).length === 0 || saysNothingNew(step, capture)) {
    return refused('wrong-kind', 'Nothing new', `The label adds nothing to the line.${note} ${nextScan(line, capture)}`)
  }
  return addStep(open, step, step.serial ?? step.lot ?? step.supplierLot ?? line.part.partNumber)
}

function saysNothingNew(step: CaptureStep, capture: ReturnType<typeof captureOf>): boolean {
  return (
    step.serial === undefined &&
    (step.lot === undefined || step.lot === capture.lot) &&
    (step.supplierLot === undefined || step.supplierLot === capture.supplierLot) &&
    (step.quantity === undefined || step.quantity === capture.quantity) &&
    (step.expiry === undefined || step.expiry === capture.expiry)
  )
}

function decideText(open: OpenLine, text: string): Answer {
  const { line, at, directory } = open
  const mode = captureModeOf(line.part)
  const capture = captureOf(at.steps)
  switch (mode) {
    case 'serial-captured': {
      const refusal = unitRefusal(open, text)
      return refusal ?? addStep(open, { serial: text }, text)
    }
    case 'lot':
      return setLot(open, text)
    case 'serial-generated':
    case 'untracked':
      return refused(
        'wrong-kind',
        directory.partsNamed(text).length > 0 ? 'That is a part number' : 'Not expected here',
        `${shown(text)} is not used on this line. ${nextScan(line, capture)}`
      )
    default:
      return assertNever(mode)
  }
}

function setLot(open: OpenLine, lot: string): Answer {
  const { line, directory, at } = open
  const problem = codeProblem(lot)
  if (problem)
    return refused('bad-code', 'Not a lot', `${shown(lot)} cannot be a lot: ${describeCodeProblem(problem)}.`)
  if (directory.partsNamed(lot).length > 0) {
    return refused(
      'part-number',
      'That is a part number',
      `${lot} names a part, not a lot. ${nextScan(line, captureOf(at.steps))}`
    )
  }
  const holder = directory.serial(lot)
  if (holder)
    return refused('wrong-kind', 'That is a serial', `${lot} is the serial of a ${holder.partNumber}. Scan the lot.`)
  const capture = captureOf(at.steps)
  const held = capture.lot ?? capture.supplierLot
  if (held === lot)
    return refused('duplicate', 'Already scanned', `Lot ${lot} is on the line. ${nextScan(line, capture)}`, 'duplicate')
  if (held !== null) {
    return refused(
      'lot-taken',
      'Another lot',
      `The line has lot ${held}. Finish it with DS:DONE first, or take it back with DS:UNDO.`
    )
  }
  return addStep(open, lotStep(line, lot), `Lot ${lot}`)
}

/** A scanned lot is our lot where the part takes the supplier's, and stands beside ours where we number it. */
function lotStep(line: ReceivingLine, lot: string): CaptureStep {
  const ours = line.part.tracking === 'lot' && line.part.lotSource !== 'generated'
  return ours ? { lot, supplierLot: lot } : { supplierLot: lot }
}

function unitRefusal(open: OpenLine, serial: string): Answer | undefined {
  const { line, at, directory } = open
  const { serials } = captureOf(at.steps)
  const refusal = serialRefusal(directory, line, serials, serial)
  if (refusal) return refusal
  if (add(quantityOf(serials.length), ONE) > openQuantity(line)) {
    return refused(
      'over-receipt',
      'More than ordered',
      `All ${withUnit(openQuantity(line), line)} that are open are scanned. Scan DS:DONE; more than was ordered needs a lead.`
    )
  }
  return undefined
}

function addStep(open: OpenLine, step: CaptureStep, title: string): Answer {
  return withSteps(open, [...open.at.steps, step], title, '')
}

function withSteps(
  open: OpenLine,
  steps: readonly CaptureStep[],
  title: string,
  message: string,
  sound: 'accepted' | 'attention' = 'accepted',
  directory = open.directory
): Answer {
  const { session, at, line } = open
  const problem = numberProblem(line, directory, at.order)
  return accepted(
    { ...session, at: { kind: 'line', order: at.order, line: at.line, steps } },
    title,
    `${message} ${problem ?? nextScan(line, captureOf(steps))}`.trim(),
    { sound: problem === undefined ? sound : 'attention' }
  )
}

/** Why a part's own numbers cannot be given now, said when the line opens rather than at its end. */
function numberProblem(line: ReceivingLine, directory: Directory, order: OrderId): string | undefined {
  if (captureModeOf(line.part) !== 'serial-generated') return undefined
  const next = directory.nextSerials(line.part, 1, directory.orderAt(order)?.order ?? '')
  return next.ok ? undefined : next.reason
}
