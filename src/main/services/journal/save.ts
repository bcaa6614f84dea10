import { todayOf, type StationClock } from '../../../core/clock.ts'
import { StationError } from '../../../core/errors.ts'
import type { ScanFilter } from '../../store/scan-search.ts'
import { withExtension, type Desktop } from '../desktop.ts'

export type SaveJournal = (
  filter: ScanFilter,
  format: 'csv' | 'jsonl'
) => Promise<{ readonly file: string | null; readonly scans: number }>

export interface SaveJournalParts {
  readonly clock: StationClock
  readonly desktop: Desktop | undefined
  /** Writes them, away from the thread that answers scans, and says how many. */
  readonly write: (filter: ScanFilter, file: string) => Promise<number>
}

const KINDS = { csv: 'Table (CSV)', jsonl: 'JSON Lines' } as const

/** Asks where to, and writes the scans there. */
export function createSaveJournal({ clock, desktop, write }: SaveJournalParts): SaveJournal {
  return async (filter, format) => {
    if (!desktop)
      throw new StationError('not-found', 'This station runs without a window. Use dockside scans with --out.')
    const chosen = await desktop.chooseFile({
      name: `scans-${todayOf(clock)}.${format}`,
      kind: KINDS[format],
      extension: format
    })
    if (chosen === null) return { file: null, scans: 0 }
    const file = withExtension(chosen, format)
    return { file, scans: await write(filter, file) }
  }
}
