import { shown } from '../../../core/words.ts'
import { bytesToText } from '../../devices/scanner/bytes-to-text.ts'
import type { ReadableDb } from '../../store/database.ts'
import { operatorWithBadge } from '../../store/operator.ts'
import type { JournalRow } from '../../store/scan.ts'

/** What the journal says that a badge meant. */
export const BADGE = 'badge'

/** What is shown in place of a badge's code: whoever reads it could type it. */
export const HIDDEN_BADGE = '••••'

/** Whether a scan was of a badge, also where it was scanned before it was anybody's. */
export function isOfBadge(db: ReadableDb, { raw, meaning }: Pick<JournalRow, 'raw' | 'meaning'>): boolean {
  return meaning === BADGE || operatorWithBadge(db, bytesToText(raw)) !== undefined
}

/** What became of the scan of a badge, without its code. */
export function outcomeWithoutBadge({ raw, outcome }: Pick<JournalRow, 'raw' | 'outcome'>): string | null {
  return outcome?.replaceAll(shown(bytesToText(raw)), HIDDEN_BADGE) ?? null
}
