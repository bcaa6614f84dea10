import type { CertainReading } from '../barcode/reading.ts'
import type { LabelId } from '../ids.ts'
import { accepted, refused, type AcceptedAnswer, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import { placeInHand } from '../session/place-in-hand.ts'
import type { Session } from '../session/session.ts'
import { shown } from '../words.ts'
import type { KnownLabel } from './directory.ts'
import type { ConfirmPlace } from './place.ts'
import { startResume } from './resume.ts'

/** What was received or built has its labels: they are stuck on and scanned back before anything else. */
export function startConfirm(
  answer: AcceptedAnswer,
  batch: { readonly first: LabelId; readonly last: LabelId; readonly needed: number }
): AcceptedAnswer {
  const { session, message } = answer
  const { at } = session
  if (at.kind === 'confirm' || at.kind === 'resume' || at.kind === 'returns' || batch.needed === 0) return answer
  const { first, last, needed } = batch
  const count = last - first + 1
  const which =
    count === 1 ? 'the label' : needed === count ? `each of the ${count} labels` : `${needed} of the ${count} labels`
  return {
    ...answer,
    message: `${message} Stick the labels on, then scan ${which}.`,
    session: { ...session, at: { kind: 'confirm', first, last, needed, unit: null, back: at } }
  }
}

/** A label that is scanned back is verified; on a captured unit its own number before it says which one it must be. */
export function decideConfirm(
  session: Session,
  at: ConfirmPlace,
  reading: CertainReading,
  directory: StationDirectory
): Answer {
  switch (reading.kind) {
    case 'command':
      return reading.command.kind === 'resume'
        ? startResume(session, directory)
        : decideCommand(session, at, reading.command.kind, directory)
    case 'own-label':
      return confirm(session, at, directory.printing.label(reading.label.label, reading.label.copy), directory)
    case 'gtin':
    case 'text':
      return nameUnit(session, at, reading.text, directory)
    default:
      return refused('wrong-kind', 'Not one of our labels', toGo(at, directory))
  }
}

function decideCommand(session: Session, at: ConfirmPlace, command: string, directory: StationDirectory): Answer {
  const { confirmed } = directory.printing.confirmed(at.first, at.last)
  switch (command) {
    case 'done':
      return confirmed >= at.needed
        ? leave(session, at, 'Labels are on', `${labels(confirmed)} scanned back.`)
        : refused(
            'labels-unconfirmed',
            'Labels to scan',
            `${toGo(at, directory)} One that is spoiled or missing is printed again under Labels; DS:CANCEL leaves them.`,
            'attention'
          )
    case 'undo':
      return at.unit === null
        ? refused('nothing-to-undo', 'Nothing to take back', toGo(at, directory))
        : accepted({ ...session, at: { ...at, unit: null } }, 'Taken back', toGo(at, directory), { show: null })
    case 'cancel':
    case 'home':
      return leave(session, at, 'Left', `${labels(at.needed - Math.min(confirmed, at.needed))} not scanned back.`)
    default:
      return refused('finish-first', 'Labels to scan', `${toGo(at, directory)} DS:CANCEL leaves them.`)
  }
}

function confirm(
  session: Session,
  at: ConfirmPlace,
  label: KnownLabel | undefined,
  directory: StationDirectory
): Answer {
  if (!label || label.number < at.first || label.number > at.last) {
    return refused(
      'wrong-label',
      'Wrong label',
      `${label?.name ?? 'This'} is none of these labels. ${toGo(at, directory)}`
    )
  }
  if (at.unit !== null && label.code !== at.unit) {
    return refused(
      'wrong-label',
      'Wrong label on the unit',
      `The unit is ${shown(at.unit)}, and the label is that of ${label.name}. Take it off, and stick the right one on.`
    )
  }
  switch (label.state) {
    case 'verified':
      return refused('duplicate', 'Scanned already', `${label.name} is done. ${toGo(at, directory)}`, 'duplicate')
    case 'printed':
    case 'unknown':
    case 'failed':
      return verified(session, at, label, directory)
    case 'sent':
      return label.isSettled ? verified(session, at, label, directory) : stillPrinting(label)
    default:
      return stillPrinting(label)
  }
}

/** The scan itself verifies it, in whatever place: see the journal of the ledger. */
function verified(session: Session, at: ConfirmPlace, label: KnownLabel, directory: StationDirectory): Answer {
  const left = at.needed - directory.printing.confirmed(at.first, at.last).confirmed - 1
  const after: Session = { ...session, at: { ...at, unit: null } }
  if (left <= 0) return leave(after, at, `${label.name} confirmed`, 'That was the last one.')
  return accepted(after, `${label.name} confirmed`, `${labels(left)} to go.`, { show: null })
}

function stillPrinting({ name }: KnownLabel): Answer {
  return refused(
    'wrong-label',
    'Not printed yet',
    `The printer has not said yet that ${name} is out. Scan it again in a moment.`,
    'attention'
  )
}

/** The unit's own number, which the linear symbol of its label holds too: the label that is scanned next must be its. */
function nameUnit(session: Session, at: ConfirmPlace, text: string, directory: StationDirectory): Answer {
  if (!directory.serial(text) && directory.lotsNamed(text).length === 0) {
    return refused(
      'wrong-kind',
      'Not one of our labels',
      `${shown(text)} is neither a unit nor a lot. ${toGo(at, directory)}`
    )
  }
  return accepted(
    { ...session, at: { ...at, unit: text } },
    shown(text),
    'Now scan the square symbol of the label on it.',
    { show: null }
  )
}

function leave(session: Session, { back }: ConfirmPlace, title: string, message: string): Answer {
  const after: Session = { ...session, at: back }
  return accepted(after, title, message, { show: placeInHand(after), sound: 'line-complete' })
}

function toGo(at: ConfirmPlace, { printing }: StationDirectory): string {
  const { confirmed, next } = printing.confirmed(at.first, at.last)
  return `${labels(Math.max(0, at.needed - confirmed))} to scan${next === null ? '' : `, such as ${next}`}.`
}

function labels(count: number): string {
  return count === 1 ? '1 label' : `${count} labels`
}
