import { StationError } from '../../../../core/errors.ts'
import type { UsbPrinter } from './usb-bus.ts'

export function noSuchPrinter(serial: string, there: readonly UsbPrinter[]): StationError {
  const others = there.map(({ name, serial: other }) => `${name} (${other || 'without a serial number'})`).join(', ')
  const found = others === '' ? 'No printer is plugged in' : `Plugged in: ${others}`
  return unreachable(
    `USB printer ${serial} is not there. ${found}. Switch it on, plug in its cable and check its serial number in Settings.`
  )
}

export function isHeld({ serial }: UsbPrinter, driver: string): StationError {
  return unreachable(
    `USB printer ${serial} is plugged in, but ${holderOf(driver)} has it. End that program or delete its print queue, then plug the printer in again.`
  )
}

/** Where the program has no binary for the system, or the system keeps it from being loaded. */
export function noLibrary(error: unknown): StationError {
  return unreachable(
    `This computer lets no program use printers on USB by itself: libusb cannot be loaded (${String(error)}). Use a print queue of this computer, or the network.`,
    error
  )
}

export function explainUsbFailure(description: string, error: unknown): StationError {
  if (error instanceof StationError) return error
  switch (codeOf(error)) {
    case 'EBUSY':
      return unreachable(
        `${description} is in use: another program or a print queue has it. End that program, or delete the queue in the printer settings of this computer; the station goes on trying.`,
        error
      )
    case 'EACCES':
    case 'EPERM':
      return unreachable(
        `This user may not use ${description}. Put resources/udev/70-dockside.rules into /etc/udev/rules.d and plug the printer in again, or make the user a member of the group lp.`,
        error
      )
    case 'ENOTSUP':
      return unreachable(
        `${description} is held by the printer driver of this computer, which lets no program listen to it. Use its print queue or the network; or have an administrator give the printer the driver WinUSB, with which no other program prints on it any more.`,
        error
      )
    default:
      return unplugged(description, error)
  }
}

export function unplugged(description: string, error: unknown): StationError {
  return unreachable(
    codeOf(error) === 'EIO'
      ? `${description} broke off. Switch it off and on; the station goes on trying.`
      : `${description} was unplugged or switched off. Plug it in and switch it on; the station goes on trying.`,
    error
  )
}

/** usbfs is how programs without a driver of the kernel's own take a device: CUPS does. */
function holderOf(driver: string): string {
  return driver === 'usbfs' ? 'another program (often CUPS)' : `the driver ${driver}`
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function unreachable(message: string, cause?: unknown): StationError {
  return new StationError('printer-unreachable', message, cause === undefined ? {} : { cause })
}
