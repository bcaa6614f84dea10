import type { Measurement } from './figure.ts'
import { withStationInWindow, type StationInWindow } from './in-window.ts'
import { nowMs } from './window-clock.ts'

const STOCKS = [10_000, 100_000]
const SCANS = 300
const UNITS_BEFORE = 1_000
const LABELS = 60
const WARM_UP = 20
const TARGET = { statistic: 'p95', atMost: 50 } as const

/**
 * From the trigger to the screen: the bytes of a scan leave for the station's socket, are journalled, understood and
 * committed, and the window has drawn what became of them. And from `DS:DONE` to the first byte at the printer.
 */
export async function measureScanLatency(): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = []
  for (const stock of STOCKS) {
    measurements.push(...(await withStationInWindow(stock, (station) => measureAtStock(station, stock))))
  }
  return measurements
}

async function measureAtStock(station: StationInWindow, stock: number): Promise<readonly Measurement[]> {
  const scale = `${stock.toLocaleString('en')} units in stock`
  const serials = createSerials()
  await scanAll(station, ['PO-1', 'Order PO-1'], ['CAPTURED', 'CAPTURED'])
  await addUnits(station, serials, WARM_UP)
  const onShortLine = await addUnits(station, serials, SCANS)
  const shown: Measurement[] = [
    { name: 'scan sent, committed, shown', scale, unit: 'ms', samples: onShortLine, target: TARGET }
  ]
  if (stock === STOCKS[0]) {
    await addAtOnce(station, serials, UNITS_BEFORE)
    const samples = await addUnits(station, serials, SCANS)
    const longLine = `${UNITS_BEFORE.toLocaleString('en')} units on the open line`
    shown.push({ name: 'scan sent, committed, shown', scale: longLine, unit: 'ms', samples, target: TARGET })
  }
  await scanAll(station, ['DS:CANCEL', 'Line left'])
  const firstBytes: number[] = []
  for (let label = 0; label < WARM_UP + LABELS; label += 1) {
    const ms = await timeToFirstByte(station)
    if (label >= WARM_UP) firstBytes.push(ms)
  }
  return [
    ...shown,
    { name: 'DS:DONE sent, first byte at the printer', scale, unit: 'ms', samples: firstBytes, target: TARGET }
  ]
}

/** Serials that were never scanned. */
function createSerials(): () => string {
  let given = 0
  return () => `S-${String((given += 1)).padStart(7, '0')}`
}

async function scanAll({ scanner, shown }: StationInWindow, ...scans: readonly (readonly [string, string])[]) {
  for (const [text, title] of scans) await shown.timeUntilShown(title, () => scanner.scan(text))
}

async function addUnits({ scanner, shown }: StationInWindow, next: () => string, count: number): Promise<number[]> {
  const samples: number[] = []
  for (let unit = 0; unit < count; unit += 1) {
    const serial = next()
    samples.push(await shown.timeUntilShown(serial, () => scanner.scan(serial)))
  }
  return samples
}

async function addAtOnce({ scanner, shown }: StationInWindow, next: () => string, count: number): Promise<void> {
  const serials = Array.from({ length: count }, next)
  await shown.timeUntilShown(serials.at(-1) ?? '', () => {
    for (const serial of serials) scanner.scan(serial)
  })
}

async function timeToFirstByte(station: StationInWindow): Promise<number> {
  await scanAll(station, ['OWN', 'OWN'], ['DS:QTY:1', '1 pcs'])
  const arrival = station.printer.nextLabel()
  const sentAt = nowMs()
  await scanAll(station, ['DS:DONE', '1 pcs received'])
  return (await arrival) - sentAt
}
