import { StationError } from '../../../core/errors.ts'
import type { JournalApi } from '../../../ipc/journal-api.ts'
import { snapshot } from '../../store/database.ts'
import { oldestScanAt, scanAt } from '../../store/scan.ts'
import { indexedScanners } from '../../store/scan-index.ts'
import { searchScans } from '../../store/scan-search.ts'
import type { StationContext } from '../context.ts'
import type { SaveJournal } from './save.ts'
import { codesOf } from './scan-text.ts'
import { scanDetailView, scanRowView } from './views.ts'

export interface JournalParts {
  readonly context: Pick<StationContext, 'db'>
  readonly keepDays: number
  /** The scanners of the settings, which may not have scanned yet. */
  readonly scanners: readonly string[]
  readonly save: SaveJournal
}

/** The window's requests for the scan journal. */
export function createJournalApi({ context, keepDays, scanners, save }: JournalParts): JournalApi {
  const { db } = context
  return {
    list: async ({ offset, limit, ...filter }) =>
      snapshot(db, () => {
        const { rows, total, isMore } = searchScans(db, filter, offset, limit, codesOf)
        return { rows: rows.map((row) => scanRowView(db, row)), total, isMore }
      }),
    async scan({ scan: id }) {
      const scan = scanAt(db, id)
      if (!scan) {
        throw new StationError(
          'not-found',
          `This scan is no longer kept: scans are removed after ${keepDays} days. Look it up in an export.`
        )
      }
      return scanDetailView(db, scan)
    },
    overview: async () => ({
      scanners: [...new Set([...scanners, ...indexedScanners(db)])].sort(),
      oldest: oldestScanAt(db) ?? null,
      keepDays
    }),
    save: async ({ format, ...filter }) => await save(filter, format)
  }
}
