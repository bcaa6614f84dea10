import { instantOf, type Instant } from '../../core/clock.ts'
import type { Json } from '../../core/event.ts'
import { IDLE } from '../../core/session/session.ts'
import { appendEvent, newestEvent } from '../store/event.ts'
import { labelsInState, labelsOnTheirWay } from '../store/label.ts'
import { stepLabel } from '../store/label-step.ts'
import { lastLabelNumber, skipLabelNumbers } from '../store/label-number.ts'
import { allCounters, raiseCounter, type Counter } from '../store/number-series.ts'
import { stopPrinter } from '../store/print-stop.ts'
import { readSetting, writeSetting } from '../store/setting.ts'
import type { ReadableDb } from '../store/database.ts'
import type { StationContext } from './context.ts'
import { writeSession } from './session-store.ts'

/** What a restored store is made with. */
export type RestoringContext = Pick<StationContext, 'db' | 'clock' | 'operator' | 'station'>

/** What a store had given out when it was replaced: goods and labels bear it, whatever the backup knows. */
export interface GivenNumbers {
  readonly epoch: number
  readonly events: number
  readonly labels: number
  readonly counters: readonly Counter[]
}

export function givenNumbers(db: ReadableDb): GivenNumbers {
  return {
    epoch: epochOf(db),
    events: newestEvent(db)?.seq ?? 0,
    labels: lastLabelNumber(db),
    counters: allCounters(db)
  }
}

/** More labels than a station prints between two backups. */
const LABELS_LEFT_OUT = 100_000

export interface NewEpoch {
  readonly epoch: number
  /** When the newest thing happened that the backup knows. */
  readonly knownUntil: Instant | null
  readonly labelsInDoubt: number
}

/**
 * Makes a store out of a backup's copy: what happened after the backup is not known, but was done.
 *
 * Numbers go on behind those that were given, as far as the replaced store tells them; no label that waited at the time
 * is printed, since it may have been printed since; nobody is signed in, and nothing is in anybody's hand. Call it inside
 * one transaction.
 *
 * @param replaced absent where the store that is replaced cannot be read
 */
export function beginEpoch(
  context: RestoringContext,
  replaced: GivenNumbers | undefined,
  data: { readonly [key: string]: Json }
): NewEpoch {
  const { db, clock, operator, station } = context
  const at = instantOf(clock.now())
  const last = newestEvent(db)
  const epoch = Math.max(epochOf(db), replaced?.epoch ?? 1) + 1
  for (const counter of replaced?.counters ?? []) raiseCounter(db, counter)
  skipLabelNumbers(db, replaced ? replaced.labels : lastLabelNumber(db) + LABELS_LEFT_OUT)
  const labelsInDoubt = doubtLabels(context, at, last?.at ?? null)
  writeSession(db, IDLE)
  writeSetting(db, EPOCH, String(epoch))
  appendEvent(db, {
    kind: 'store-restored',
    at,
    operator,
    station: station.id,
    subjects: [],
    data: {
      ...data,
      epoch,
      known_until: last?.at ?? null,
      events_replaced: replaced?.events ?? null,
      labels_in_doubt: labelsInDoubt
    }
  })
  return { epoch, knownUntil: last?.at ?? null, labelsInDoubt }
}

const EPOCH = 'epoch'

/** 1 for a store that has never been restored. */
function epochOf(db: ReadableDb): number {
  return Number(readSetting(db, EPOCH) ?? '1')
}

function doubtLabels({ db, station }: RestoringContext, at: Instant, knownUntil: Instant | null): number {
  const labels = [...labelsInState(db, 'queued'), ...labelsOnTheirWay(db)]
  const words = `Restored from a backup that knows nothing since ${knownUntil ?? 'its beginning'}: it may have come out.`
  for (const label of labels) {
    stopPrinter(db, { printer: label.printer, at, reason: words })
    stepLabel(db, label.id, at, station.id, 'unknown', { ...label.evidence, words })
  }
  return labels.length
}
