import type { StationErrorCode } from '../../core/errors.ts'
import type { Problem } from '../store/verify/rule.ts'

/** The database file that the checking thread is given. */
export interface CheckFileRequest {
  readonly file: string
}

export type CheckFileReply =
  | { readonly kind: 'checked'; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly code: StationErrorCode; readonly message: string }
