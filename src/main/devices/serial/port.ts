import type { Unsubscribe } from '../listeners.ts'
import type { UsbIdentity } from '../usb-identity.ts'

/** A serial port of this computer. */
export interface SerialInfo {
  /** What the operating system calls it: `COM3`, `/dev/ttyACM0`. That of a USB device changes with its plugging. */
  readonly path: string
  /** The USB device behind it; null for one that is built in, or of which that is not known. */
  readonly usb: UsbIdentity | null
}

/**
 * An open serial port.
 *
 * Bytes arrive in order, cut anywhere; those that come before the first listener wait for it, and none comes once `close`
 * was called. `onLost` fires once, and only when the port went away by itself: closing is not losing. A listener for the
 * loss that comes too late is called at once.
 */
export interface SerialDevice {
  readonly info: SerialInfo
  onBytes(listener: (bytes: Uint8Array) => void): Unsubscribe
  onLost(listener: (reason: Error) => void): Unsubscribe
  /** Settles when the operating system has let go of the port. May be called again. */
  close(): Promise<void>
}

/** Rejects with an ordinary `Error` where ports cannot be had at all, and with `DeviceOpenError` where one cannot. */
export interface SerialBackend {
  /**
   * The ports that may have a scanner, and of the named ones those that are there, under the name given: the operating
   * system may list neither ports that are built in nor other names of one.
   */
  list(named: readonly string[]): Promise<readonly SerialInfo[]>
  /** The port says which it is once it is open. Opens for this program alone: 8 data bits, no parity, 1 stop bit, no flow control. */
  open(info: SerialInfo, baudRate: number): Promise<SerialDevice>
}
