import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import { freePorts } from '../../scripts/drive/free-ports.ts'
import { openSocketScanner } from '../../scripts/drive/socket-scanner.ts'
import { supplierLabel } from '../../scripts/drive/supplier-label.ts'
import { waitFor } from '../../scripts/drive/wait-for.ts'
import { PROJECT_ROOT } from '../../scripts/project.ts'
import { listenVirtualPrinter } from '../../src/main/devices/printer/virtual/listen.ts'
import type { InventoryOutside, LabelOutside, ReceiptOutside } from '../../src/main/services/outside-rows.ts'

const SAMPLE = join(PROJECT_ROOT, 'resources', 'sample')
const ORDER = 'PO-2026-0417'
const SERIALS = Array.from({ length: 12 }, (_, index) => `FC7C-${String(100_001 + index)}`)

/** Runs the command line as a person does, in a process of its own. */
function dockside(dataFolder: string, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['run', '--silent', 'dockside', '--', '--data', dataFolder, ...words],
    { cwd: PROJECT_ROOT, encoding: 'utf8' }
  )
  return { status, stdout, stderr }
}

function json(dataFolder: string, ...words: readonly string[]): unknown {
  return JSON.parse(dockside(dataFolder, '--json', ...words).stdout)
}

/** Starts the station as a person does, on a display of its own; ends it with everything that it started. */
function npmStart(dataFolder: string): { end(): Promise<void> } {
  const command = ['npm', 'start', '--', '--data', dataFolder]
  const [program = '', ...args] = process.platform === 'linux' ? ['xvfb-run', '-a', ...command] : command
  const started = spawn(program, args, { cwd: PROJECT_ROOT, stdio: 'ignore', detached: true })
  const ended = new Promise<void>((resolve) => started.once('exit', () => resolve()))
  return {
    end: async () => {
      if (started.pid !== undefined) process.kill(-started.pid, 'SIGTERM')
      await ended
    }
  }
}

test('npm start is driven by sockets and the command line alone, from the order to the paper', async () => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'dockside-black-box-'))
  const dataFolder = join(folder, 'data')
  const media = { widthMm: 76, heightMm: 51, dpi: 203 } as const
  const printer = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media, folder: join(folder, 'paper') })
  const [scannerPort = 0] = await freePorts(1)
  for (const kind of ['parts', 'locations', 'orders']) {
    expect(dockside(dataFolder, 'import', kind, join(SAMPLE, `${kind}.csv`))).toMatchObject({ status: 0 })
  }
  writeFileSync(
    join(dataFolder, 'station.json'),
    JSON.stringify({
      station: { id: 'DOCK-7', site: 'BER', location: 'DOCK' },
      scanners: [{ id: 'fixed', type: 'tcp', listen: `127.0.0.1:${scannerPort}` }],
      printers: [
        {
          id: 'zebra',
          transport: { type: 'tcp', host: '127.0.0.1', port: printer.port },
          dpi: media.dpi,
          media: { widthMm: media.widthMm, heightMm: media.heightMm }
        }
      ]
    })
  )
  const station = npmStart(dataFolder)
  try {
    const scanner = await openSocketScanner(scannerPort, 60_000)
    const scans = [
      ORDER,
      'DS:LOC:ESD-01',
      'FC-7700',
      ...SERIALS.slice(0, 5),
      SERIALS[0] ?? '',
      ...SERIALS.slice(5),
      'DS:DONE',
      'BR-2041',
      'DS:DONE',
      supplierLabel('POR-0560', '1TN-2291-B', 'Q500'),
      'DS:DONE',
      'AD-3425',
      'DS:QTY:24',
      'DS:DONE',
      'SC-M4X12',
      'DS:QTY:1999',
      'DS:DONE',
      'DS:DONE'
    ]
    for (const scan of scans) scanner.scan(scan)
    const labels = await waitFor('39 printed labels', async () => {
      const printed = await docksideJson<readonly LabelOutside[]>(dataFolder, 'labels', '--state', 'printed')
      return printed.length === 39 ? printed : undefined
    })
    scanner.close()
    expect(labels.map(({ kind }) => kind).filter((kind) => kind === 'unit')).toHaveLength(37)
    expect(json(dataFolder, 'labels') as readonly LabelOutside[]).toHaveLength(39)

    const receipts = json(dataFolder, 'receipts', '--order', ORDER) as readonly ReceiptOutside[]
    expect(receipts.map(({ part_number, quantity }) => [part_number, quantity])).toEqual([
      ['FC-7700', '12'],
      ['BR-2041', '25'],
      ['OR-0560', '500'],
      ['AD-3425', '24'],
      ['SC-M4X12', '1999']
    ])
    expect(receipts[0]?.serials).toEqual(SERIALS)
    expect(new Set(receipts.map(({ location, station }) => `${location} ${station}`))).toEqual(
      new Set(['ESD-01 DOCK-7'])
    )
    expect(json(dataFolder, 'inventory') as readonly InventoryOutside[]).toHaveLength(12 + 25 + 1 + 1 + 1)
    expect(json(dataFolder, 'verify')).toMatchObject({ ok: true, problems: [] })
  } finally {
    await station.end()
  }
  expect(readdirSync(join(folder, 'paper')).filter((name) => name.endsWith('.zpl'))).toHaveLength(39)
  expect(dockside(dataFolder, 'verify')).toMatchObject({ status: 0 })
  await printer.close()
  rmSync(folder, { recursive: true, force: true })
})
