import type { Unsubscribe } from '../listeners.ts'
import type { UsbIdentity } from '../usb-identity.ts'

/** One collection of a HID device: a device with several appears once for each, with the same ids. */
export interface HidInfo extends UsbIdentity {
  /** The operating system's name for it, good until the device is pulled. */
  readonly path: string
  readonly usagePage: number
  readonly usage: number
}

/** Which of several collections at one path is meant. */
export type HidCollection = Pick<HidInfo, 'usagePage' | 'usage'>

/**
 * An open HID device.
 *
 * Reports arrive whole and in order, with the report id as their first byte; those that come before the first listener
 * wait for it, and none comes once `close` was called. `onLost` fires once, and only when the device went away by
 * itself: closing is not losing. A listener for the loss that comes too late is called at once.
 */
export interface HidDevice {
  readonly info: HidInfo
  /** The report descriptor; null where the operating system does not give it. */
  readonly reportDescriptor: Uint8Array | null
  onReport(listener: (report: Uint8Array) => void): Unsubscribe
  onLost(listener: (reason: Error) => void): Unsubscribe
  /** `data` begins with the report id. Rejects when the device does not take it. */
  sendFeatureReport(data: Uint8Array): Promise<void>
  /** Settles when the operating system has let go of the device. May be called again. */
  close(): Promise<void>
}

/** Rejects with an ordinary `Error` where HID cannot be had at all, and with `DeviceOpenError` where one device cannot. */
export interface HidBackend {
  list(): Promise<readonly HidInfo[]>
  /** The device says which it is once it is open: what `list` gave may have been pulled since, and another plugged in. */
  open(path: string, collection?: HidCollection): Promise<HidDevice>
}
