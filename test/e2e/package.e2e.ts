import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { readArchive } from '../../scripts/packaging/archive.ts'
import { wrongFuses } from '../../scripts/packaging/fuses.ts'
import { PROJECT_ROOT } from '../../scripts/project.ts'
import { electronLaunch, sandboxArguments } from '../../scripts/runtime.ts'
import { openPseudoTerminal } from '../helpers/pseudo-terminal.ts'
import { createDataFolder } from './launch.ts'

const FOLDER = join(PROJECT_ROOT, 'dist', 'test-runtime', 'linux-unpacked')
const EXECUTABLE = join(FOLDER, 'dockside-test-runtime')
const RESOURCES = join(FOLDER, 'resources')

test.describe('a package', () => {
  test.skip(process.platform !== 'linux', 'the runtime for tests exists for Linux alone')

  test.beforeAll(async () => {
    test.setTimeout(180_000)
    const { status, output } = await run(process.execPath, ['scripts/dist.ts', '--linux', 'dir', '--test-runtime'])
    expect(status, output).toBe(0)
  })

  test('has every fuse set', async () => {
    expect(await wrongFuses(EXECUTABLE)).toEqual([])
  })

  test('says in its name and version that it is for tests', () => {
    const { productName, version } = JSON.parse(
      readArchive(join(RESOURCES, 'app.asar')).text('package.json')
    ) as Record<string, string>
    expect(productName).toBe('Dockside TEST RUNTIME')
    expect(version).toMatch(/^\d+\.\d+\.\d+-test-runtime$/)
  })

  test('holds the built app, its native modules, and nothing else', () => {
    const { files } = readArchive(join(RESOURCES, 'app.asar'))
    expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(new Set(['node_modules', 'out', 'package.json']))
    const modules = new Set(files.filter((file) => file.startsWith('node_modules/')).map((file) => file.split('/')[1]))
    const sqlite = electronLaunch().fallback ? ['better-sqlite3', 'bindings', 'file-uri-to-path'] : ['better-sqlite3']
    const serial = ['@serialport', 'debug', 'ms']
    expect(modules).toEqual(new Set([...sqlite, ...serial, 'node-gyp-build', 'node-hid', 'pkg-prebuilds', 'usb']))
    expect(files.filter((file) => file.endsWith('.node'))).toHaveLength(4)
    expect(files.filter((file) => /\.(ts|map|c|cpp|h)$/.test(file))).toEqual([])
    for (const left of ['app', 'default_app.asar']) expect(existsSync(join(RESOURCES, left))).toBe(false)
  })

  test('is not made for users from the runtime that stands in for the current one', async () => {
    test.skip(!electronLaunch().fallback, 'this machine has the current Electron')
    const { status, output } = await run(process.execPath, ['scripts/dist.ts', '--linux', 'dir'])
    expect(status).toBe(1)
    expect(output).toContain('npm run setup -- --retry')
  })

  test('does not start with a remote debugger', async () => {
    for (const option of ['--remote-debugging-port=0', '--remote-debugging-pipe']) {
      const { status, output } = await runPackaged([option])
      expect(status).toBe(1)
      expect(output).toContain('does not start with a remote debugger')
    }
  })

  test('is no Node, and takes no code from outside', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dockside-outside-'))
    const marker = join(folder, 'ran')
    const injected = join(folder, 'injected.cjs')
    writeFileSync(injected, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '')`)
    const foreign = join(RESOURCES, 'app')
    mkdirSync(foreign)
    writeFileSync(join(foreign, 'package.json'), '{ "main": "main.cjs" }')
    writeFileSync(join(foreign, 'main.cjs'), `require(${JSON.stringify(injected)})`)
    try {
      const data = ['--data', join(folder, 'data')]
      const asNode = await runPackaged([injected], { ELECTRON_RUN_AS_NODE: '1' })
      const withOptions = await runPackaged(['inventory', '--json', ...data], { NODE_OPTIONS: `--require ${injected}` })
      const inspected = await runPackaged(['--inspect=0', 'inventory', '--json', ...data])
      expect([asNode, withOptions, inspected].map(({ output }) => /Debugger listening/.test(output))).toEqual([
        false,
        false,
        false
      ])
      expect(asNode.status).not.toBe(0)
      expect(existsSync(marker)).toBe(false)
    } finally {
      rmSync(foreign, { recursive: true })
      rmSync(folder, { recursive: true })
    }
  })

  test('starts, receives what is scanned on the network and on a serial port, and tells it on its command line', async () => {
    const port = await freePort()
    const cable = await openPseudoTerminal()
    const dataFolder = createDataFolder({
      station: { id: 'DOCK-9', site: 'BER', location: 'DOCK' },
      scanners: [
        { id: 'fixed', type: 'tcp', listen: `127.0.0.1:${port}` },
        { id: 'cable', type: 'serial', device: cable.path }
      ]
    })
    await importRows(
      dataFolder,
      'parts',
      'part_number,description,tracking,unit,lot_source\nBRACKET,Bracket,lot,pcs,supplier\n'
    )
    await importRows(dataFolder, 'locations', 'code,description\nDOCK,Dock\n')
    await importRows(
      dataFolder,
      'orders',
      'order,supplier,line,part_number,revision,quantity,due,location\nPO-1,ACME,1,BRACKET,,40,2026-12-24,DOCK\n'
    )
    const station = spawn(EXECUTABLE, [...sandboxArguments(), '--data', dataFolder], { stdio: 'ignore' })
    try {
      await scan(port, ['PO-1', 'BRACKET', 'LOT-0007', 'DS:QTY:30', 'DS:DONE'])
      const inventory = async (): Promise<unknown> =>
        JSON.parse((await runPackaged(['inventory', '--json', '--data', dataFolder])).stdout)
      await expect
        .poll(inventory, { timeout: 20_000 })
        .toMatchObject([{ part_number: 'BRACKET', tracking: 'lot', lot: 'LOT-0007', quantity: '30', location: 'DOCK' }])
      await cable.send(Buffer.from('BRACKET\rLOT-0008\rDS:QTY:10\rDS:DONE\r'))
      await expect
        .poll(inventory, { timeout: 20_000 })
        .toMatchObject([{ lot: 'LOT-0007' }, { lot: 'LOT-0008', quantity: '10' }])
      const labels = async (): Promise<unknown> =>
        JSON.parse((await runPackaged(['labels', '--json', '--data', dataFolder])).stdout)
      const printed = (lot: string) => expect.objectContaining({ kind: 'lot', lot, state: 'printed' })
      await expect
        .poll(labels, { timeout: 20_000 })
        .toEqual(expect.arrayContaining([printed('LOT-0007'), printed('LOT-0008')]))
    } finally {
      expect(await end(station)).toBe(0)
      await cable.pull()
    }
    const verified = await runPackaged(['verify', '--json', '--data', dataFolder])
    expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, problems: [] })
    rmSync(dataFolder, { recursive: true })
  })
})

interface Ended {
  readonly status: number | null
  readonly stdout: string
  /** Both streams, as they came. */
  readonly output: string
}

async function runPackaged(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return await run(EXECUTABLE, [...sandboxArguments(), ...args], env)
}

function run(path: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const program = spawn(path, args, { cwd: PROJECT_ROOT, env: { ...process.env, ...env }, timeout: 150_000 })
    let stdout = ''
    let output = ''
    program.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk
      output += chunk
    })
    program.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
    program.once('error', reject)
    program.once('close', (status) => resolve({ status, stdout, output }))
  })
}

async function importRows(dataFolder: string, kind: string, rows: string): Promise<void> {
  const file = join(dataFolder, `${kind}.csv`)
  writeFileSync(file, rows)
  const { status, output } = await runPackaged(['import', kind, file, '--data', dataFolder])
  expect(status, output).toBe(0)
}

/** Sends scans as a fixed scanner does, a line each, once the station listens. */
async function scan(port: number, lines: readonly string[]): Promise<void> {
  await expect
    .poll(
      () =>
        new Promise<boolean>((resolve) => {
          const socket = connect(port, '127.0.0.1', () => socket.end(`${lines.join('\r\n')}\r\n`))
          socket.once('error', () => resolve(false))
          socket.once('finish', () => resolve(true))
        }),
      { timeout: 30_000 }
    )
    .toBe(true)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function end(station: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    station.once('exit', resolve)
    station.kill('SIGTERM')
  })
}
