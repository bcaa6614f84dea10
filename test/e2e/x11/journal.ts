import { waitFor } from '../../../scripts/drive/wait-for.ts'
import { databaseFile } from '../../../src/main/commands/open.ts'
import { openReadable } from '../../../src/main/store/database.ts'
import { all } from '../../../src/main/store/statement.ts'

/** The scan journal of a running station, as another program reads it. */
export interface JournalReader {
  /** The scans since this was last asked, once there are so many or nothing more comes. */
  next(count: number): Promise<readonly JournalEntry[]>
  /** Forgets what was scanned so far. */
  skip(): void
  close(): void
}

export interface JournalEntry {
  readonly scanner: string
  readonly text: string
  readonly outcome: string
}

interface Row {
  readonly id: number
  readonly scanner: string
  readonly raw: Uint8Array
  readonly aim: string | null
  readonly outcome: string
}

/** What has not come by then was lost. */
const PATIENCE_MS = 1500

export function openJournal(dataFolder: string): JournalReader {
  const db = openReadable(databaseFile(dataFolder))
  const answered = (afterId: number): readonly Row[] =>
    all<Row>(
      db,
      'SELECT id, scanner, raw, aim, outcome FROM scan WHERE id > ? AND outcome IS NOT NULL ORDER BY id',
      afterId
    )
  let lastId = 0

  return {
    async next(count) {
      const whole = () => (answered(lastId).length >= count ? true : undefined)
      await waitFor(`${count} scans`, whole, PATIENCE_MS).catch(() => undefined)
      const rows = answered(lastId)
      lastId = rows.at(-1)?.id ?? lastId
      return rows.map(({ scanner, raw, aim, outcome }) => ({
        scanner,
        text: (aim ?? '') + Buffer.from(raw).toString('utf8'),
        outcome
      }))
    },
    skip() {
      lastId = answered(lastId).at(-1)?.id ?? lastId
    },
    close: () => db.close()
  }
}
