import { assertNever } from '../assert.ts'
import type { PlaceCommand } from '../barcode/commands.ts'
import type { PlaceReading } from '../barcode/reading.ts'
import { goodsOfLabel, goodsOfText, type NamedGoods } from '../inventory/put-away-goods.ts'
import type { StockRow } from '../inventory/stock-directory.ts'
import { whereItLies } from '../inventory/stock-places.ts'
import { factsOfOwnLabel, factsOfSupplierLabel } from '../barcode/label-facts.ts'
import { accepted, refused, type Answer, type Show } from '../session/answer.ts'
import { reprintNeedsReason, unknownPlace } from '../session/anywhere.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { capitalised, shown } from '../words.ts'
import { holdSentence, type Hold } from './hold.ts'
import type { HoldPlace, ScannedSubject } from './place.ts'
import { startResume } from '../printing/resume.ts'

/** `DS:HOLD` with nothing open: what is scanned next is put on hold, and whoever has a keyboard can say why at once. */
export function startHold(session: Session): Answer {
  return accepted(
    { ...session, at: { kind: 'hold', subject: null } },
    'Put on hold',
    'Scan what is wrong: a unit, a lot or a part. DS:DONE then holds it, DS:CANCEL leaves.',
    { show: { kind: 'raise', row: null, code: null, part: null } }
  )
}

export function decideHoldScan(
  session: Session,
  at: HoldPlace,
  reading: PlaceReading,
  directory: StationDirectory
): Answer {
  switch (reading.kind) {
    case 'command':
      return decideCommand(session, at, reading.command, directory)
    case 'own-label':
      return take(session, goodsOfLabel(factsOfOwnLabel(reading.label), directory), directory)
    case 'supplier-label':
      return take(session, goodsOfLabel(factsOfSupplierLabel(reading.label), directory), directory)
    case 'gtin':
    case 'text':
      return decideText(session, at, reading.text, directory)
    default:
      return refused('unknown-code', 'Not known', 'Scan what is wrong, or DS:CANCEL.')
  }
}

function decideCommand(session: Session, at: HoldPlace, command: PlaceCommand, directory: StationDirectory): Answer {
  switch (command.kind) {
    case 'done':
      return finish(session, at)
    case 'undo':
      return at.subject
        ? startHold(session)
        : refused('nothing-to-undo', 'Nothing to take back', 'Nothing was scanned yet. DS:CANCEL leaves.')
    case 'cancel':
    case 'home':
      return accepted({ ...session, at: { kind: 'idle' } }, 'Ready', 'Nothing was put on hold.')
    case 'hold':
      return startHold(session)
    case 'location':
      return choosePlace(session, at, command.code, directory)
    case 'quantity':
    case 'generate':
      return refused(
        'wrong-kind',
        'All of it is held',
        'Quality says later how much is bad. Scan DS:DONE, or DS:CANCEL.'
      )
    case 'order':
    case 'run':
    case 'count':
      return refused(
        'finish-first',
        'Finish first',
        'Something is being put on hold. DS:DONE holds it, DS:CANCEL leaves.'
      )
    case 'reprint':
      return reprintNeedsReason()
    case 'resume':
      return startResume(session, directory)
    default:
      return assertNever(command)
  }
}

function decideText(session: Session, at: HoldPlace, text: string, directory: StationDirectory): Answer {
  if (at.subject?.kind === 'part' && directory.location(text)) return choosePlace(session, at, text, directory)
  return take(session, goodsOfText(text, directory) ?? notKnown(text), directory)
}

