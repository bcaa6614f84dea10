import { StationError } from '../../../../core/errors.ts'
import type { UsbAccess, UsbPrinter } from './usb-bus.ts'

export function noSuchPrinter(serial: string, there: readonly UsbPrinter[]): StationError {
  const others = there.map(({ name, serial: other }) => `${name} (${other || 'without a serial number'})`).join(', ')
  const found = others === '' ? 'No printer is plugged in' : `Plugged in: ${others}`
  return unreachable(
    `USB printer ${serial} is not there. ${found}. Switch it on, plug in its cable and check its serial number in Settings.`
  )
}

export function notAccessible(printer: UsbPrinter, access: Exclude<UsbAccess, { kind: 'file' }>): StationError {
  const which = `USB printer ${printer.serial} is plugged in`
  return unreachable(
    access.kind === 'held'
      ? `${which}, but ${holderOf(access.driver)} has it. End that program or delete its print queue, then plug the printer in again.`
      : `${which}, but the system's driver for it, usblp, is not loaded. Run “modprobe usblp” as administrator, then plug it in again.`
  )
}

export function explainUsbFailure(description: string, error: unknown): StationError {
  switch (codeOf(error)) {
    case 'EBUSY':
      return unreachable(
        `${description} is in use by another program. End it, or delete the print queue that has the printer, as on the page of CUPS.`,
        error
      )
    case 'EACCES':
    case 'EPERM':
      return unreachable(
        `This user may not use ${description}. Put resources/udev/70-dockside.rules into /etc/udev/rules.d and plug the printer in again, or make the user a member of the group lp.`,
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
