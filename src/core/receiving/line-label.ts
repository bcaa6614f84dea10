import { codeProblem, describeCodeProblem } from '../code.ts'
import { formatQuantity, withUnit } from '../quantity.ts'
import { refused, type Answer } from '../session/answer.ts'
import { isSameUnit } from '../units.ts'
import { shown } from '../words.ts'
import { captureModeOf, captureOf, type Capture, type CaptureStep } from './capture.ts'
import type { LabelFacts } from '../barcode/label-facts.ts'
import { lotStep } from './line-lot.ts'
import { withSteps, type OpenLine } from './line-steps.ts'
import { notWhole } from './line-quantity.ts'
import { unitStep } from './line-unit.ts'
import { isOpen, limitOf, openQuantity } from './progress.ts'
import { allHasCome, nextScan } from './prompt.ts'
import { describeHolder, isBadge } from './serial-check.ts'

/** A label of ours: a unit that has one cannot be new, a lot's names a lot that is known. */
export function decideOwnLabel(open: OpenLine, serial: string | null, facts: LabelFacts): Answer {
  if (serial !== null) {
    const holder = open.directory.serial(serial)
    const whose = holder ? describeHolder(holder, open.directory.local) : `${serial} was labelled by another station.`
    return refused(
      'own-label',
      'That is our own label',
      `${whose} Scan the supplier's serial of a new unit.`,
      holder ? 'duplicate' : 'refused'
    )
  }
  return decideLabel(open, facts)
}

/** A label of this line's part adds what it says; that of another part is refused. */
export function decideLabel(open: OpenLine, facts: LabelFacts): Answer {
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
export function addFacts(open: OpenLine, facts: LabelFacts, opening: boolean): Answer {
  const { line, at } = open
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
    const unit = serial === undefined ? undefined : unitStep(open, serial)
    if (unit?.kind === 'refused') return unit
    Object.assign(step, unit?.step)
  }
  if (facts.lot !== null && mode !== 'untracked') {
    const problem = codeProblem(facts.lot)
    if (problem)
      return refused(
        'bad-code',
        'Lot not usable',
        `The lot on the label cannot be kept: ${describeCodeProblem(problem)}.`
      )
    if (open.directory.people.withBadge(facts.lot)) return isBadge('lot')
    const held = capture.lot ?? capture.supplierLot
    if (held !== null && held !== facts.lot) {
      return refused(
        'lot-taken',
        'Another lot',
        `The label says lot ${facts.lot}, and the line has ${held}. Finish ${held} with DS:DONE first.`,
        'attention'
      )
    }
    Object.assign(step, lotStep(line, capture, facts.lot))
  }
  if (facts.expiry !== null) {
    if (capture.expiry !== null && capture.expiry !== facts.expiry) {
      return refused(
        'expiry-conflict',
        'Another expiry',
        `The label says ${facts.expiry}, and the line has ${capture.expiry}. Finish these goods with DS:DONE first, or take the scan back with DS:UNDO.`,
        'attention'
      )
    }
    step.expiry = facts.expiry
  }
  let note = opening && !isOpen(line) ? ` ${allHasCome(line)}` : ''
  if (facts.quantity !== null && mode !== 'serial-captured') {
    if (facts.unit !== null && !isSameUnit(facts.unit, line.part.unit)) {
      note += ` The label says ${formatQuantity(facts.quantity)} ${shown(facts.unit)}, and ${line.part.partNumber} is kept in ${line.part.unit}: say how many ${line.part.unit} are taken.`
    } else if (notWhole(line, facts.quantity) || facts.quantity > limitOf(line, capture)) {
      note += ` The label says ${withUnit(facts.quantity, line.part)}, and ${withUnit(openQuantity(line), line.part)} are open: say how many are taken.`
    } else if (capture.quantity === null) step.quantity = facts.quantity
  }
  if (opening) {
    return withSteps(
      open,
      [step],
      line.part.partNumber,
      `${line.part.description === '' ? '' : `${line.part.description}.`}${note}`,
      note === '' ? 'accepted' : 'attention'
    )
  }
  if (Object.keys(step).length === 0 || saysNothingNew(step, capture)) {
    return refused('wrong-kind', 'Nothing new', `The label adds nothing to the line.${note} ${nextScan(line, capture)}`)
  }
  const title = step.serial ?? step.lot ?? step.supplierLot ?? line.part.partNumber
  const unsaid = capture.quantity === null ? note.trim() : ''
  return withSteps(open, [...at.steps, step], title, unsaid, unsaid === '' ? 'accepted' : 'attention')
}

function saysNothingNew(step: CaptureStep, capture: Capture): boolean {
  return (
    step.serial === undefined &&
    (step.lot === undefined || step.lot === capture.lot) &&
    (step.supplierLot === undefined || step.supplierLot === capture.supplierLot) &&
    (step.quantity === undefined || step.quantity === capture.quantity) &&
    (step.expiry === undefined || step.expiry === capture.expiry)
  )
}
