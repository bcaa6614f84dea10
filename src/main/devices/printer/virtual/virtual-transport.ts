import { StationError } from '../../../../core/errors.ts'
import { createConnectionSignals } from '../connection-signals.ts'
import type { PrinterConnection, PrinterTransport } from '../transport.ts'
import type { VirtualPrinter } from './virtual-printer.ts'

/** A virtual printer that can be switched off under its clients, as a real one can. */
export interface VirtualTransport extends PrinterTransport {
  /** Off: connections are lost and new ones refused. On again: it can be connected to. */
  setPower(on: boolean): void
}

/** The way to a virtual printer in the same process. */
export function createVirtualTransport(printer: VirtualPrinter): VirtualTransport {
  const description = 'virtual printer'
  const connections = new Set<{ lose(reason: StationError): void }>()
  let power = true

  function connect(): PrinterConnection {
    const signals = createConnectionSignals(description)
    const line = printer.attach((bytes) => later(() => signals.data(bytes)))
    let gone: StationError | undefined
    const pending = new Set<(reason: StationError) => void>()
    const entry = {
      lose: (reason: StationError): void => {
        later(() => signals.lost(reason))
        leave(reason)
      }
    }
    connections.add(entry)

    function leave(reason: StationError): void {
      gone = reason
      connections.delete(entry)
      line.detach()
      for (const reject of pending) reject(reason)
      pending.clear()
    }

    return {
      onData: (listener) => signals.onData(listener),
      onLost: (listener) => signals.onLost(listener),
      write: (bytes) => {
        if (gone) return Promise.reject(gone)
        const taking = line.send(bytes.slice())
        if (!taking) return Promise.resolve()
        return new Promise((resolve, reject) => {
          pending.add(reject)
          void taking.then(resolve).finally(() => pending.delete(reject))
        })
      },
      close: () => {
        signals.closed()
        leave(signals.ending() ?? switchedOff())
        return Promise.resolve()
      }
    }
  }

  return {
    description,
    connect: (signal) => {
      if (signal?.aborted) return Promise.reject(new StationError('printer-closed', 'The station gave up connecting.'))
      return power ? Promise.resolve(connect()) : Promise.reject(switchedOff())
    },
    setPower: (on) => {
      power = on
      if (!on) for (const connection of connections) connection.lose(switchedOff())
    }
  }
}

/**
 * Never while the question is still being written, as on a wire; and in a turn of its own, so that a long run of labels
 * leaves the rest of the program its share.
 */
function later(run: () => void): void {
  setImmediate(run)
}

function switchedOff(): StationError {
  return new StationError('printer-unreachable', 'The virtual printer is switched off. Switch it on to go on printing.')
}
