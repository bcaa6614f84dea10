import type { CertainReading } from '../barcode/reading.ts'
import type { LabelId } from '../ids.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import { placeInHand } from '../session/place-in-hand.ts'
import type { Session } from '../session/session.ts'
import { shown } from '../words.ts'
import type { KnownLabel, StoppedPrinter } from './directory.ts'
import type { ResumeEffect } from './effect.ts'
import type { ResumePlace } from './place.ts'

/** `DS:RESUME`, wherever the clerk is: what was in hand waits, and goes on after. */
export function startResume(session: Session, directory: StationDirectory): Answer {
  const [stopped] = directory.printing.stopped()
  const torn = directory.printing.torn()
  if (!stopped && torn.length > 0) {
    return accepted(session, 'Torn labels destroyed', `${torn.join(', ')}: only the good label is left.`, {
      effect: { kind: 'torn-destroyed' },
      show: null
    })
  }
  if (!stopped) {
    return refused(
      'nothing-to-resume',
      'Nothing to look for',
      'No printer waits for somebody to look at its labels. Labels that wait come out by themselves.'
    )
  }
  const back = session.at.kind === 'resume' ? session.at.back : session.at
  return accepted(
    { ...session, at: { kind: 'resume', printer: stopped.printer, saysNone: false, back } },
    `What came out of ${stopped.printer}?`,
    askFor(stopped),
    { show: { kind: 'labels' } }
  )
}

/** The last good label says it all: what was sent before it is out, and what was sent after it is not. */
export function decideResume(
  session: Session,
  at: ResumePlace,
  reading: CertainReading,
  directory: StationDirectory
): Answer {
  const stopped = directory.printing.stopped().find(({ printer }) => printer === at.printer)
  if (!stopped) {
    return leave(session, at, 'Nothing to look for', `${at.printer} goes on already. Go on with what is in hand.`)
  }
  switch (reading.kind) {
    case 'command':
      return reading.command.kind === 'resume'
        ? startResume(session, directory)
        : decideCommand(session, at, stopped, reading.command.kind)
    case 'own-label':
      return decideLabel(session, at, stopped, directory.printing.label(reading.label.label, reading.label.copy))
    case 'gtin':
    case 'text':
      return decideText(session, at, stopped, reading.text)
    default:
      return refused('wrong-kind', 'Not one of its labels', askFor(stopped))
  }
}

function decideCommand(session: Session, at: ResumePlace, stopped: StoppedPrinter, command: string): Answer {
  switch (command) {
    case 'done':
      return sayNone(session, at, stopped)
    case 'cancel':
    case 'home':
      return leave(
        session,
        at,
        'Later',
        `${stopped.printer} prints nothing until somebody has looked. DS:RESUME asks again.`
      )
    default:
      return refused('finish-first', 'Finish first', `${askFor(stopped)} DS:CANCEL leaves it for later.`)
  }
}

function sayNone(session: Session, at: ResumePlace, stopped: StoppedPrinter): Answer {
  const { doubtful } = stopped
  if (doubtful.some(({ code }) => code === null)) {
    return refused(
      'ambiguous',
      'Choose it on the screen',
      'Labels of commands are among them, and scanning one would give its command. Choose the last good label in the list.',
      'attention'
    )
  }
  if (at.saysNone) return resumed(session, at, stopped, -1, false)
  return accepted(
    { ...session, at: { ...at, saysNone: true } },
    `None of ${labels(doubtful.length)}?`,
    `DS:DONE again says that not one of them came out: all are printed again. Else scan the last good one.`,
    { sound: 'attention', show: { kind: 'labels' } }
  )
}

function decideText(session: Session, at: ResumePlace, stopped: StoppedPrinter, text: string): Answer {
  const last = stopped.doubtful.findLastIndex(({ code }) => code === text)
  if (last >= 0) return resumed(session, at, stopped, last, true)
  if (stopped.before?.code === text) return resumed(session, at, stopped, -1, true)
  return refused('wrong-kind', 'Not one of its labels', `${shown(text)} is none of them. ${askFor(stopped)}`)
}

function decideLabel(
  session: Session,
  at: ResumePlace,
  stopped: StoppedPrinter,
  label: KnownLabel | undefined
): Answer {
  const last = stopped.doubtful.findIndex(({ id }) => id === label?.id)
  if (last >= 0) return resumed(session, at, stopped, last, true)
  if (label && label.id === stopped.before?.id) return resumed(session, at, stopped, -1, true)
  return refused('wrong-kind', 'Not the last one', `${label?.name ?? 'This'} is none of them. ${askFor(stopped)}`)
}

function resumed(
  session: Session,
  at: ResumePlace,
  stopped: StoppedPrinter,
  last: number,
  wasScanned: boolean
): Answer {
  const effect = resumption(stopped, stopped.doubtful[last]?.id ?? null, wasScanned)
  const torn = stopped.doubtful[last + 1]
  const [again, destroy] =
    torn === undefined
      ? ['All of them are out.', '']
      : [
          `${labels(effect.missing.length)} printed again as new copies.`,
          `If a torn or second label of ${torn.name} lies there, destroy it.`
        ]
  return {
    ...leave(session, at, `${stopped.printer} goes on`, [again, destroy].filter(Boolean).join(' ')),
    sound: 'line-complete',
    effect
  }
}

/**
 * What follows from the last good label of a printer that stopped.
 *
 * @param last one of those in doubt; null where none of them came out
 */
export function resumption(stopped: StoppedPrinter, last: LabelId | null, wasScanned: boolean): ResumeEffect {
  const end = stopped.doubtful.findIndex(({ id }) => id === last) + 1
  const ids = stopped.doubtful.map(({ id }) => id)
  return {
    kind: 'resume-printing',
    printer: stopped.printer,
    out: ids.slice(0, end),
    wasScanned,
    missing: ids.slice(end)
  }
}

function leave(session: Session, { back }: ResumePlace, title: string, message: string) {
  const after: Session = { ...session, at: back }
  return accepted(after, title, message, { show: placeInHand(after) })
}

/** What the counter says is a hint and no more: a torn label may count, and so may somebody else's. */
export function counterHint({
  counted,
  doubtful
}: {
  readonly counted: number | null
  readonly doubtful: readonly { readonly name: string }[]
}): string {
  if (counted === null) return ''
  const last = doubtful[counted - 1]
  return last
    ? `Its counter speaks for ${counted === doubtful.length ? 'all of them' : `${last.name} as the last one`}.`
    : 'Its counter speaks for none of them.'
}

function askFor({ doubtful, before, counted }: StoppedPrinter): string {
  const [first] = doubtful
  const last = doubtful.at(-1)
  const which = first === last ? (first?.name ?? '') : `${first?.name ?? ''} to ${last?.name ?? ''}`
  const none = before ? `If none of them is there, scan ${before.name}` : 'If none of them is there, scan DS:DONE'
  return [
    `It is not known whether ${which} came out.`,
    counterHint({ counted, doubtful }),
    `Scan the last good label of them. ${none}.`
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function labels(count: number): string {
  return count === 1 ? 'the label' : `the ${count} labels`
}
