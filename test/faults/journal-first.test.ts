import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { freePorts } from '../../scripts/drive/free-ports.ts'
import { waitFor } from '../../scripts/drive/wait-for.ts'
import { openReadable } from '../../src/main/store/database.ts'
import { runStation, writeStationConfig, type RunningStation } from '../helpers/running-station.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import {
  busWithScanner,
  SCANNER_IDS,
  takeScanners,
  threeScanners,
  type ThreeScanners
} from '../helpers/three-scanners.ts'

interface Bench {
  readonly dataFolder: string
  readonly running: RunningStation
  readonly scanners: ThreeScanners
}

async function openBench(): Promise<Bench> {
  const dataFolder = temporaryFolder()
  const [port = 0] = await freePorts(1)
  writeStationConfig(dataFolder, { scanners: threeScanners(port) })
  const hid = busWithScanner()
  const running = await runStation(dataFolder, { hid })
  const scanners = await takeScanners(running.station, hid, port)
  onTestFinished(() => scanners.close())
  return { dataFolder, running, scanners }
}

function logOf(dataFolder: string): string {
  const folder = join(dataFolder, 'logs')
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('')
}

/** What was written, statement by statement, and what another process could read of the journal before each. */
interface Write {
  readonly sql: string
  readonly journalled: readonly string[]
}

/** Watches all that this process writes, until the test is over. */
function watchWrites(dataFolder: string): readonly Write[] {
  const beside = openReadable(join(dataFolder, 'dockside.db'))
  const journal = beside.prepare('SELECT CAST(raw AS TEXT) AS text FROM scan ORDER BY id')
  const scratch = new Database(':memory:')
  const prototype = Object.getPrototypeOf(scratch.prepare('SELECT 1')) as object
  scratch.close()
  const run = Reflect.get(prototype, 'run') as (...values: unknown[]) => unknown
  const writes: Write[] = []
  Reflect.set(prototype, 'run', function (this: { readonly source: string }, ...values: unknown[]): unknown {
    const journalled = (journal.all() as { text: string }[]).map(({ text }) => text)
    // The search is brought up to date whenever there is time.
    if (/^(INSERT|UPDATE|DELETE)/.test(this.source) && !this.source.includes('scan_search')) {
      writes.push({ sql: this.source, journalled })
    }
    return run.apply(this, values)
  })
  onTestFinished(() => {
    Reflect.set(prototype, 'run', run)
    beside.close()
  })
  return writes
}

describe('a scan', () => {
  it.each([
    ...SCANNER_IDS.map((id) => [`of the scanner ${id}`, id] as const),
    ['that is typed in the window', 'screen'] as const
  ])('%s is on disk before anything else is written', async (_what, scanner) => {
    const { dataFolder, running, scanners } = await openBench()
    const writes = watchWrites(dataFolder)
    if (scanner === 'screen') await running.station.api.scanning.submit({ text: 'DS:LOC:DOCK' })
    else scanners.scan(scanner, 'DS:LOC:DOCK')
    const answer = await waitFor('the answer', () => running.answers.at(-1))
    expect(answer).toMatchObject({ scanner, sound: 'accepted' })
    const [first, ...others] = writes
    expect(first?.sql).toMatch(/^INSERT INTO scan /)
    expect(others.length).toBeGreaterThan(0)
    for (const { sql, journalled } of others) expect(journalled, sql).toEqual(['DS:LOC:DOCK'])
  })

  it.each(SCANNER_IDS)(
    'of the scanner %s that cannot be answered stays in the journal as it came, and the clerk hears so',
    async (scanner) => {
      const { dataFolder, running, scanners } = await openBench()
      const db = openReadable(join(dataFolder, 'dockside.db'))
      onTestFinished(() => {
        db.close()
      })
      const beside = new Database(join(dataFolder, 'dockside.db'))
      beside.exec(`CREATE TRIGGER no_answer BEFORE UPDATE ON scan BEGIN SELECT RAISE(ABORT, 'no answer'); END`)
      beside.close()
      scanners.scan(scanner, 'S-100')
      const kept = await waitFor('the scan on disk', () =>
        db.prepare('SELECT scanner, CAST(raw AS TEXT) AS text, outcome FROM scan').get()
      )
      expect(kept).toEqual({ scanner, text: 'S-100', outcome: null })
      const answer = await waitFor('the answer', () => running.answers.at(-1))
      expect(answer).toMatchObject({ scanner, text: 'S-100', sound: 'attention', title: 'Not done' })
      expect(logOf(dataFolder)).toMatch(/"level":"error","event":"bug".*no answer/)
    }
  )
})
