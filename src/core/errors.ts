/** What can fail around the station. Each code is stable: screens, scripts and tests rely on it. */
export type StationErrorCode =
  | 'config-invalid'
  | 'data-folder-held'
  | 'data-folder-unusable'
  | 'database-corrupt'
  | 'database-from-future'
  | 'database-readonly'
  | 'disk-full'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'label-does-not-fit'
  | 'label-not-drawn'
  | 'not-allowed'
  | 'not-found'
  | 'not-signed-in'
  | 'printer-closed'
  | 'printer-unreachable'
  | 'printer-silent'
  | 'read-only'
  | 'refused'
  | 'request-invalid'
  | 'scanner-unavailable'
  | 'usage'
  | 'internal'

export interface StationErrorOptions {
  readonly cause?: unknown
  readonly details?: Readonly<Record<string, unknown>>
}

/**
 * A failure of the world around the program: shown, retried where that is safe, and logged.
 *
 * The message says what happened, why, and what to do next. A wrong scan or a refused receipt is not a failure but
 * an answer, and a bug is a plain `Error`.
 */
export class StationError extends Error {
  override readonly name = 'StationError'
  readonly code: StationErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: StationErrorCode, message: string, options: StationErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    this.details = options.details ?? {}
  }
}
