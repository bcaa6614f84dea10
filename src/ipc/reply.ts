import type { StationErrorCode } from '../core/errors.ts'

/** A failure as it crosses the bridge: plain data, since Electron keeps only an error's message. */
export interface WireError {
  readonly code: StationErrorCode
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
}

/** What comes back for a request. Nothing throws across the bridge. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError }
