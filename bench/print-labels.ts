import { Worker } from 'node:worker_threads'
import type { LabelId } from '../src/core/ids.ts'
import { labelsAt, lastLabelId, type LabelRow } from '../src/main/store/label.ts'
import { createBenchFolder, type BenchFolder } from './bench-folder.ts'
import type { Measurement } from './figure.ts'
import { openInProcessPrinter, type InProcessPrinter } from './in-process-printer.ts'
import { openInProcess, scanAll, type InProcessStation } from './in-process.ts'
import { nowMs } from './window-clock.ts'

/** 2 × 1 in, the usual unit label, on a fast printer. */
const MEDIA = { widthMm: 50.8, heightMm: 25.4, dpi: 203 } as const
const SPEED_IPS = 14
const GAP_IN = 0.125
const LABEL_MS = ((MEDIA.heightMm / 25.4 + GAP_IN) / SPEED_IPS) * 1_000

const LABELS = 1_000
/** How much longer than its motor needs a printer may take for a batch. */
const LOSS = 0.03
/** So fast that twenty batches of a thousand take no half hour: the first label does not wait for its motor. */
const FAST_IPS = 1_400
const SMALL_BATCH = 10
const BATCHES = 20
const CONFIG = { station: { id: 'BENCH' } }

/**
 * Batches on a printer with the pace of a real one, over a socket, each label with its own step of the counter: how much
 * of the motor's time is lost between labels, and how soon the first label's bytes are at the printer after `DS:DONE`.
 */
export async function measurePrinting(): Promise<readonly Measurement[]> {
  const printer = await startPrinter(SPEED_IPS)
  const fastPrinter = await startPrinter(FAST_IPS)
  const folder = await createBenchFolder([{ order: 'PO-1', lines: [{ part: 'OWN', quantity: 10_000_000 }] }], CONFIG)
  try {
    const small = await firstBytes(folder, printer, SMALL_BATCH)
    const large = await firstBytes(folder, fastPrinter, LABELS)
    const { wholeMs } = await atStation(folder, printer, (station, own) => printBatch(station, own, printer, LABELS))
    const mechanicalMs = LABELS * LABEL_MS
    const scale = `a printer of ${SPEED_IPS} in/s, ${LABEL_MS.toFixed(1)} ms a label`
    return [
      {
        name: `DS:DONE of ${SMALL_BATCH} units to the first bytes at the printer`,
        scale,
        unit: 'ms',
        samples: small,
        target: { statistic: 'p95', atMost: 50 }
      },
      {
        name: `DS:DONE of ${LABELS.toLocaleString('en')} units to the first bytes at the printer`,
        scale: 'a printer without a motor',
        unit: 'ms',
        samples: large,
        target: { statistic: 'p95', atMost: 50 }
      },
      {
        name: `${LABELS.toLocaleString('en')} labels printed, each with evidence`,
        scale: `${scale}: its motor needs ${Math.round(mechanicalMs)} ms`,
        unit: 'ms',
        samples: [wholeMs],
        target: { statistic: 'max', atMost: Math.floor(mechanicalMs * (1 + LOSS)) }
      }
    ]
  } finally {
    folder.remove()
    await printer.close()
    await fastPrinter.close()
  }
}

interface PacedPrinter {
  readonly port: number
  /** When the first bytes of the next label come. */
  nextLabel(): Promise<number>
  close(): Promise<void>
}

async function startPrinter(speedIps: number): Promise<PacedPrinter> {
  const worker = new Worker(new URL('paced-printer-thread.ts', import.meta.url), {
    workerData: { media: MEDIA, speedIps }
  })
  const arrivals = new Set<(atMs: number) => void>()
  const port = await new Promise<number>((resolve, reject) => {
    worker.once('error', reject)
    worker.on('message', (message: { readonly port: number } | { readonly labelAtMs: number }) => {
      if ('port' in message) return resolve(message.port)
      for (const arrived of arrivals) arrived(message.labelAtMs)
      arrivals.clear()
    })
  })
  return {
    port,
    nextLabel: () => new Promise((resolve) => arrivals.add(resolve)),
    close: async () => void (await worker.terminate())
  }
}

/** Opens a station with this printer for as long as the work takes. */
async function atStation<T>(
  folder: BenchFolder,
  { port }: PacedPrinter,
  work: (station: InProcessStation, own: InProcessPrinter) => Promise<T>
): Promise<T> {
  const station = openInProcess(folder.path)
  const { widthMm, heightMm } = MEDIA
  const own = await openInProcessPrinter(station, folder.path, port, { widthMm, heightMm })
  try {
    return await work(station, own)
  } finally {
    await own.close()
    station.close()
  }
}

function firstBytes(folder: BenchFolder, printer: PacedPrinter, labels: number): Promise<readonly number[]> {
  return atStation(folder, printer, async (station, own) => {
    // A station that has just been opened has not read its store yet.
    await printBatch(station, own, printer, labels)
    const samples: number[] = []
    for (let batch = 0; batch < BATCHES; batch += 1) {
      samples.push((await printBatch(station, own, printer, labels)).firstBytesMs)
    }
    return samples
  })
}

/** From `DS:DONE` on, as somebody at the station lives it: the receipt's transaction comes before the first label. */
async function printBatch(station: InProcessStation, own: InProcessPrinter, printer: PacedPrinter, labels: number) {
  const { db } = station.context
  scanAll(station, 'PO-1', 'OWN', `DS:QTY:${labels}`)
  const before = lastLabelId(db)
  const firstLabel = printer.nextLabel()
  const lastIsOut = own.untilAllAreOut().then(nowMs)
  const doneAtMs = nowMs()
  scanAll(station, 'DS:DONE')
  own.wake()
  const firstAtMs = await firstLabel
  const endMs = await lastIsOut
  checkEvidence(
    labelsAt(
      db,
      Array.from({ length: labels }, (_, index) => (before + 1 + index) as LabelId)
    ),
    labels
  )
  scanAll(station, 'DS:DONE')
  return { firstBytesMs: firstAtMs - doneAtMs, wholeMs: endMs - firstAtMs }
}

/** A batch without a step of the counter for each label would be no figure of printing with evidence. */
function checkEvidence(printed: readonly LabelRow[], labels: number): void {
  const proven = printed.filter(({ state, evidence: { rank, before, after } }) => {
    return state === 'printed' && rank === 'counter' && Number(after) - Number(before) === 1
  })
  if (proven.length !== labels) throw new Error(`${proven.length} of ${labels} labels are printed with evidence`)
}
