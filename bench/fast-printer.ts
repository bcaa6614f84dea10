import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export interface FastPrinter {
  readonly port: number
  close(): Promise<void>
}

/** Starts a printer that takes labels as fast as they come. */
export async function openFastPrinter(): Promise<FastPrinter> {
  const worker = new Worker(new URL('printer-thread.ts', import.meta.url))
  const [port] = (await once(worker, 'message')) as [number]
  return { port, close: async () => void (await worker.terminate()) }
}
