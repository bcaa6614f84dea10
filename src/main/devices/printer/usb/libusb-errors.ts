import type { TransferEnd } from './bulk-file.ts'
import { systemError } from './bulk-file.ts'

/** `LIBUSB_TRANSFER_…` of libusb.h: how a transfer ended. */
const TRANSFER = { cancelled: 3, stall: 4, noDevice: 5 } as const

/** `LIBUSB_ERROR_…` of libusb.h: why something could not be begun. */
const ERROR = { access: -3, noDevice: -4, notFound: -5, busy: -6, pipe: -9, notSupported: -12 } as const

/** @param error undefined for one that was carried whole */
export function transferEnd(error: unknown): TransferEnd['kind'] {
  if (error === undefined) return 'done'
  switch (numberOf(error)) {
    case TRANSFER.cancelled:
      return 'cancelled'
    case TRANSFER.stall:
    case ERROR.pipe:
      return 'stalled'
    case TRANSFER.noDevice:
    case ERROR.noDevice:
    case ERROR.notFound:
      return 'gone'
    default:
      return 'failed'
  }
}

/** A failure of libusb as the system's own files fail. */
export function asSystemError(error: unknown): Error {
  switch (numberOf(error)) {
    case ERROR.access:
      // macOS has no rights for devices: whoever has a printer has it alone.
      return systemError(process.platform === 'darwin' ? 'EBUSY' : 'EACCES', error)
    case ERROR.noDevice:
      return systemError('ENODEV', error)
    case ERROR.notFound:
    case ERROR.notSupported:
      // On Windows: the device has no driver that lets programs in.
      return systemError('ENOTSUP', error)
    case ERROR.busy:
      return systemError('EBUSY', error)
    default:
      return error instanceof Error && 'code' in error ? error : systemError('EIO', error)
  }
}

function numberOf(error: unknown): number | undefined {
  return error instanceof Error && 'errno' in error && typeof error.errno === 'number' ? error.errno : undefined
}
