import { pictured } from '../../../core/barcode/pictured.ts'
import { bytesToText } from '../../devices/scanner/bytes-to-text.ts'
import type { JournalRow } from '../../store/scan.ts'
import { indexedCodes } from '../../store/search-terms.ts'
import { BADGE } from './badge.ts'

/** What was scanned, whole, with each control character visible. */
export function scanText(raw: Uint8Array): string {
  return pictured(bytesToText(raw))
}

/** What a scan is found by: the text, what it meant, what became of it, its sound and its scanner. */
export function codesOf({ raw, meaning, outcome, sound, scanner }: JournalRow): string {
  return indexedCodes([meaning === BADGE ? null : scanText(raw), meaning, outcome, sound, scanner])
}
