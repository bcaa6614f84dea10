import type { LabelFormatId } from '../core/ids.ts'
import type { FormatAnswer, FormatImportAnswer, FormatView } from './teaching-views.ts'

/** The labels of suppliers that were taught. Teaching itself goes by scans. */
export interface TeachingApi {
  /** Formats of one supplier, or of all where null; those that are no longer used too. */
  formats(input: { supplier: string | null }): Promise<readonly FormatView[]>
  rename(input: { format: LabelFormatId; name: string }): Promise<FormatAnswer>
  /** It is no longer used, and may be used again later. */
  retire(input: { format: LabelFormatId }): Promise<FormatAnswer>
  reinstate(input: { format: LabelFormatId }): Promise<FormatAnswer>
  /** Writes all formats in use to a file that the person chooses; null when the person thinks better of it. */
  saveFormats(input: Record<string, never>): Promise<{ readonly file: string | null; readonly formats: number }>
  /** Takes formats over from the text of such a file: all or none. */
  importFormats(input: { content: string }): Promise<FormatImportAnswer>
}

export const TEACHING_METHODS = {
  formats: true,
  rename: true,
  retire: true,
  reinstate: true,
  saveFormats: true,
  importFormats: true
} as const
