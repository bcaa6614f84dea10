import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import type { LabelView } from '../../src/ipc/views.ts'
import { runCli } from '../../src/main/cli.ts'
import { listenVirtualPrinter } from '../../src/main/devices/printer/virtual/listen.ts'
import { runStation, writeStationConfig, type RunningStation } from '../helpers/running-station.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const SAMPLE = fileURLToPath(new URL('../../resources/sample', import.meta.url))
const MEDIA = { widthMm: 51, heightMm: 25 }

async function dockside(dataFolder: string, ...args: readonly string[]) {
  let out = ''
  let err = ''
  const status = await runCli(['--data', dataFolder, '--json', ...args], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    env: {},
    platform: 'linux'
  })
  return { status, json: (out === '' ? null : JSON.parse(out)) as unknown, err }
}

/** A data folder with the sample parts, places and orders. */
async function folderWithSample(config: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const folder = join(temporaryFolder(), 'data')
  writeStationConfig(folder, config)
  for (const kind of ['parts', 'locations', 'orders']) {
    expect(await dockside(folder, 'import', kind, join(SAMPLE, `${kind}.csv`))).toMatchObject({ status: 0 })
  }
  return folder
}

async function labelsOf({ station }: RunningStation): Promise<readonly LabelView[]> {
  return (await station.api.labels.list({ search: '', states: [], offset: 0, limit: 500 })).rows
}

async function allPrinted(running: RunningStation, count: number): Promise<void> {
  await vi.waitFor(
    async () => {
      const states = (await labelsOf(running)).map(({ state }) => state)
      expect(states).toEqual(Array.from({ length: count }, () => 'printed'))
    },
    { timeout: 20_000, interval: 20 }
  )
}

const RECEIVE_TWO = ['PO-2026-0417', 'FC-7700', 'FC7C-000001', 'FC7C-000002', 'DS:DONE']

