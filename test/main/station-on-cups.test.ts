import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { listenVirtualPrinter } from '../../src/main/devices/printer/virtual/listen.ts'
import { startCups } from '../helpers/cups.ts'
import { runStation, writeStationConfig, type RunningStation } from '../helpers/running-station.ts'
import { importSample } from '../helpers/sample-folder.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const MEDIA = { widthMm: 51, heightMm: 25 }
const POLL = { timeout: 15_000 }

const cups = await startCups()

describe('a station that prints by a queue of CUPS', () => {
  if (!cups.ok) {
    it.skip(cups.reason)
    return
  }
  afterAll(() => cups.close())

  it('leaves its labels sent, over a restart too, and shows a queue that is stopped, cut off or deleted', async () => {
    const listening = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media: { ...MEDIA, dpi: 203 } })
    await cups.addQueue('zebra', `socket://127.0.0.1:${listening.port}`)
    vi.stubEnv('CUPS_SERVER', cups.socket)
    const folder = join(temporaryFolder(), 'data')
    writeStationConfig(folder, {
      printers: [{ id: 'queue', transport: { type: 'queue', name: 'zebra' }, dpi: 203, media: MEDIA }],
      labels: { unit: 'queue', lot: 'queue', location: 'queue' }
    })
    await importSample(folder)
    const running = await runStation(folder)
    await running.scan('PO-2026-0417', 'FC-7700', 'FC7C-000001', 'FC7C-000002', 'DS:DONE')
    await expect.poll(() => statesOf(running), POLL).toEqual(['sent', 'sent'])
    await expect.poll(() => evidenceOf(running), POLL).toMatch(/^(?:The print queue handed it on\.[^|]*\|?){2}$/)
    await expect.poll(() => listening.printer.totalLabelCount(), POLL).toBe(2)
    expect((await running.station.api.station.status({})).waitingLabels).toBe(0)
    await expect.poll(() => wordsOf(running), POLL).toMatch(/gives no evidence/)

    await cups.stopQueue('zebra')
    await expect.poll(() => wordsOf(running), POLL).toMatch(/zebra is stopped/)
    await running.scan('FC-7700', 'FC7C-000003', 'DS:DONE')
    expect((await running.station.api.station.status({})).waitingLabels).toBe(1)
    await listening.close()
    await cups.startQueue('zebra')
    await expect.poll(() => wordsOf(running), POLL).toMatch(/zebra does not reach its printer/)
    await cups.removeQueue('zebra')
    await expect.poll(() => wordsOf(running), POLL).toMatch(/no print queue zebra/)
    await running.close()

    const again = await runStation(folder)
    expect(await statesOf(again)).toEqual(['sent', 'sent', 'unknown'])
    await again.close()
    vi.unstubAllEnvs()
  })
})

async function statesOf({ station }: RunningStation): Promise<readonly string[]> {
  const { rows } = await station.api.labels.list({ search: '', states: [], offset: 0, limit: 100 })
  return rows.map(({ state }) => state).toSorted((a, b) => a.localeCompare(b))
}

async function evidenceOf({ station }: RunningStation): Promise<string> {
  const { rows } = await station.api.labels.list({ search: '', states: [], offset: 0, limit: 100 })
  return rows.map(({ evidence }) => evidence).join('|')
}

async function wordsOf({ station }: RunningStation): Promise<string> {
  return (await station.api.station.status({})).devices.find(({ role }) => role === 'printer')?.words ?? ''
}
