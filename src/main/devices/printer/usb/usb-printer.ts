import { parseDeviceId } from './ieee-1284.ts'
import type { UsbAccess, UsbPrinter } from './usb-bus.ts'

/** What a printer says of itself: in the texts of its descriptors, and in its IEEE 1284 device id. Empty where it does not. */
export interface UsbDescription {
  readonly serial: string
  readonly maker: string
  readonly model: string
  readonly id: string
}

/** Cheap printers leave texts out that stand in the device id. */
export function usbPrinter({ serial, maker, model, id }: UsbDescription, access: UsbAccess): UsbPrinter {
  const deviceId = parseDeviceId(id)
  const commands = deviceId.get('COMMAND SET')
  return {
    serial: serial || (deviceId.get('SERIAL NUMBER') ?? ''),
    name: [maker, model || (deviceId.get('MODEL') ?? '')].filter((word) => word !== '').join(' '),
    speaksZpl: commands === undefined ? undefined : /\bZPL/i.test(commands),
    access
  }
}
