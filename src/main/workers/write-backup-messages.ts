import type { StationErrorCode } from '../../core/errors.ts'
import type { OwnBackupOrder } from '../store/own-backup.ts'

export type WriteBackupRequest = Omit<OwnBackupOrder, 'pause'>

export type WriteBackupReply =
  /** `missing` are files of issues, by their hashes, that were not there any more. */
  | { readonly kind: 'written'; readonly missing: readonly string[] }
  | { readonly kind: 'failed'; readonly code: StationErrorCode; readonly message: string }
