import { StationError } from '../../../core/errors.ts'
import { createListeners } from '../listeners.ts'
import type { PrinterConnection } from './transport.ts'

/** The half of a connection that is alike for every transport: who hears what, and how it ended. */
export interface ConnectionSignals extends Pick<PrinterConnection, 'onData' | 'onLost'> {
  data(bytes: Uint8Array): void
  lost(reason: StationError): void
  closed(): void
  /** Why nothing can be written any more; absent while the connection stands. */
  ending(): StationError | undefined
}

export function createConnectionSignals(description: string): ConnectionSignals {
  const dataListeners = createListeners<Uint8Array>()
  const lostListeners = createListeners<StationError>()
  let early: Uint8Array[] = []
  let ending: StationError | undefined
  let lost: StationError | undefined

  return {
    onData: (listener) => {
      const stop = dataListeners.add(listener)
      const waiting = early
      early = []
      for (const bytes of waiting) listener(bytes)
      return stop
    },
    onLost: (listener) => {
      if (!lost) return lostListeners.add(listener)
      listener(lost)
      return () => {}
    },
    data: (bytes) => {
      if (ending) return
      if (dataListeners.size() === 0) early.push(bytes)
      else dataListeners.emit(bytes)
    },
    lost: (reason) => {
      if (ending) return
      ending = reason
      lost = reason
      lostListeners.emit(reason)
    },
    closed: () => {
      ending ??= new StationError(
        'printer-closed',
        `The station closed its connection to the printer (${description}).`
      )
      lost = undefined
      early = []
      dataListeners.clear()
      lostListeners.clear()
    },
    ending: () => ending
  }
}
