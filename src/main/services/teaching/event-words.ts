import { textOf, type EventData } from '../event-data.ts'
import type { FormatEvent } from './carry-out.ts'

const WORDS: Readonly<Record<FormatEvent, string>> = {
  'format-taught': 'taught',
  'format-corrected': 'taught anew',
  'format-renamed': 'renamed',
  'format-retired': 'no longer used',
  'format-reinstated': 'used again',
  'format-imported': 'imported'
}

/** What happened to how a supplier's labels are read; absent for any other event. */
export function formatEventInWords(event: string, data: EventData): string | undefined {
  const words = (WORDS as Readonly<Record<string, string>>)[event]
  return words === undefined ? undefined : `Label format ${textOf(data.name)} of ${textOf(data.supplier)} ${words}`
}
