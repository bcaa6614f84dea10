import { StationError } from '../../core/errors.ts'
import type { WireError } from '../../ipc/reply.ts'

/** A failure keeps its words. A bug is logged with its stack, and the window says that it happened. */
export function createWireErrors(logBug: (error: unknown) => void): (error: unknown) => WireError {
  return (error) => {
    if (error instanceof StationError) {
      return { code: error.code, message: error.message, details: plain(error.details) }
    }
    logBug(error)
    return {
      code: 'internal',
      message:
        'The program has made a mistake and has not done what was asked. What was scanned is kept. Try once more; if it happens again, send the logs folder to whoever looks after the station.',
      details: {}
    }
  }
}

/** Details as the bridge can carry them. */
function plain(details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(details)) as Readonly<Record<string, unknown>>
}
