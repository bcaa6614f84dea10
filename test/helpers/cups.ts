import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findCups, type CupsFiles } from '../../scripts/cups/provide.ts'
import { createCupsSpooler } from '../../src/main/devices/printer/queue/cups.ts'
import { createIppConnection, type AskIpp } from '../../src/main/devices/printer/queue/ipp-connection.ts'
import type { IppAttribute } from '../../src/main/devices/printer/queue/ipp.ts'
import type { Spooler } from '../../src/main/devices/printer/queue/spooler.ts'

/** CUPS of the test's own, with a folder of its own; the system's is not touched. */
export interface RunningCups {
  readonly ok: true
  readonly spooler: Spooler
  /** Where it listens, for `CUPS_SERVER`. */
  readonly socket: string
  /** A raw queue: no driver, no filter. */
  addQueue(name: string, deviceUri: string): Promise<void>
  removeQueue(name: string): Promise<void>
  stopQueue(name: string): Promise<void>
  startQueue(name: string): Promise<void>
  refuseJobs(name: string): Promise<void>
  /** The numbers of the jobs that are not done. */
  jobs(queue: string): Promise<readonly number[]>
  cancelJob(queue: string, job: number): Promise<void>
  close(): Promise<void>
}

/** RFC 8011, 5.4.15, and CUPS's own. */
const OPERATIONS = {
  cancelJob: 0x0008,
  getJobs: 0x000a,
  pausePrinter: 0x0010,
  resumePrinter: 0x0011,
  addPrinter: 0x4003,
  deletePrinter: 0x4004,
  rejectJobs: 0x4009
}

export async function startCups(): Promise<RunningCups | { readonly ok: false; readonly reason: string }> {
  const files = findCups()
  if (!files) return { ok: false, reason: 'Debian’s CUPS was not provided (npm test -- unit does so)' }
  const folder = mkdtempSync(join(tmpdir(), 'dockside-cups-'))
  const socket = join(folder, 'cups.sock')
  writeConfiguration(folder, socket, files)
  const scheduler = spawn(
    files.scheduler,
    ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')],
    { stdio: 'ignore', env: { ...process.env, LD_LIBRARY_PATH: files.libraries, LC_ALL: 'C' } }
  )
  const ask = createIppConnection({ kind: 'socket', path: socket })
  await untilUp(scheduler, ask, socket)

  async function administer(
    operation: number,
    queue: string,
    more: readonly IppAttribute[] = [],
    printerAttributes?: readonly IppAttribute[]
  ): Promise<void> {
    const attributes: readonly IppAttribute[] = [
      { name: 'printer-uri', type: 'uri', values: [`ipp://localhost/printers/${queue}`] },
      ...more
    ]
    const question = { operation, attributes, ...(printerAttributes ? { printerAttributes } : {}) }
    const { status } = await ask(question, operation === OPERATIONS.cancelJob ? '/jobs/' : '/admin/')
    if (status >= 0x0100 && status !== 0x0406) throw new Error(`CUPS refused 0x${operation.toString(16)}: ${status}`)
  }

  return {
    ok: true,
    spooler: createCupsSpooler(ask, userInfo().username),
    socket,
    addQueue: (name, deviceUri) =>
      administer(
        OPERATIONS.addPrinter,
        name,
        [],
        [
          { name: 'device-uri', type: 'uri', values: [deviceUri] },
          { name: 'printer-is-accepting-jobs', type: 'boolean', values: [true] },
          { name: 'printer-state', type: 'enum', values: [3] },
          { name: 'printer-error-policy', type: 'name', values: ['retry-job'] }
        ]
      ),
    removeQueue: (name) => administer(OPERATIONS.deletePrinter, name),
    stopQueue: (name) => administer(OPERATIONS.pausePrinter, name),
    startQueue: (name) => administer(OPERATIONS.resumePrinter, name),
    refuseJobs: (name) => administer(OPERATIONS.rejectJobs, name),
    jobs: async (queue) => {
      const attributes: readonly IppAttribute[] = [
        { name: 'printer-uri', type: 'uri', values: [`ipp://localhost/printers/${queue}`] },
        { name: 'requested-attributes', type: 'keyword', values: ['job-id'] }
      ]
      const { groups } = await ask({ operation: OPERATIONS.getJobs, attributes }, `/printers/${queue}`)
      return groups.flatMap((group) => group.get('job-id') ?? []).filter((id) => typeof id === 'number')
    },
    cancelJob: (queue, job) =>
      administer(OPERATIONS.cancelJob, queue, [{ name: 'job-id', type: 'integer', values: [job] }]),
    close: async () => {
      const ended = once(scheduler, 'close')
      scheduler.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Everybody may do everything, on a socket in a folder that goes away. */
function writeConfiguration(folder: string, socket: string, files: CupsFiles): void {
  // Started by root, CUPS runs what speaks to printers as a user who must be able to get here.
  chmodSync(folder, 0o755)
  for (const name of [
    'bin/backend',
    'bin/daemon',
    'bin/filter',
    'bin/notifier',
    'data/mime',
    'spool/tmp',
    'cache',
    'state',
    'log'
  ]) {
    mkdirSync(join(folder, name), { recursive: true })
  }
  copyFileSync(files.socketBackend, join(folder, 'bin/backend/socket'))
  copyFileSync(files.executor, join(folder, 'bin/daemon/cups-exec'))
  chmodSync(join(folder, 'bin/backend/socket'), 0o755)
  chmodSync(join(folder, 'bin/daemon/cups-exec'), 0o755)
  writeFileSync(join(folder, 'data/mime/raw.types'), 'application/octet-stream\napplication/vnd.cups-raw\n')
  const places = {
    ServerRoot: '',
    ServerBin: 'bin',
    DataDir: 'data',
    RequestRoot: 'spool',
    TempDir: 'spool/tmp',
    CacheDir: 'cache',
    StateDir: 'state',
    ErrorLog: 'log/error',
    AccessLog: 'log/access',
    PageLog: 'log/page'
  }
  writeFileSync(
    join(folder, 'cups-files.conf'),
    Object.entries(places)
      .map(([name, place]) => `${name} ${join(folder, place)}\n`)
      .join('')
  )
  writeFileSync(
    join(folder, 'cupsd.conf'),
    [
      `Listen ${socket}`,
      'Browsing No',
      'WebInterface No',
      'DefaultAuthType None',
      'JobRetryInterval 1',
      '<Location />\n  Order allow,deny\n  Allow all\n</Location>',
      '<Policy default>\n  <Limit All>\n    Order allow,deny\n    Allow all\n  </Limit>\n</Policy>\n'
    ].join('\n')
  )
}

async function untilUp(scheduler: ChildProcess, ask: AskIpp, socket: string): Promise<void> {
  for (let attempts = 0; attempts < 400 && scheduler.exitCode === null; attempts += 1) {
    const answer = existsSync(socket)
      ? await ask({ operation: 0x4002, attributes: [] }, '/').catch(() => undefined)
      : undefined
    if (answer) return
    await wait(25)
  }
  scheduler.kill()
  throw new Error('CUPS did not come up')
}
