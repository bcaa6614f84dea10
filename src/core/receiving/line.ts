import { assert, assertNever } from '../assert.ts'
import type { PlaceCommand } from '../barcode/commands.ts'
import type { PlaceReading } from '../barcode/reading.ts'
import type { OrderId } from '../ids.ts'
import { putAwayAt, reprintNeedsReason } from '../session/anywhere.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { shown } from '../words.ts'
import { captureModeOf, captureOf } from './capture.ts'
import type { ReceivingLine } from './directory.ts'
import { finishLine } from './finish.ts'
import { factsOfOwnLabel, factsOfSupplierLabel, type LabelFacts } from '../barcode/label-facts.ts'
import { addFacts, decideLabel, decideOwnLabel } from './line-label.ts'
import { generateLot, setLot } from './line-lot.ts'
import { setQuantity } from './line-quantity.ts'
import { addStep, withSteps, type AtLine, type OpenLine } from './line-steps.ts'
import { unitStep } from './line-unit.ts'
import { otherKind } from './other-kind.ts'
import { nextScan } from './prompt.ts'
import { startResume } from '../printing/resume.ts'

/** Opens a line with what its part's label has told already. */
export function openLine(
  session: Session,
  order: OrderId,
  line: ReceivingLine,
  facts: LabelFacts,
  directory: StationDirectory
): Answer {
  const at: AtLine = { order, line: line.id, steps: [] }
  return addFacts({ session, at, line, directory }, facts, true)
}

/** A line is open: units, a lot or a count are captured until DONE. */
export function decideOnLine(session: Session, at: AtLine, reading: PlaceReading, directory: StationDirectory): Answer {
  const line = directory.line(at.line)
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
      return (reading.declared ? articleNumber(open, reading.text) : undefined) ?? decideText(open, reading.text)
    case 'text':
      return decideText(open, reading.text)
    default:
      return refused('unknown-code', 'Not known', nextScan(line, captureOf(at.steps)))
  }
}

function decideCommand(open: OpenLine, command: PlaceCommand): Answer {
  const { session, at, directory, line } = open
  switch (command.kind) {
    case 'done':
      return finishLine(open)
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
    case 'hold':
      return refused(
        'finish-first',
        'A line is open',
        `${line.part.partNumber} is being received. Finish with DS:DONE, or leave it with DS:CANCEL.`
      )
    case 'resume':
      return startResume(session, directory)
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
  const what = first.serial ?? first.lot ?? first.supplierLot ?? 'The last scan'
  return withSteps(open, steps, 'Taken back', `${shown(what)} is off the line.`)
}

/** The refusal of a symbol that holds articles' numbers alone: the units of an article all have the same. */
function articleNumber({ line, at, directory }: OpenLine, text: string): Answer | undefined {
  const mode = captureModeOf(line.part)
  if ((mode !== 'serial-captured' && mode !== 'lot') || directory.partsNamed(text).length > 0) return undefined
  return refused(
    'wrong-kind',
    'That is an article number',
    `${text} is the number of an article (EAN or UPC), the same on each of its kind, and no ${mode === 'lot' ? 'lot' : 'serial'}. ${nextScan(line, captureOf(at.steps))}`
  )
}

function decideText(open: OpenLine, text: string): Answer {
  const { line, at, directory } = open
  const mode = captureModeOf(line.part)
  const capture = captureOf(at.steps)
  switch (mode) {
    case 'serial-captured': {
      const other = otherKind(directory, line, text, 'serial')
      if (other) return other
      const unit = unitStep(open, text)
      return unit.kind === 'unit' ? addStep(open, unit.step, text) : unit
    }
    case 'lot':
      return otherKind(directory, line, text, 'lot') ?? setLot(open, text)
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
