import type { Instant } from '../core/clock.ts'
import type { ScanId } from '../core/ids.ts'
import type { Sound } from '../core/scan-sound.ts'
import type { JournalOverview, ScanDetailView, ScanListPage } from './journal-views.ts'

/** Which scans are meant; null for any. */
export interface ScanFilterInput {
  /** Each word is in one piece in what was scanned, what it meant, what became of it or its scanner. */
  readonly search: string
  readonly scanner: string | null
  readonly outcome: Sound | 'unanswered' | null
  /** From this instant on, and before that one. */
  readonly from: Instant | null
  readonly before: Instant | null
}

export interface JournalApi {
  /** The newest scans first. */
  list(input: ScanFilterInput & { readonly offset: number; readonly limit: number }): Promise<ScanListPage>
  scan(input: { readonly scan: ScanId }): Promise<ScanDetailView>
  overview(input: Record<string, never>): Promise<JournalOverview>
  /** Asks the person for a file and writes the scans into it, the oldest first. Null where the person chose none. */
  save(
    input: ScanFilterInput & { readonly format: 'csv' | 'jsonl' }
  ): Promise<{ readonly file: string | null; readonly scans: number }>
}

/** The names that exist at run time. */
export const JOURNAL_METHODS = {
  list: true,
  scan: true,
  overview: true,
  save: true
} as const satisfies { readonly [M in keyof JournalApi]: true }
