import { instantOf, type Instant } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import { interpretScan } from '../../../core/barcode/interpret.ts'
import type { CalibrationTold, Reading, ReadingContext } from '../../../core/barcode/reading.ts'
import type { EventSeq, ScanId } from '../../../core/ids.ts'
import { memberOf } from '../../../core/operators/identify.ts'
import { refused } from '../../../core/session/answer.ts'
import { decide } from '../../../core/session/decide.ts'
import { confirmsForGood, READ_TWICE_MS, readTwice } from '../../../core/session/read-twice.ts'
import { readingContext } from '../../../core/session/reading-context.ts'
import { shown } from '../../../core/words.ts'
import type { ScanAnswer } from '../../../ipc/views.ts'
import { bytesToText } from '../../devices/scanner/bytes-to-text.ts'
import { transaction } from '../../store/database.ts'
import { newestEvent } from '../../store/event.ts'
import { answerScan, insertScan, lastAnsweredScan, type EventRange, type ScanSource } from '../../store/scan.ts'
import type { StationContext } from '../context.ts'
import { createDirectory } from '../directory.ts'
import { BADGE, HIDDEN_BADGE } from '../journal/badge.ts'
import { actingContext } from '../operators/acting.ts'
import type { LeadRequests } from '../operators/lead-requests.ts'
import { shortenLocks } from '../operators/shorten-locks.ts'
import { verifyScanned, type Verified } from '../printing/scan-back.ts'
import { readSession } from '../session-store.ts'
import { NO_EFFECTS, type ScanEffects } from './effects.ts'
import { meaningOf, NOT_WHOLE } from './journal.ts'
import { settle } from './settle.ts'

/** One scan, from whatever scanner, or typed in the window. */
export interface IncomingScan {
  readonly scanner: string
  readonly source: ScanSource
  readonly bytes: Uint8Array
  readonly aim: string | null
  /** Which device it came from, in words, where several may serve the scanner. */
  readonly device?: string | null
  /** What came, where the settings of the scanner made something else of it. */
  readonly received?: Uint8Array
  /** Set where the bytes did not arrive whole: what the clerk is told instead of a reading. */
  readonly fault?: string
  /**
   * Set where it is the calibration symbol: goes by it, and says what it told of the scanner; absent where that was
   * nothing. It changes settings, and so it is called once the scan is in the journal.
   */
  readonly calibrate?: () => CalibrationTold | undefined
}

export interface AnsweredScan {
  readonly answer: ScanAnswer
  readonly effects: ScanEffects
}

/**
 * Takes one scan: writes it to the journal, understands it, decides, and writes the decision in one transaction.
 *
 * The journal is on disk before anything else happens. Every scan has an answer: when the decision cannot be written,
 * the answer says so and nothing of it is kept.
 */
export function takeScan(station: StationContext, scan: IncomingScan, requests?: LeadRequests): AnsweredScan {
  const context = actingContext(station)
  const { db, clock } = context
  const at = instantOf(clock.now())
  const text = bytesToText(scan.bytes)
  let heard = { at, scanner: scan.scanner, text: shown(text) }
  let id: ScanId
  try {
    id = transaction(db, () =>
      insertScan(db, {
        at,
        station: context.station.id,
        scanner: scan.scanner,
        source: scan.source,
        raw: scan.bytes,
        aim: scan.aim,
        device: scan.device ?? null,
        received: scan.received ?? null
      })
    )
  } catch (error) {
    return { answer: { ...heard, scan: 0 as ScanId, ...failureAnswer(error) }, effects: NO_EFFECTS }
  }
  const told = scan.calibrate?.()
  try {
    const { answer, effects, performed, isBadge } = transaction(db, () => {
      const before = newestEvent(db)?.seq
      const { operator } = context
      const session = readSession(db)
      const directory = createDirectory(context)
      const reading = told ? calibrationOf(told) : readingOf(scan, text, readingContext(session, directory))
      const member = memberOf(reading, directory.people)
      const isBadge = member !== undefined
      if (isBadge) shortenLocks(context)
      const isTwice = confirmsForGood(session, reading) && isReadTwice(context, scan, at)
      const decided = isTwice ? readTwice() : decide(session, reading, directory)
      const settled = settle(context, session, decided, requests)
      const { answer } = settled
      // A label on the wrong unit exists, and is not where it belongs.
      const isMisplaced = answer.kind === 'refused' && answer.reason === 'wrong-label'
      const verified =
        reading.kind === 'own-label' && !isMisplaced ? verifyScanned(context, reading.label, id) : undefined
      const outcome =
        answer.kind === 'accepted'
          ? `${answer.title}. ${answer.message}`
          : `${answer.reason}: ${answer.title}. ${answer.message}`
      answerScan(db, id, {
        meaning: isBadge ? BADGE : scan.fault === undefined ? meaningOf(reading) : NOT_WHOLE,
        outcome,
        sound: answer.sound,
        operator: member?.name ?? operator,
        events: eventsAfter(before, newestEvent(db)?.seq)
      })
      const effects = verified ? withVerified(settled.effects, verified) : settled.effects
      return { ...settled, effects, isBadge }
    })
    performed?.settle()
    if (isBadge) heard = { ...heard, text: HIDDEN_BADGE }
    const show = answer.kind === 'accepted' ? answer.show : null
    const { sound, title, message } = answer
    const isTeachable = answer.kind === 'refused' && answer.isTeachable === true
    return {
      answer: { ...heard, scan: id, sound, title, message, show, ...(isTeachable ? { isTeachable } : {}) },
      effects
    }
  } catch (error) {
    if (!(error instanceof StationError)) throw error
    return { answer: { ...heard, scan: id, ...failureAnswer(error) }, effects: NO_EFFECTS }
  }
}

/** Whether the scan before was the same, by the same scanner, and only just now. */
function isReadTwice({ db }: StationContext, { scanner, bytes }: IncomingScan, at: Instant): boolean {
  const before = lastAnsweredScan(db)
  if (!before || before.scanner !== scanner || !Buffer.from(bytes).equals(before.raw)) return false
  return Math.abs(Date.parse(at) - Date.parse(before.at)) < READ_TWICE_MS
}

function withVerified(effects: ScanEffects, { printerGoesOn }: Verified): ScanEffects {
  return { ...effects, labelsChanged: true, labelsQueued: effects.labelsQueued || printerGoesOn }
}

function eventsAfter(before: EventSeq | undefined, last: EventSeq | undefined): EventRange | null {
  return last === undefined || last === before ? null : { first: ((before ?? 0) + 1) as EventSeq, last }
}

function calibrationOf(told: CalibrationTold): Reading {
  return { kind: 'calibration', isWhole: true, told }
}

function readingOf({ aim, source, fault }: IncomingScan, text: string, context: ReadingContext): Reading {
  return fault === undefined ? interpretScan({ text, aim, source }, context) : { kind: 'unreadable', reason: fault }
}

function failureAnswer(error: unknown): Pick<ScanAnswer, 'sound' | 'title' | 'message' | 'show'> {
  if (!(error instanceof StationError)) throw error
  const { sound, title } = refused('not-available', 'Not kept', '', 'attention')
  return { sound, title, message: error.message, show: null }
}
