import { instantOf } from '../../src/core/clock.ts'
import type { ScanId } from '../../src/core/ids.ts'
import type { Sound } from '../../src/core/scan-sound.ts'
import { codesOf } from '../../src/main/services/journal/scan-text.ts'
import { transaction, type WritableDb } from '../../src/main/store/database.ts'
import { answerScan, insertScan, type ScanSource } from '../../src/main/store/scan.ts'
import { indexScans, unindexedScans } from '../../src/main/store/scan-index.ts'

/** One line of a journal, for tests that need a certain one. */
export interface MadeScan {
  readonly text: string
  readonly at?: string
  readonly scanner?: string
  readonly source?: ScanSource
  readonly meaning?: string
  readonly outcome?: string
  /** Null is never answered. */
  readonly sound?: Sound | null
}

/** Writes a scan as the station would have, a second after the one before where it does not say when. */
export function makeScan(db: WritableDb, made: MadeScan): ScanId {
  const { text, scanner = 'gun', source = 'other', meaning = 'text', outcome = '', sound = 'accepted' } = made
  return transaction(db, () => {
    const count = (db.prepare('SELECT count(*) AS n FROM scan').get() as { n: number }).n
    const at = instantOf(made.at === undefined ? Date.UTC(2026, 10, 23, 10, 0, count) : Date.parse(made.at))
    const raw = Buffer.from(text, 'latin1')
    const id = insertScan(db, { at, station: 'DOCK-1', scanner, source, raw, aim: null, device: null, received: null })
    if (sound !== null) answerScan(db, id, { meaning, outcome, sound, operator: 'kim', events: null })
    return id
  })
}

/** Has everything that was answered found by the index, as a quiet minute does. */
export function indexAll(db: WritableDb): void {
  transaction(db, () => indexScans(db, unindexedScans(db, 1_000), codesOf))
}
