import type { StationErrorCode } from '../../core/errors.ts'
import type { ScanFilter } from '../store/scan-search.ts'

export interface WriteScansRequest {
  /** The database file. */
  readonly database: string
  readonly filter: ScanFilter
  /** The file to write. */
  readonly file: string
}

export type WriteScansReply =
  | { readonly kind: 'written'; readonly scans: number }
  | { readonly kind: 'failed'; readonly code: StationErrorCode; readonly message: string }
