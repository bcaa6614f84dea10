import { Worker } from 'node:worker_threads'

/** A question to a thread that ends with its answer. */
export interface AskedThread<Reply> {
  /** Rejects where the thread ends without one. */
  readonly reply: Promise<Reply>
  /** Ends the thread, done or not. */
  close(): Promise<void>
}

/**
 * @param workerFile what the thread runs, as `workerFile` finds it
 * @param what what it does, for the error that is thrown when it ends without a word
 */
export function askThread<Reply>(workerFile: string, request: unknown, what: string): AskedThread<Reply> {
  const worker = new Worker(workerFile, { workerData: request })
  const reply = new Promise<Reply>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error(`The thread that ${what} has ended without a word`)))
  })
  // Whoever gives it up does not wait for it.
  reply.catch(() => undefined)
  return {
    reply,
    async close() {
      await worker.terminate()
    }
  }
}
