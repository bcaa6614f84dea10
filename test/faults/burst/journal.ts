import { join } from 'node:path'
import type { Sound } from '../../../src/core/scan-sound.ts'
import { openReadable } from '../../../src/main/store/database.ts'

/** A scan as the database file has it. */
export interface KeptScan {
  readonly scan: number
  readonly scanner: string
  readonly text: string
  readonly sound: Sound | null
  readonly outcome: string | null
}

export function keptScans(dataFolder: string): readonly KeptScan[] {
  const db = openReadable(join(dataFolder, 'dockside.db'))
  try {
    return db
      .prepare('SELECT id AS scan, scanner, CAST(raw AS TEXT) AS text, sound, outcome FROM scan ORDER BY id')
      .all() as readonly KeptScan[]
  } finally {
    db.close()
  }
}

/** What one scanner has in the journal, in its order. */
export function textsOf(scans: readonly KeptScan[], scanner: string): readonly string[] {
  return scans.filter((scan) => scan.scanner === scanner).map(({ text }) => text)
}
