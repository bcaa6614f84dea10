import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { StationError } from '../../src/core/errors.ts'
import { forkSpoolHelper } from '../../src/main/devices/printer/queue/spool-helper.ts'
import { createWindowsSpooler } from '../../src/main/devices/printer/queue/windows-spooler.ts'
import type { SpoolerCall, SpoolerReturn } from './wine-spooler.ts'

/** Run by Node for Windows, under Wine: lets the test that started it use the print queues of this Windows. */
const HELPER = fileURLToPath(new URL('../../src/main/workers/windows-spool.ts', import.meta.url))
const spooler = createWindowsSpooler(() => forkSpoolHelper(HELPER))
const socket = connect(Number(process.argv[2]), '127.0.0.1')

async function answer({ id, call, queue, bytes, job }: SpoolerCall): Promise<SpoolerReturn> {
  try {
    switch (call) {
      case 'queues':
        return { id, value: await spooler.queues() }
      case 'lookAtQueue':
        return { id, value: await spooler.lookAtQueue(queue) }
      case 'lookAtJob':
        return { id, value: await spooler.lookAtJob(queue, job) }
      case 'submit':
        return { id, value: await spooler.submit(queue, 'Dockside label', Buffer.from(bytes, 'base64')) }
    }
  } catch (error) {
    const { code, message, details } = error as StationError
    return { id, error: { code, message, details } }
  }
}

createInterface({ input: socket }).on('line', (line) => {
  void answer(JSON.parse(line) as SpoolerCall).then((returned) => socket.write(`${JSON.stringify(returned)}\n`))
})
socket.once('close', () => {
  spooler.close()
  process.exit(0)
})
