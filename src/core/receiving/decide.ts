import { assertNever } from '../assert.ts'
import type { Reading } from '../barcode/interpret.ts'
import { refused, type Answer } from './answer.ts'
import type { Directory } from './directory.ts'
import { decideIdle } from './idle.ts'
import { decideOnLine } from './line.ts'
import { decideOnReceipt } from './receipt.ts'
import type { Session } from './session.ts'

/**
 * What one scan means in one state, and what becomes of it.
 *
 * The same scan in the same state with the same directory always has the same answer, and there always is one.
 */
export function decide(session: Session, reading: Reading, directory: Directory): Answer {
  switch (reading.kind) {
    case 'bad-command':
      return refused('bad-command', 'Command not understood', `${reading.reason}. Scan the command sheet again.`)
    case 'unreadable':
      return refused(
        'unreadable',
        'Not readable',
        `${reading.reason}. Scan it again, or type what is printed beside it.`
      )
    case 'ambiguous':
      return refused(
        'ambiguous',
        'Two readings',
        `This code can be read in ${reading.readings.length} ways, and the station does not guess. Scan the part number, lot or serial by itself, or type it.`,
        'attention'
      )
    case 'command':
    case 'own-label':
    case 'supplier-label':
    case 'gtin':
    case 'text':
      return decideReadable(session, reading, directory)
    default:
      return assertNever(reading)
  }
}

function decideReadable(session: Session, reading: Reading, directory: Directory): Answer {
  switch (session.at.kind) {
    case 'idle':
      return decideIdle(session, reading, directory)
    case 'receipt':
      return decideOnReceipt(session, session.at, reading, directory)
    case 'line':
      return decideOnLine(session, session.at, reading, directory)
    default:
      return assertNever(session.at)
  }
}