describe('the station', () => {
  it('receives by scan alone and prints one label for each unit', async () => {
    const folder = await folderWithSample()
    const running = await runStation(folder)
    expect(await running.scan(...RECEIVE_TWO)).toMatchObject({ sound: 'line-complete' })
    await allPrinted(running, 2)
    expect((await dockside(folder, 'verify')).json).toMatchObject({ ok: true })
    expect((await dockside(folder, 'inventory', '--part', 'FC-7700')).json).toMatchObject([
      { serial: 'FC7C-000001', quantity: '1', location: 'DOCK' },
      { serial: 'FC7C-000002' }
    ])
    const paper = join(folder, 'virtual-printer')
    await vi.waitFor(() => expect(readdirSync(paper).filter((name) => name.endsWith('.png'))).toHaveLength(2), {
      timeout: 20_000
    })
  })

  it('goes on receiving while the printer is not there, and prints each label once when it comes', async () => {
    const absent = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media: { ...MEDIA, dpi: 203 } })
    const { port } = absent
    await absent.close()
    const printers = [{ id: 'zd421', transport: { type: 'tcp', host: '127.0.0.1', port }, dpi: 203, media: MEDIA }]
    const running = await runStation(
      await folderWithSample({ printers, labels: { unit: 'zd421', lot: 'zd421', location: 'zd421' } })
    )
    expect(await running.scan(...RECEIVE_TWO)).toMatchObject({ sound: 'line-complete' })
    await vi.waitFor(async () => {
      const { devices, waitingLabels } = await running.station.api.station.status({})
      expect(waitingLabels).toBe(2)
      expect(devices.find(({ role }) => role === 'printer')).toMatchObject({
        health: 'fault',
        words: expect.stringContaining(String(port))
      })
    })
    const printer = await listenVirtualPrinter({ host: '127.0.0.1', port, media: { ...MEDIA, dpi: 203 } })
    await allPrinted(running, 2)
    expect(printer.printer.totalLabelCount()).toBe(2)
    await running.close()
    await printer.close()
  })

  it('lets commands read while it runs, and tells one that writes who holds the folder', async () => {
    const folder = await folderWithSample()
    const running = await runStation(folder)
    await running.scan('PO-2026-0417')
    expect((await dockside(folder, 'receipts')).json).toEqual([])
    const refused = await dockside(folder, 'import', 'parts', join(SAMPLE, 'parts.csv'))
    expect(refused.status).toBe(1)
    expect(refused.json).toMatchObject({
      error: { code: 'data-folder-held', message: expect.stringContaining('a running station') }
    })
  })

  it('starts read-only on settings that are not usable, says which, and touches no device', async () => {
    const folder = await folderWithSample()
    writeStationConfig(folder, { colour: 'blue' })
    const running = await runStation(folder)
    const { problem, devices } = await running.station.api.station.status({})
    expect(problem).toContain('colour')
    expect(devices).toEqual([])
    await expect(running.station.api.scanning.submit({ text: 'PO-2026-0417' })).rejects.toMatchObject({
      code: 'read-only'
    })
    expect(await running.station.api.receiving.orders({ search: '', openOnly: false })).not.toEqual([])
  })

  it('keeps settings that are right and refuses those that are not, key by key', async () => {
    const folder = await folderWithSample()
    const { station } = await runStation(folder)
    const { config } = await station.api.settings.read({})
    const before = readFileSync(join(folder, 'station.json'), 'utf8')
    expect(await station.api.settings.save({ config: { ...(config as object), speed: 9 } })).toMatchObject({
      ok: false,
      problems: [expect.stringContaining('speed')]
    })
    expect(readFileSync(join(folder, 'station.json'), 'utf8')).toBe(before)
    const moved = { ...(config as { station: object }), station: { id: 'DOCK-2', site: 'BER', location: 'DOCK' } }
    expect(await station.api.settings.save({ config: moved })).toEqual({ ok: true })
    expect(await station.api.settings.read({})).toMatchObject({ restartNeeded: true, problems: [] })
  })

  it('works on a new folder before anything is set up, and writes settings to begin with', async () => {
    const folder = join(temporaryFolder(), 'new')
    const { station } = await runStation(folder)
    expect(existsSync(join(folder, 'station.json'))).toBe(true)
    expect((await station.api.station.status({})).problem).toBeNull()
    expect(await station.api.inventory.list({ show: 'stock', search: '', offset: 0, limit: 10 })).toEqual({
      rows: [],
      total: 0,
      isMore: false
    })
  })

  it('does not start on a database that is damaged, and leaves it as it is', async () => {
    const folder = await folderWithSample()
    const file = join(folder, 'dockside.db')
    writeFileSync(file, 'not a database '.repeat(1000))
    const before = readFileSync(file)
    await expect(runStation(folder)).rejects.toMatchObject({ code: 'database-corrupt' })
    expect(readFileSync(file)).toEqual(before)
    // The folder is free again for whoever restores the backup.
    expect((await dockside(folder, 'inventory')).json).toMatchObject({ error: { code: 'database-corrupt' } })
  })

  it('prints a copy with a reason, voids the one before, and keeps both in the ledger', async () => {
    const running = await runStation(await folderWithSample())
    await running.scan(...RECEIVE_TWO)
    await allPrinted(running, 2)
    const [label] = await labelsOf(running)
    if (!label) throw new Error('there is a label')
    expect(await running.station.api.labels.reprint({ label: label.id, reason: 'torn' })).toEqual({
      label: label.label,
      copy: 2
    })
    await vi.waitFor(
      async () => {
        const copies = (await labelsOf(running)).filter((each) => each.label === label.label)
        expect(copies.map(({ copy, state }) => `${copy} ${state}`).toSorted()).toEqual(['1 void', '2 printed'])
      },
      { timeout: 10_000 }
    )
  })

  it('draws a label from the ledger as a picture', async () => {
    const running = await runStation(await folderWithSample())
    await running.scan(...RECEIVE_TWO)
    await allPrinted(running, 2)
    const [label] = await labelsOf(running)
    if (!label) throw new Error('there is a label')
    const { png, widthMm } = await running.station.api.labels.drawing({ label: label.id })
    expect(png.startsWith('data:image/png;base64,iVBOR')).toBe(true)
    expect(widthMm).toBe(51)
  })

  it('backs up while it runs, and the copy holds what was received', async () => {
    const folder = await folderWithSample()
    const running = await runStation(folder)
    await running.scan(...RECEIVE_TWO)
    const target = join(temporaryFolder(), 'backups')
    const { status, json } = await dockside(folder, 'backup', target)
    expect(status).toBe(0)
    expect(existsSync((json as { file: string }).file)).toBe(true)
  })
})
