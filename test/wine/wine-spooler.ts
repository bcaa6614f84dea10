import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { StationError, type StationErrorCode } from '../../src/core/errors.ts'
import type { JobLook, QueueLook, Spooler } from '../../src/main/devices/printer/queue/spooler.ts'
import type { WineFiles } from '../../scripts/wine/provide.ts'

export interface SpoolerCall {
  readonly id: number
  readonly call: 'queues' | 'lookAtQueue' | 'lookAtJob' | 'submit'
  readonly queue: string
  readonly job: number
  /** In base64. */
  readonly bytes: string
}

export interface SpoolerReturn {
  readonly id: number
  readonly value?: unknown
  readonly error?: {
    readonly code: StationErrorCode
    readonly message: string
    readonly details: StationError['details']
  }
}

/** The station's own code for the spooler of Windows, run under Wine, whose queues are those of CUPS. */
export interface WineSpooler extends Spooler {
  /** Takes a queue from this Windows, as somebody does in its printer settings. */
  removeQueue(queue: string): void
  /** Gives this Windows a queue again that it has had. */
  restoreQueue(queue: string): void
  /** The attributes that a queue has from now on. */
  setAttributes(queue: string, attributes: number): void
}

const SERVER = fileURLToPath(new URL('serve-spooler.ts', import.meta.url))
const PRINTERS = String.raw`HKLM\System\CurrentControlSet\Control\Print\Printers`
const REMOVED = String.raw`HKCU\Software\Dockside\Removed`

/** Wine asks CUPS for its queues once, when its spooler is used first: those that are tested must be there before. */
export async function startWineSpooler(files: WineFiles, cupsServer: string): Promise<WineSpooler> {
  const environment = {
    ...process.env,
    WINEPREFIX: files.prefix,
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    CUPS_SERVER: cupsServer,
    NODE_PATH: `Z:${files.modules.replaceAll('/', '\\')}`
  }
  const socket = await startServer(files, environment)
  const waiting = new Map<number, (returned: SpoolerReturn) => void>()
  let calls = 0
  createInterface({ input: socket }).on('line', (line) => {
    const returned = JSON.parse(line) as SpoolerReturn
    waiting.get(returned.id)?.(returned)
    waiting.delete(returned.id)
  })

  async function ask<Value>(call: SpoolerCall['call'], queue = '', job = 0, bytes = ''): Promise<Value> {
    calls += 1
    const id = calls
    const returning = new Promise<SpoolerReturn>((resolve) => waiting.set(id, resolve))
    socket.write(`${JSON.stringify({ id, call, queue, job, bytes } satisfies SpoolerCall)}\n`)
    const { value, error } = await returning
    if (error) throw new StationError(error.code, error.message, { details: error.details })
    return value as Value
  }

  function registry(...args: readonly string[]): void {
    spawnSync('wine', ['reg', ...args, '/f'], { env: environment, stdio: 'ignore' })
  }

  return {
    queues: () => ask<readonly string[]>('queues'),
    lookAtQueue: (queue) => ask<QueueLook>('lookAtQueue', queue),
    submit: (queue, _title, bytes) => ask<number>('submit', queue, 0, Buffer.from(bytes).toString('base64')),
    lookAtJob: (queue, job) => ask<JobLook>('lookAtJob', queue, job),
    removeQueue: (queue) => {
      registry('copy', `${PRINTERS}\\${queue}`, `${REMOVED}\\${queue}`, '/s')
      registry('delete', `${PRINTERS}\\${queue}`)
    },
    restoreQueue: (queue) => registry('copy', `${REMOVED}\\${queue}`, `${PRINTERS}\\${queue}`, '/s'),
    setAttributes: (queue, attributes) =>
      registry('add', `${PRINTERS}\\${queue}`, '/v', 'Attributes', '/t', 'REG_DWORD', '/d', String(attributes)),
    close: () => void socket.destroy()
  }
}

/** Under Wine, Node can be spoken to by a socket alone: it takes no pipes of Linux. */
async function startServer(files: WineFiles, env: NodeJS.ProcessEnv): Promise<Socket> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const program = spawn('wine', [files.node, `Z:${SERVER.replaceAll('/', '\\')}`, String(port)], {
    env,
    stdio: 'ignore'
  })
  const ended = once(program, 'exit').then(() => {
    throw new Error('Node for Windows has ended before it came up')
  })
  ended.catch(() => {})
  const [socket] = (await Promise.race([once(server, 'connection'), ended])) as [Socket]
  server.close()
  return socket
}
