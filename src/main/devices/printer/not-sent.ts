import { StationError } from '../../../core/errors.ts'

/** The same failure of a label of which not one byte left the station. */
export function notSent(reason: StationError): StationError {
  return new StationError(reason.code, reason.message, { cause: reason, details: { handedOver: false } })
}
