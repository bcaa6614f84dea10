import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePorts } from '../scripts/drive/free-ports.ts'
import { openSocketScanner, type SocketScanner } from '../scripts/drive/socket-scanner.ts'
import { launchStation } from '../test/e2e/launch.ts'
import { createRandom } from '../src/core/random.ts'
import type { GrownFolder } from './generated/folders.ts'
import { sampleCodes } from './sample-codes.ts'
import { watchShownScans, type ShownScans } from './shown-scans.ts'

const ROUNDS = 60
const WARM_UP = 5
const SEED = 11

/** What is scanned, and how long each took: milliseconds by its kind. */
export type ScanTimes = ReadonlyMap<string, readonly number[]>

/**
 * Scans of every kind in the real window of a station with years behind it, from the bytes at the scanner's socket to
 * the frame that shows the answer. A screen that a scan opens is still reading when the next scan comes, as at a dock.
 */
export async function timeGrownScans(folder: GrownFolder): Promise<ScanTimes> {
  const [port = 0] = await freePorts(1)
  writeFileSync(join(folder.path, 'station.json'), JSON.stringify(configWith(port)))
  const station = await launchStation({ dataFolder: folder.path })
  const scanner = await openSocketScanner(port)
  try {
    return await timeRounds(folder, scanner, await watchShownScans(station.page))
  } finally {
    scanner.close()
    await station.close()
  }
}

function configWith(scannerPort: number): unknown {
  return { station: { id: 'BENCH' }, scanners: [{ id: 'bench', type: 'tcp', listen: `127.0.0.1:${scannerPort}` }] }
}

async function timeRounds(folder: GrownFolder, scanner: SocketScanner, shown: ShownScans): Promise<ScanTimes> {
  const codes = sampleCodes(folder, createRandom(SEED), ROUNDS)
  const times = new Map<string, number[]>()
  const scan = async (kind: string, text: string, title: string): Promise<void> => {
    const ms = await shown.timeUntilShown(title, () => scanner.scan(text))
    times.set(kind, [...(times.get(kind) ?? []), ms])
  }
  const rounds = Math.min(ROUNDS, codes.units.length, codes.lots.length, codes.orders.length)
  await shown.timeUntilShown('Ready', () => scanner.scan('DS:HOME'))
  for (let round = 0; round < rounds; round += 1) {
    if (round === WARM_UP) times.clear()
    const unit = codes.units[round]
    const [lot = '', order = ''] = [codes.lots[round], codes.orders[round]]
    const [place = '', other = ''] = codes.places.filter((code) => code !== unit?.location).slice(round)
    const serial = unit?.serial ?? ''
    await scan('a unit, whose trace opens', serial, serial)
    await scan('a lot, whose trace opens', lot, lot)
    await scan('an order', order, `Order ${order}`)
    await scan('DS:CANCEL', 'DS:CANCEL', 'Receipt left')
    await scan('a place', `DS:LOC:${place}`, `Put away at ${place}`)
    await scan('a unit to another place', serial, `${serial} to ${place}`)
    await scan('a place', `DS:LOC:${other}`, `Put away at ${other}`)
    await scan('a unit to another place', serial, `${serial} to ${other}`)
    await scan('DS:HOME', 'DS:HOME', 'Ready')
  }
  return times
}