function take(session: Session, named: NamedGoods | Answer, directory: StationDirectory): Answer {
  switch (named.kind) {
    case 'unit': {
      const name = `Unit ${named.row.serial ?? ''}`
      return chosen(session, { kind: 'row', row: named.row.id, name }, [named.row], directory)
    }
    case 'stock': {
      const { goods, name, rows } = named
      if (goods.kind === 'lot') return chosen(session, { kind: 'lot', lot: goods.lot, name }, rows, directory)
      const [only, another] = rows
      return only && !another
        ? chosen(session, { kind: 'row', row: only.id, name: `${name} at ${only.location}` }, rows, directory)
        : severalPlaces(session, { kind: 'part', part: goods.part, name }, rows)
    }
    default:
      return named
  }
}

function severalPlaces(session: Session, subject: ScannedSubject, rows: readonly StockRow[]): Answer {
  return accepted(
    { ...session, at: { kind: 'hold', subject } },
    `${subject.name}: where?`,
    `${whereItLies(rows)}. Scan the place where it is wrong.`,
    { show: showOf(subject, rows) }
  )
}

function choosePlace(session: Session, { subject }: HoldPlace, code: string, directory: StationDirectory): Answer {
  if (!directory.location(code)) return unknownPlace(code)
  if (subject?.kind !== 'part') {
    return refused('wrong-kind', 'A place is not held', 'Scan what is wrong: a unit, a lot or a part, or DS:CANCEL.')
  }
  const rows = directory.stock.untrackedRows(subject.part)
  const [row, another] = rows.filter(({ location }) => location === code)
  if (!row) {
    return refused('not-in-stock', 'Not there', `Nothing of ${subject.name} is at ${code}. ${whereItLies(rows)}.`)
  }
  if (another) {
    return refused(
      'ambiguous',
      'Which revision?',
      `Two revisions of ${subject.name} lie at ${code}. Choose the row on the Inventory screen and raise the issue there.`,
      'attention'
    )
  }
  return chosen(session, { kind: 'row', row: row.id, name: `${subject.name} at ${code}` }, [row], directory)
}

function chosen(
  session: Session,
  subject: ScannedSubject,
  rows: readonly StockRow[],
  { quality }: StationDirectory
): Answer {
  const holds: readonly Hold[] =
    subject.kind === 'lot' ? quality.holdsOnLot(subject.lot) : rows.flatMap(({ id }) => quality.holdsOnRow(id))
  return accepted(
    { ...session, at: { kind: 'hold', subject } },
    capitalised(subject.name),
    `${holdSentence(holds)}DS:DONE puts it on hold. Scan another thing instead, or DS:CANCEL.`,
    { sound: holds.length > 0 ? 'attention' : 'accepted', show: showOf(subject, rows) }
  )
}

function finish(session: Session, { subject }: HoldPlace): Answer {
  if (subject === null) {
    return refused('wrong-kind', 'Nothing to hold', 'Scan what is wrong first: a unit, a lot or a part.')
  }
  if (subject.kind === 'part') {
    return refused(
      'source-missing',
      'Where?',
      `${subject.name} lies at several places. Scan the place where it is wrong.`,
      'attention'
    )
  }
  return accepted(
    { ...session, at: { kind: 'idle' } },
    'On hold',
    `${capitalised(subject.name)} is on hold. Put it aside, and have somebody write down what is wrong.`,
    {
      sound: 'line-complete',
      effect: {
        kind: 'raise-issue',
        subject: subject.kind === 'lot' ? { kind: 'lot', lot: subject.lot } : { kind: 'row', row: subject.row }
      }
    }
  )
}

/** The screen shows the thing as whoever types would name it. */
function showOf(subject: ScannedSubject, [row]: readonly StockRow[]): Show {
  if (subject.kind === 'row') return { kind: 'raise', row: subject.row, code: null, part: null }
  const code = subject.kind === 'lot' ? (row?.lot ?? null) : (row?.partNumber ?? null)
  return { kind: 'raise', row: null, code, part: row?.partNumber ?? null }
}

function notKnown(text: string): Answer {
  return refused(
    'unknown-code',
    'Not known',
    `${shown(text)} is no serial, lot or part of this station. Scan what is wrong, or DS:CANCEL.`
  )
}
