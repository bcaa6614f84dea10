import type { CertainReading } from '../barcode/reading.ts'
import type { LabelId } from '../ids.ts'
import { isApproved } from '../operators/approval.ts'
import { accepted, needsLead, refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import { placeInHand } from '../session/place-in-hand.ts'
import type { Session } from '../session/session.ts'
import { shown } from '../words.ts'
import type { AskedForLine, NamedLabel, PrintingDirectory } from './directory.ts'
import type { ReturnsPlace } from './place.ts'
import { startResume } from './resume.ts'

/** Why a label cannot be brought back, as it is chosen by scan: the first by `DS:PICK:1`. */
export const USUAL_LOSSES: readonly string[] = [
  'Went out with the goods',
  'Destroyed already',
  'Looked for and not found'
]

/** `DS:RETURNS`, with goods in hand or not: the labels that a receipt asks for which was taken back. */
export function startReturns(session: Session, { printing }: StationDirectory): Answer {
  const { at } = session
  if (at.kind === 'resume' || at.kind === 'confirm') {
    return refused('finish-first', 'Finish first', 'Labels are being looked at. Finish that, or leave it by DS:CANCEL.')
  }
  const [line] = printing.askedFor()
  if (!line) {
    return refused('nothing-asked-for', 'No label is asked for', 'No receipt that was taken back waits for its labels.')
  }
  const back = at.kind === 'returns' ? at.back : at
  return accepted({ ...session, at: placeFor(line, back) }, titleOf(line), askFor(line), { show: { kind: 'labels' } })
}

/** Labels are brought back one by one; their own scans cross them off, here as everywhere. */
export function decideReturns(
  session: Session,
  at: ReturnsPlace,
  reading: CertainReading,
  directory: StationDirectory
): Answer {
  const line = directory.printing.askedFor().find((each) => each.line === at.line)
  if (!line) return leave(session, at, 'All are back', 'This receipt asks for no more labels.')
  switch (reading.kind) {
    case 'command':
      if (reading.command.kind === 'pick') return giveUp(session, at, line, reading.command.number, directory)
      return reading.command.kind === 'resume'
        ? startResume(session, directory)
        : decideCommand(session, at, line, reading.command.kind)
    case 'gtin':
    case 'text':
      return decideText(session, line, reading.text, directory.printing)
    default:
      return refused('wrong-label', 'Not asked for', `This label is still good, or is none of ours. ${askFor(line)}`)
  }
}

/** A label that was asked for has come back. Where it was the last one of its receipt, the next is asked for. */
function afterReturn(session: Session, ids: readonly LabelId[], printing: PrintingDirectory): Session {
  const { at } = session
  if (at.kind !== 'returns') return session
  const left = printing.askedFor().filter(({ open, first }) => open > ids.length || !ids.includes(first.id))
  const same = left.find(({ line }) => line === at.line)
  if (same) return { ...session, at: { ...at, givesUp: false } }
  const [next] = left
  return { ...session, at: next ? placeFor(next, at.back) : at.back }
}

function decideCommand(session: Session, at: ReturnsPlace, line: AskedForLine, command: string): Answer {
  switch (command) {
    case 'done':
      return accepted(
        { ...session, at: { ...at, givesUp: true } },
        `Why can ${labels(line)} not be found?`,
        `${USUAL_LOSSES.map((loss, index) => `DS:PICK:${index + 1}: ${loss}.`).join(' ')} Or scan the labels.`,
        { sound: 'attention', show: { kind: 'labels' } }
      )
    case 'undo':
      return at.givesUp
        ? accepted({ ...session, at: { ...at, givesUp: false } }, titleOf(line), askFor(line), { show: null })
        : refused('nothing-to-undo', 'Nothing to take back', askFor(line))
    case 'cancel':
    case 'home':
      return leave(session, at, 'Later', `${labels(line)} asked for. DS:RETURNS asks again.`)
    default:
      return refused('finish-first', 'Finish first', `${askFor(line)} DS:CANCEL leaves it for later.`)
  }
}

/** The linear symbol of a label says whose it is and not which copy: it will do where one copy is asked for. */
function decideText(session: Session, line: AskedForLine, text: string, printing: PrintingDirectory): Answer {
  const [label, another] = printing.labelsAskedFor(line.line, text)
  if (!label) return refused('wrong-label', 'Not asked for', `${shown(text)} is none of them. ${askFor(line)}`)
  if (another) {
    return refused(
      'ambiguous',
      'Which copy?',
      'Several copies of it are asked for. Scan the square symbol.',
      'attention'
    )
  }
  return broughtBack(session, label, printing)
}

/** @param left how many are still asked for, of all receipts together */
export function broughtBack(
  session: Session,
  { id, name }: NamedLabel,
  printing: PrintingDirectory,
  left = printing.awaited() - 1
): Answer {
  const more =
    left === 0 ? 'That was the last one.' : `${left === 1 ? '1 more label is' : `${left} more labels are`} asked for.`
  const after = afterReturn(session, [id], printing)
  return accepted(after, `${name} is back`, `Destroy the label. ${more}`, {
    effect: { kind: 'label-returned', label: id },
    show: after === session || after.at.kind === 'returns' ? null : placeInHand(after),
    sound: left === 0 ? 'line-complete' : 'accepted'
  })
}

function giveUp(
  session: Session,
  at: ReturnsPlace,
  line: AskedForLine,
  number: number,
  { printing, operators }: StationDirectory
): Answer {
  const reason = USUAL_LOSSES[number - 1]
  if (!at.givesUp || reason === undefined) {
    return refused(
      'wrong-kind',
      'Nothing to choose',
      at.givesUp ? `There are ${USUAL_LOSSES.length} reasons. ${askFor(line)}` : askFor(line)
    )
  }
  const count = labels(line)
  if (printing.lossTakesLead && !isApproved(operators, 'lose-label')) {
    return needsLead('lose-label', 'lead-needed', 'Cannot be found', `${count} of ${line.what}: ${reason}.`)
  }
  const ids = printing.labelsAskedFor(line.line).map(({ id }) => id)
  const after = afterReturn(session, ids, printing)
  return accepted(after, `${count} given up`, `${reason}. If one turns up, scan it: it is void.`, {
    effect: { kind: 'labels-lost', labels: ids, reason },
    show: placeInHand(after),
    sound: 'line-complete'
  })
}

function placeFor({ line }: AskedForLine, back: ReturnsPlace['back']): ReturnsPlace {
  return { kind: 'returns', line, givesUp: false, back }
}

function leave(session: Session, { back }: ReturnsPlace, title: string, message: string): Answer {
  const after: Session = { ...session, at: back }
  return accepted(after, title, message, { show: placeInHand(after) })
}

function titleOf(line: AskedForLine): string {
  return `${labels(line)} to bring back`
}

function askFor({ what, first }: AskedForLine): string {
  return `Taken back: ${what}. Scan each label, such as that of ${first.name}, and destroy it. DS:DONE where the rest cannot be found.`
}

function labels({ open }: AskedForLine): string {
  return open === 1 ? '1 label' : `${open} labels`
}
