import { utilityProcess } from 'electron'
import type { SpoolHelper } from './devices/printer/queue/spool-helper.ts'
import type { SpoolReply } from './devices/printer/queue/spool-messages.ts'

/** The helper for the print queues of Windows as a process of Electron's: a package is no Node that could be forked. */
export function startSpoolProcess(file: string): SpoolHelper {
  const helper = utilityProcess.fork(file, [], { serviceName: 'Dockside print queues', stdio: 'ignore' })
  return {
    send: (request) => helper.postMessage(request),
    onReply: (listener) => void helper.on('message', (reply: unknown) => listener(reply as SpoolReply)),
    onEnd: (listener) => void helper.once('exit', listener),
    kill: () => void helper.kill()
  }
}
