import { assertNever } from '../assert.ts'
import type { Command } from '../barcode/commands.ts'
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
  return ask(session, stopped, session.at.kind === 'resume' ? session.at.back : session.at, 'accepted')
}

function ask(session: Session, stopped: StoppedPrinter, back: ResumePlace['back'], sound: 'accepted' | 'attention') {
  const { printer } = stopped
  return accepted(
    { ...session, at: { kind: 'resume', printer, asked: idsOf(stopped), saysNone: false, back } },
    `What came out of ${printer}?`,
    askFor(stopped),
    { sound, show: { kind: 'labels' } }
  )
}

/**
 * The last good label says that what was sent after it is not there. What was sent before it is asked for in the same
 * way: a jam spoils a label for good and lets the next ones come, and nobody may have seen it.
 */
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
    case 'command': {
      const { kind } = reading.command
      if (kind === 'resume') return startResume(session, directory)
      if (kind === 'cancel' || kind === 'home') return later(session, at, stopped)
      break
    }
    case 'own-label':
    case 'gtin':
    case 'text':
      break
    default:
      return refused('wrong-kind', 'Not one of its labels', askFor(stopped, at.found))
  }
  if (!wereListed(stopped, at.asked ?? [])) return ask(session, stopped, at.back, 'attention')
  switch (reading.kind) {
    case 'command':
      return decideCommand(session, at, stopped, reading.command)
    case 'own-label':
      return decideLabel(session, at, stopped, directory.printing.label(reading.label.label, reading.label.copy))
    case 'gtin':
    case 'text':
      return decideText(session, at, stopped, reading.text, directory)
    default:
      return assertNever(reading)
  }
}

function decideCommand(session: Session, at: ResumePlace, stopped: StoppedPrinter, command: Command): Answer {
  if (command.kind === 'done') return sayNone(session, at, stopped)
  if (command.kind === 'pick' && command.number === 1 && at.found !== undefined) return sayAll(session, at, stopped)
  return refused('finish-first', 'Finish first', `${askFor(stopped, at.found)} DS:CANCEL leaves it for later.`)
}

function later(session: Session, at: ResumePlace, { printer }: StoppedPrinter): Answer {
  return leave(session, at, 'Later', `${printer} prints nothing until somebody has looked. DS:RESUME asks again.`)
}

function sayNone(session: Session, at: ResumePlace, stopped: StoppedPrinter): Answer {
  const { doubtful } = stopped
  if (hasCommands(stopped)) return chooseOnScreen()
  if (at.saysNone) return resumed(session, at, stopped, { kind: 'none' }, false)
  const [only, another] = doubtful
  const [title, message] =
    only && !another
      ? [
          `Is ${only.name} not there?`,
          'DS:DONE again says that it did not come out: it is printed again. Else scan it.'
        ]
      : [
          `None of the ${doubtful.length} labels?`,
          'DS:DONE again says that not one of them came out: all are printed again. Else scan the last good one.'
        ]
  return accepted({ ...session, at: { ...at, saysNone: true } }, title, message, {
    sound: 'attention',
    show: { kind: 'labels' }
  })
}

function sayAll(session: Session, at: ResumePlace, stopped: StoppedPrinter): Answer {
  return takesAll(stopped) ? resumed(session, at, stopped, { kind: 'all' }, true) : chooseOnScreen()
}

/** What was scanned may be one of the labels, and not the command sheet. */
function chooseOnScreen(): Answer {
  return refused(
    'ambiguous',
    'Choose it on the screen',
    'Labels of commands are among them, and scanning one would give its command. Choose the last good label in the list.',
    'attention'
  )
}

/** The linear symbol of a label says neither which label of a lot it is on, nor which copy. */
function decideText(
  session: Session,
  at: ResumePlace,
  stopped: StoppedPrinter,
  text: string,
  directory: StationDirectory
): Answer {
  const { doubtful, before } = stopped
  const last = [...doubtful, ...(before ? [before] : [])].find(({ code }) => code === text)
  if (last && directory.printing.isCodeShared(last.id)) {
    return refused(
      'ambiguous',
      'Which label?',
      `${shown(text)} is on other labels too. Scan the square symbol, or choose the label in the list.`,
      'attention'
    )
  }
  if (last) {
    const said: Said = last.id === before?.id ? { kind: 'none' } : { kind: 'last', label: last.id }
    return resumed(session, at, stopped, said, true)
  }
  return refused('wrong-kind', 'Not one of its labels', `${shown(text)} is none of them. ${askFor(stopped, at.found)}`)
}

