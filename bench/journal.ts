import { performance } from 'node:perf_hooks'
import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import { withDisplay } from '../scripts/display.ts'
import { freePorts } from '../scripts/drive/free-ports.ts'
import { openSocketScanner } from '../scripts/drive/socket-scanner.ts'
import { addDays, instantOf, UTC, type Instant } from '../src/core/clock.ts'
import { openDatabase } from '../src/main/commands/open.ts'
import { codesOf } from '../src/main/services/journal/scan-text.ts'
import type { WritableDb } from '../src/main/store/database.ts'
import { ANY_SCAN, searchScans, type ScanFilter } from '../src/main/store/scan-search.ts'
import { launchStation } from '../test/e2e/launch.ts'
import { createBenchFolder } from './bench-folder.ts'
import type { Measurement } from './figure.ts'
import { fillJournal } from './generated/journal.ts'
import { measureSteps } from './journal-steps.ts'
import { watchSoundedScans } from './sounded-scans.ts'

/** Ten times the data must not be felt. */
const JOURNALS = [100_000, 1_000_000]
const PAGE = 100
const LEAFED = 20
const SOUNDS = 200
const WARM_UP = 20
const ORDER = { order: 'PO-1', lines: [{ part: 'CAPTURED', quantity: 100_000 }] }

/** The scan journal: how soon a scan is in it, and how soon one is found in it. */
export async function measureJournal(): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = []
  for (const scans of JOURNALS) {
    const scale = { scale: `${scans.toLocaleString('en')} scans in the journal`, grownTo: scans }
    const [port = 0] = await freePorts(1)
    const folder = await createBenchFolder([ORDER], { station: { id: 'BENCH' } })
    try {
      const db = openDatabase(folder.path)
      process.stdout.write(`Writing ${scans.toLocaleString('en')} scans…\n`)
      fillJournal(db, scans)
      measurements.push(...measureSearches(db, scans, scale))
      db.close()
      configure(folder.path, [{ id: 'bench', type: 'hid-pos' }])
      measurements.push(...(await measureSteps(folder.path, scale)))
      configure(folder.path, [{ id: 'bench', type: 'tcp', listen: `127.0.0.1:${port}` }])
      measurements.push(...(await withDisplay(() => measureSounds(folder.path, port, scale))))
    } finally {
      folder.remove()
    }
  }
  return measurements
}

type Scale = Pick<Measurement, 'scale' | 'grownTo'>

function configure(dataFolder: string, scanners: readonly object[]): void {
  writeFileSync(join(dataFolder, 'station.json'), JSON.stringify({ station: { id: 'BENCH' }, scanners }))
}

function measureSearches(db: WritableDb, scans: number, scale: Scale): readonly Measurement[] {
  const page = (filter: Partial<ScanFilter>, offset = 0): number => {
    const from = performance.now()
    searchScans(db, { ...ANY_SCAN, ...filter }, offset, PAGE, codesOf)
    return performance.now() - from
  }
  const leafed = (work: () => number): readonly number[] => {
    work()
    return Array.from({ length: LEAFED }, work)
  }
  const typed = (text: string): readonly number[] =>
    Array.from(text, (_, index) => page({ search: text.slice(0, index + 1) }))
  const measured = (name: string, samples: readonly number[]): Measurement => ({
    name: `journal: ${name}`,
    ...scale,
    unit: 'ms',
    samples,
    target: { statistic: 'p95', atMost: 50 }
  })
  const middle = String(Math.floor(scans / 2)).padStart(7, '0')
  const today = UTC.dayOf(instantOf(Date.now()))
  const lastMonth = {
    from: `${addDays(today, -60)}T00:00:00.000Z` as Instant,
    before: `${addDays(today, -30)}T00:00:00.000Z` as Instant
  }
  return [
    measured(
      'first page',
      leafed(() => page({}))
    ),
    measured(
      'a page in the middle',
      leafed(() => page({}, Math.floor(scans / 2)))
    ),
    measured('a key pressed in the search', [
      ...typed(`SN-26-${middle}`),
      ...typed(`1TL-${Number(middle) + 3}`),
      ...typed('already scanned'),
      ...typed('␝PPART-42'),
      ...typed('nothing-has-this')
    ]),
    measured(
      'a scanner',
      leafed(() => page({ scanner: 'wedge' }))
    ),
    measured(
      'an answer',
      leafed(() => page({ outcome: 'duplicate' }))
    ),
    measured(
      'never answered',
      leafed(() => page({ outcome: 'unanswered' }))
    ),
    measured(
      'a month',
      leafed(() => page(lastMonth))
    ),
    measured(
      'a text, a scanner, an answer, a month',
      leafed(() => page({ ...lastMonth, search: 'sn-26', scanner: 'gun', outcome: 'duplicate' }))
    ),
    measured(
      'a text that no such answer has',
      leafed(() => page({ search: 'already', outcome: 'accepted' }))
    )
  ]
}

/** In the real window, from the bytes at the scanner's socket to the first tone. */
async function measureSounds(dataFolder: string, port: number, scale: Scale): Promise<readonly Measurement[]> {
  const station = await launchStation({ dataFolder })
  const scanner = await openSocketScanner(port)
  try {
    const sounds = await watchSoundedScans(station.page)
    const samples: number[] = []
    for (let scan = 0; scan < WARM_UP + SOUNDS; scan += 1) {
      const ms = await sounds.timeUntilSounded(() => scanner.scan(`W-${String(scan).padStart(7, '0')}`))
      if (scan >= WARM_UP) samples.push(ms)
    }
    const outputMs = await sounds.outputMs()
    return [
      {
        name: 'scan sent, sound begun in the window',
        ...scale,
        unit: 'ms',
        samples,
        target: { statistic: 'p95', atMost: 50 }
      },
      {
        name: 'sound begun, at the loudspeaker (as the audio system states)',
        ...scale,
        unit: 'ms',
        samples: [outputMs]
      }
    ]
  } finally {
    scanner.close()
    await station.close()
  }
}
