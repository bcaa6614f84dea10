import { assertNever } from '../assert.ts'
import { alreadyInstalled } from '../assembly/refusals.ts'
import type { PlaceCommand } from '../barcode/commands.ts'
import type { PlaceReading } from '../barcode/reading.ts'
import { factsOfOwnLabel, factsOfSupplierLabel } from '../barcode/label-facts.ts'
import { openOrder, openOrderNumbered } from '../receiving/open-order.ts'
import { reprintNeedsReason, unknownPlace } from '../session/anywhere.ts'
import { accepted, refused, type Answer } from '../session/answer.ts'
import type { StationDirectory } from '../session/directory.ts'
import type { Session } from '../session/session.ts'
import { shown } from '../words.ts'
import { choose, chooseQuantity, chooseSource, finishMove } from './pending-move.ts'
import { movesHeldByScan } from '../quality/authority.ts'
import { holdSentence } from '../quality/hold.ts'
import { staysOnHold } from '../quality/hold-answer.ts'
import { goodsOfLabel, goodsOfText, type NamedGoods } from './put-away-goods.ts'
import type { PendingMove, PutAwayPlace } from './put-away-place.ts'
import type { StockRow } from './stock-directory.ts'
import { gone } from './what-became.ts'
import { startResume } from '../printing/resume.ts'

/** A place was scanned with nothing open: what is scanned next goes there, and what is received does too. */
export function startPutAway(session: Session, code: string, directory: StationDirectory): Answer {
  if (!directory.location(code)) return unknownPlace(code)
  return accepted(
    { ...session, location: code, at: { kind: 'put-away', location: code, pending: null } },
    `Put away at ${code}`,
    'Scan what goes there: a unit, a lot or a part. An order number receives into it. DS:HOME ends.'
  )
}

/** A unit moves at once; a lot or an untracked part when its quantity and its place are known. */
export function decidePutAway(
  session: Session,
  at: PutAwayPlace,
  reading: PlaceReading,
  directory: StationDirectory
): Answer {
  switch (reading.kind) {
    case 'command':
      return decideCommand(session, at, reading.command, directory)
    case 'own-label':
      return at.pending
        ? finishFirst(at.pending)
        : take(session, at, goodsOfLabel(factsOfOwnLabel(reading.label), directory), directory)
    case 'supplier-label':
      return at.pending
        ? finishFirst(at.pending)
        : take(session, at, goodsOfLabel(factsOfSupplierLabel(reading.label), directory), directory)
    case 'gtin':
    case 'text':
      return decideText(session, at, reading.text, directory)
    default:
      return refused('unknown-code', 'Not known', `Scan what goes to ${at.location}, or DS:HOME.`)
  }
}

function decideCommand(session: Session, at: PutAwayPlace, command: PlaceCommand, directory: StationDirectory): Answer {
  const { pending } = at
  switch (command.kind) {
    case 'location':
      return scanPlace(session, at, command.code, directory)
    case 'quantity':
      return pending ? chooseQuantity(session, at, pending, command.quantity, directory.stock) : nothingChosen(at)
    case 'done':
      return pending ? finishMove(session, at, pending, directory) : nothingChosen(at)
    case 'undo':
      return pending
        ? drop(session, at, pending)
        : refused('nothing-to-undo', 'Nothing to take back', 'What has moved is moved back by scanning its old place.')
    case 'cancel':
      return pending ? drop(session, at, pending) : leave(session, pending)
    case 'home':
      return leave(session, pending)
    case 'order':
      return pending ? finishFirst(pending) : openOrderNumbered(session, command.number, directory)
    case 'run':
    case 'count':
    case 'hold':
      return refused('finish-first', 'Finish first', `Goods are being put away at ${at.location}. DS:HOME ends that.`)
    case 'generate':
      return refused('wrong-kind', 'Nothing is received here', `Scan what goes to ${at.location}, or DS:HOME.`)
    case 'reprint':
      return reprintNeedsReason()
    case 'resume':
      return startResume(session, directory)
    default:
      return assertNever(command)
  }
}

function decideText(session: Session, at: PutAwayPlace, text: string, directory: StationDirectory): Answer {
  if (at.pending) return directory.location(text) ? scanPlace(session, at, text, directory) : finishFirst(at.pending)
  const order = directory.order(text)
  if (order) return openOrder(session, order, directory)
  if (directory.location(text)) return scanPlace(session, at, text, directory)
  return take(session, at, goodsOfText(text, directory) ?? unknownText(at, text), directory)
}

function scanPlace(session: Session, at: PutAwayPlace, code: string, directory: StationDirectory): Answer {
  if (!at.pending) return startPutAway(session, code, directory)
  if (!directory.location(code)) return unknownPlace(code)
  return chooseSource(session, at, at.pending, code, directory)
}

function take(session: Session, at: PutAwayPlace, named: NamedGoods | Answer, directory: StationDirectory): Answer {
  switch (named.kind) {
    case 'unit':
      return moveUnit(session, at, named.row, directory)
    case 'stock':
      return choose(session, at, named, directory)
    default:
      return named
  }
}

function moveUnit(session: Session, at: PutAwayPlace, row: StockRow, directory: StationDirectory): Answer {
  const name = `${row.serial ?? ''} (${row.partNumber})`
  const where = directory.assembly.installedIn(row.id)
  if (where) return alreadyInstalled(name, where, directory.local)
  if (row.quantity === 0) return gone(name, row, row.status, directory.stock.lastChange(row.id), directory.local)
  const held = row.status === 'on hold'
  if (held && !movesHeldByScan(directory.operators)) return staysOnHold(name, directory.quality.holdsOnRow(row.id))
  if (row.location === at.location) {
    return refused('already-there', 'There already', `${name} is at ${at.location}. Go on with the next.`, 'duplicate')
  }
  return accepted(
    session,
    `${row.serial ?? ''} to ${at.location}`,
    `${holdSentence(directory.quality.holdsOnRow(row.id))}${row.partNumber} was at ${row.location}. Scan what goes to ${at.location} next, or DS:HOME.`,
    {
      sound: held ? 'attention' : 'accepted',
      effect: { kind: 'move', to: at.location, parts: [{ row: row.id, quantity: row.quantity }] }
    }
  )
}

function drop(session: Session, at: PutAwayPlace, { name }: PendingMove): Answer {
  return accepted(
    { ...session, at: { ...at, pending: null } },
    'Taken back',
    `Nothing of ${name} has moved. Scan what goes to ${at.location}, or DS:HOME.`
  )
}

function leave(session: Session, pending: PendingMove | null): Answer {
  return accepted(
    { ...session, at: { kind: 'idle' } },
    'Ready',
    `${pending === null ? '' : `Nothing of ${pending.name} has moved. `}Scan an order number or a place.`
  )
}

function finishFirst({ name }: PendingMove): Answer {
  return refused(
    'finish-first',
    'Finish first',
    `DS:DONE moves ${name}, DS:CANCEL leaves it where it is. Then scan the next.`
  )
}

function nothingChosen(at: PutAwayPlace): Answer {
  return refused('wrong-kind', 'Nothing to move', `Scan the lot or the part that goes to ${at.location} first.`)
}

function unknownText(at: PutAwayPlace, text: string): Answer {
  return refused(
    'unknown-code',
    'Not known',
    `${shown(text)} is no order, part, place, serial or lot of this station. Scan what goes to ${at.location}.`
  )
}
