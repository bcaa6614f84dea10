import type { SpoolAnswer, SpoolQuestion, SpoolReply, SpoolRequest } from '../devices/printer/queue/spool-messages.ts'
import { openWinspool } from '../devices/printer/queue/winspool.ts'

/** Electron's channel to who started a process of its own kind; absent in one of Node's. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

/** Speaks to the print queues of Windows, in a process of its own that can be ended when Windows does not answer. */
const parent = (process as { readonly parentPort?: ParentPort }).parentPort
const answering: Promise<(question: SpoolQuestion) => SpoolAnswer> = openWinspool().catch((error: unknown) => () => ({
  kind: 'failed',
  code: 0,
  message: `winspool.drv cannot be loaded (${String(error)}).`,
  began: false
}))

async function take({ id, question }: SpoolRequest): Promise<void> {
  const reply: SpoolReply = { id, answer: (await answering)(question) }
  if (parent) parent.postMessage(reply)
  else process.send?.(reply)
}

if (parent) parent.on('message', ({ data }) => void take(data as SpoolRequest))
else process.on('message', (request) => void take(request as SpoolRequest))
