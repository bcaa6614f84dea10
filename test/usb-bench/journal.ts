import { databaseFile } from '../../src/main/commands/open.ts'
import { openReadable } from '../../src/main/store/database.ts'
import { recentScans } from '../../src/main/store/scan.ts'

/** One scan as the station kept it. */
export interface KeptScan {
  readonly scanner: string
  readonly aim: string | null
  readonly text: string
  /** Whether the clerk has heard what became of it. */
  readonly isAnswered: boolean
  readonly outcome: string
}

/** The scan journal of a station that runs, oldest first, read by itself: what is on disk. */
export function openJournal(dataFolder: string): { scans(): readonly KeptScan[]; close(): void } {
  const db = openReadable(databaseFile(dataFolder))
  return {
    scans: () =>
      recentScans(db, 100_000)
        .map(({ scanner, aim, raw, outcome }) => ({
          scanner,
          aim,
          text: Buffer.from(raw).toString('latin1'),
          isAnswered: outcome !== null,
          outcome: outcome ?? ''
        }))
        .reverse(),
    close: () => db.close()
  }
}
