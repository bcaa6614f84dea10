import { createLibusb } from './libusb.ts'
import { createLinuxUsb } from './linux-usb.ts'
import type { UsbBus } from './usb-bus.ts'

/** USB of this computer: Linux's own driver for printers and libusb for those that it has not, elsewhere libusb alone. */
export function systemUsb(): UsbBus {
  return process.platform === 'linux' ? createLinuxUsb() : createLibusb()
}
