import { expect, it, onTestFinished, vi } from 'vitest'
import { createStreamSplitter } from '../../src/main/devices/printer/virtual/stream-splitter.ts'
import { listenVirtualPrinter } from '../../src/main/devices/printer/virtual/listen.ts'
import { allLabels } from '../../src/main/store/label.ts'
import { openPrinters } from '../../src/main/station-printers.ts'
import { openAwkwardPeer } from '../fakes/awkward-peer.ts'
import { scan, stationWithOrder } from '../helpers/store.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'

const small = { widthMm: 51, heightMm: 25 }
const large = { widthMm: 76, heightMm: 51 }
const HEALTHY =
  '\x02030,0,0,0200,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,6,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n'

/** A station whose entries `units` and `lots` are at these addresses. */
function stationWithPrinters(port: number, hosts: readonly [string, string]) {
  const context = stationWithOrder()
  const infos: string[] = []
  const entry = (id: string, host: string, media: typeof small) =>
    ({ id, transport: { type: 'tcp', host, port }, dpi: 203, media }) as const
  const printers = openPrinters({
    context,
    printers: [entry('units', hosts[0], small), entry('lots', hosts[1], large)],
    folder: temporaryFolder(),
    draw: () => Promise.reject(new Error('Nothing is drawn here')),
    log: { info: (what) => infos.push(what), warn: () => undefined, error: () => undefined, close: () => undefined },
    onStep: () => undefined,
    onState: () => undefined
  })
  onTestFinished(() => printers.close())
  return { context, printers, infos }
}

async function printsEachOnce({ context, printers }: ReturnType<typeof stationWithPrinters>): Promise<void> {
  const health = () => printers.devices().map(({ id, health }) => `${id} ${health}`)
  await vi.waitFor(() => expect(health()).toEqual(['units ready', 'lots ready']), { timeout: 5_000 })
  expect([printers.mediaOf('units')?.widthMm, printers.mediaOf('lots')?.widthMm]).toEqual([51, 76])
  scan(context, 'PO-1', 'GENERATED', 'DS:QTY:4', 'DS:DONE', 'OWN-LOT', 'DS:QTY:5', 'DS:DONE')
  printers.wake()
  const labels = () => allLabels(context.db, null)
  await vi.waitFor(() => expect(new Set(labels().map(({ state }) => state))).toEqual(new Set(['printed'])), {
    timeout: 8_000
  })
  expect(
    labels()
      .map(({ evidence }) => [evidence['before'], evidence['after']])
      .sort(([a], [b]) => Number(a) - Number(b))
  ).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5]
  ])
}

it('has two entries with one address share one owner and one queue, each with labels of its own size', async () => {
  const media = { ...small, dpi: 203 as const }
  const listening = await listenVirtualPrinter({ host: '127.0.0.1', port: 0, media, speedIps: 14, others: 'refused' })
  onTestFinished(() => listening.close())
  await printsEachOnce(stationWithPrinters(listening.port, ['127.0.0.1', '127.0.0.1']))
})

it('has two entries share one owner once they tell the same serial number, whatever their addresses', async () => {
  let counted = 0
  const peer = await openAwkwardPeer((socket) => {
    const splitter = createStreamSplitter({
      format: () => {
        counted += 1
      },
      immediate: (name) => void socket.write(name === 'HI' ? '\x02AWKWARD,V1,8,1KB,X\x03\r\n' : HEALTHY),
      setGetDo: (line) => void socket.write(line.includes('total_label_count') ? `"${counted}"` : '"AWKWARD1"')
    })
    socket.on('data', (bytes) => splitter.push(bytes))
  })
  onTestFinished(() => peer.close())
  const station = stationWithPrinters(peer.port, ['127.0.0.1', 'localhost'])
  await vi.waitFor(() => expect(station.infos).toContain('one-printer'), { timeout: 5_000 })
  await printsEachOnce(station)
})
