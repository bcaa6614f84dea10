import { createServer, type AddressInfo, type Socket } from 'node:net'
import { openVirtualPrinter, type VirtualPrinterSettings } from '../src/main/devices/printer/virtual/virtual-printer.ts'
import { nowMs } from './window-clock.ts'

/** A printer on the network that says when the bytes of labels came. */
export interface TimedPrinter {
  readonly port: number
  /** When the first bytes of the next label arrive, in the time of `nowMs`. */
  nextLabel(): Promise<number>
  labels(): number
  close(): Promise<void>
}

/** @param settings how it differs from one that takes labels at once */
export async function openTimedPrinter(settings: Partial<VirtualPrinterSettings> = {}): Promise<TimedPrinter> {
  const printer = openVirtualPrinter({ media: { widthMm: 51, heightMm: 25, dpi: 203 }, ...settings })
  const waiting = new Set<(atMs: number) => void>()
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    const line = printer.attach((bytes) => void socket.write(bytes))
    socket.on('data', (bytes) => {
      if (bytes.includes('^XA')) {
        const atMs = nowMs()
        for (const arrived of waiting) arrived(atMs)
        waiting.clear()
      }
      void line.send(bytes)
    })
    socket.on('close', () => line.detach())
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    nextLabel: () => new Promise((resolve) => waiting.add(resolve)),
    labels: () => printer.totalLabelCount(),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      await printer.close()
    }
  }
}
