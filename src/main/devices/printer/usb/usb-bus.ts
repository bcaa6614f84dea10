/** A printer that is plugged in, as the system knows it. */
export interface UsbPrinter {
  /** Its serial number: what it is known by, whatever port it is plugged into. Empty where it has none. */
  readonly serial: string
  /** Maker and model, in its own words. */
  readonly name: string
  /** Whether it takes ZPL; undefined where it does not say. */
  readonly speaksZpl: boolean | undefined
  readonly access: UsbAccess
}

export type UsbAccess =
  /** The system's printer driver has it, and lets programs in at this path. */
  | { readonly kind: 'file'; readonly path: string }
  /** No driver of the system has it: a program may take it for itself, at this address. */
  | { readonly kind: 'free'; readonly path: string }
  /** Another driver has it. */
  | { readonly kind: 'held'; readonly driver: string }

/**
 * An open printer. Nothing here ever waits: `undefined` says that there is nothing to read now, or no room to write.
 *
 * Each rejects with the system's own error, `ENODEV` when the printer is gone.
 */
export interface UsbFile {
  read(buffer: Uint8Array): Promise<number | undefined>
  /** How many of the bytes were taken. With no bytes at all it tells whether the printer has taken what went before. */
  write(bytes: Uint8Array): Promise<number | undefined>
  /** Gives up what was written and not yet taken. */
  close(): Promise<void>
}

/** What serial numbers are compared by: people type them in capitals or not. */
export function serialKey(serial: string): string {
  return serial.toUpperCase()
}

/** The printers on this computer's USB. */
export interface UsbBus {
  printers(): Promise<readonly UsbPrinter[]>
  /**
   * Rejects with the system's own error: `EBUSY` when another program has it, `EACCES` when this user may not, `ENOTSUP` when
   * no driver lets programs in.
   */
  open(path: string): Promise<UsbFile>
  /** Told when something is plugged in, where the system tells it. Returns the function that stops it. */
  onArrival(listener: () => void): () => void
}