function decideLabel(
  session: Session,
  at: ResumePlace,
  stopped: StoppedPrinter,
  label: KnownLabel | undefined
): Answer {
  const last = stopped.doubtful.find(({ id }) => id === label?.id)
  if (last) return resumed(session, at, stopped, { kind: 'last', label: last.id }, true)
  if (label && label.id === stopped.before?.id) return resumed(session, at, stopped, { kind: 'none' }, true)
  return refused(
    'wrong-kind',
    'Not the last one',
    `${label?.name ?? 'This'} is none of them. ${askFor(stopped, at.found)}`
  )
}

/** What somebody says of the labels in doubt: which is the last good one, that none of them is, or that all are. */
export type Said = { readonly kind: 'last'; readonly label: LabelId } | { readonly kind: 'none' | 'all' }

function resumed(session: Session, at: ResumePlace, stopped: StoppedPrinter, said: Said, wasScanned: boolean): Answer {
  const { doubtful } = stopped
  const effect = resumption(stopped, said, wasScanned)
  const end = said.kind === 'last' ? idsOf(stopped).indexOf(said.label) : -1
  const before = doubtful.slice(0, Math.max(0, end))
  const found = doubtful[end]
  const [again, destroy] = whatIsMissing(doubtful.slice(doubtful.length - effect.missing.length))
  if (found && before.length > 0) {
    return accepted(
      { ...session, at: { ...at, asked: idsOf({ doubtful: before }), found: found.name, saysNone: false } },
      `${found.name} is there`,
      [askFor({ ...stopped, doubtful: before }, found.name), again, destroy].join(' ').trim(),
      { show: { kind: 'labels' }, effect }
    )
  }
  const after = leave(
    session,
    at,
    `${stopped.printer} goes on`,
    [again || (at.found === undefined ? 'All of them are out.' : 'None is in doubt any more.'), destroy]
      .join(' ')
      .trim()
  )
  return { ...after, sound: 'line-complete', effect }
}

function whatIsMissing(missing: readonly KnownLabel[]): readonly [again: string, destroy: string] {
  const [torn] = missing
  if (!torn) return ['', '']
  return [
    missing.length === 1
      ? `${torn.name} is printed again as a new copy.`
      : `${missing.length} labels are printed again as new copies, from ${torn.name} on.`,
    `If a torn or second label of ${torn.name} lies there, destroy it.`
  ]
}

/** What follows from what somebody says of the labels of a printer that stopped. */
export function resumption(stopped: StoppedPrinter, said: Said, wasScanned: boolean): ResumeEffect {
  const { printer } = stopped
  const ids = idsOf(stopped)
  const nothing: ResumeEffect = { kind: 'resume-printing', printer, last: null, wasScanned, good: [], missing: [] }
  switch (said.kind) {
    case 'all':
      return { ...nothing, good: ids }
    case 'none':
      return { ...nothing, missing: ids }
    case 'last':
      return { ...nothing, last: said.label, missing: ids.slice(ids.indexOf(said.label) + 1) }
  }
}

/** Whether all labels in doubt are among those that somebody was asked for: of others nothing was said. */
export function wereListed({ doubtful }: StoppedPrinter, listed: readonly LabelId[]): boolean {
  const known = new Set(listed)
  return doubtful.every(({ id }) => known.has(id))
}

function idsOf({ doubtful }: Pick<StoppedPrinter, 'doubtful'>): readonly LabelId[] {
  return doubtful.map(({ id }) => id)
}

function hasCommands({ doubtful }: StoppedPrinter): boolean {
  return doubtful.some(({ code }) => code === null)
}

/** Whether the command that all are good cannot be the symbol of a label at hand. */
function takesAll(stopped: StoppedPrinter): boolean {
  return !hasCommands(stopped) && stopped.before?.code !== null
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

/** @param found the label that was found to be there and was sent after them */
function askFor(stopped: StoppedPrinter, found?: string): string {
  const { doubtful, counted } = stopped
  const [first] = doubtful
  const last = doubtful.at(-1)
  const which = first === last ? (first?.name ?? '') : `${first?.name ?? ''} to ${last?.name ?? ''}`
  const known =
    found === undefined
      ? [`It is not known whether ${which} came out.`, counterHint({ counted, doubtful })]
      : [`Before ${found} came ${which}.`]
  return [...known, ...waysToSay(stopped, found !== undefined)].filter((each) => each !== '').join(' ')
}

function waysToSay(stopped: StoppedPrinter, isFollowed: boolean): readonly string[] {
  const { doubtful, before } = stopped
  if (hasCommands(stopped)) return ['Labels of commands are among them: choose the last good label in the list.']
  const none = `If none of them is there, scan ${before && before.code !== null ? before.name : 'DS:DONE'}.`
  if (!isFollowed) return ['Scan the last good label of them.', none]
  const all = doubtful.length === 1 || !takesAll(stopped) ? '' : 'DS:PICK:1: all of them are good.'
  return ['Scan the last good label of them, too.', all, none]
}
