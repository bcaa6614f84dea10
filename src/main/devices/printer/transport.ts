import type { StationError } from '../../../core/errors.ts'

/**
 * A way to a printer: an address, a cable, a program. It opens one connection at a time and knows bytes alone.
 *
 * An implementor owes: `connect` settles within seconds, whatever the other side does; it rejects with a `StationError`
 * `printer-unreachable` that names the address, says why, and what to do. After a failure it may be called again.
 */
export interface PrinterTransport {
  /** Where the printer is, as a person would look for it: `192.0.2.7:9100`. */
  readonly description: string
  /** An abort gives up at once and leaves nothing open: the promise rejects with `printer-closed`. */
  connect(signal?: AbortSignal): Promise<PrinterConnection>
  /** Told when the printer may be there of a sudden and connecting is worth a try. Returns the function that stops it. */
  onArrival?(listener: () => void): () => void
}

/**
 * An open way to a printer, in both directions.
 *
 * An implementor owes: bytes arrive whole and in order, cut anywhere. Closing is not losing: after `close` was called
 * no listener hears anything again.
 */
export interface PrinterConnection {
  /**
   * Resolves when the bytes are handed to the system, which says nothing about paper. It waits as long as the printer
   * takes nothing. Rejects with `printer-unreachable` when the connection is lost, `printer-closed` when it was closed;
   * how many of the bytes went out is then not known. The bytes must not be changed before it settles.
   */
  write(bytes: Uint8Array): Promise<void>
  /** Returns the function that stops it. What comes before the first listener waits for it. */
  onData(listener: (bytes: Uint8Array) => void): () => void
  /**
   * Fires once, and only when the connection went away by itself, after the last data. A listener that comes later is
   * told at once. Returns the function that stops it.
   */
  onLost(listener: (reason: StationError) => void): () => void
  /** Never rejects. Writes that wait reject. A second call waits for the first. */
  close(): Promise<void>
}
