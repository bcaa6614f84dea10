import { describe, expect, it, onTestFinished } from 'vitest'
import { docksideJson } from '../../scripts/drive/command-line.ts'
import { freePorts } from '../../scripts/drive/free-ports.ts'
import { waitFor } from '../../scripts/drive/wait-for.ts'
import { createRandom } from '../../src/core/random.ts'
import type { StationApi } from '../../src/ipc/contract.ts'
import { importGoods } from '../helpers/goods.ts'
import { runStation, writeStationConfig } from '../helpers/running-station.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { busWithScanner, SCANNER_IDS, takeScanners, threeScanners } from '../helpers/three-scanners.ts'
import { keptScans, textsOf } from './burst/journal.ts'
import { killInBurst } from './burst/kill-in-burst.ts'
import { PLAN, scanAtPace, SCANS } from './burst/plan.ts'

/** How often a station is killed within a burst. More of them: `BURST_KILLS=20`. */
const KILLS = Number(process.env.BURST_KILLS ?? 2)

/** Where chance begins; `BURST_SEED` repeats a run that went wrong. */
const SEED = Number(process.env.BURST_SEED ?? Date.now() % 1_000_000)

async function dockFolder(port: number): Promise<string> {
  const folder = temporaryFolder()
  writeStationConfig(folder, { scanners: threeScanners(port) })
  await importGoods(folder)
  return folder
}

/** Asks for all that a window shows, over and over, as if somebody leafed through every screen. */
async function keepScreenBusy(api: StationApi, isOver: () => boolean): Promise<number> {
  const anyScan = { search: '', scanner: null, outcome: null, from: null, before: null, offset: 0, limit: 100 }
  let asked = 0
  while (!isOver()) {
    await Promise.all([
      api.receiving.current({}),
      api.journal.list(anyScan),
      api.journal.list({ ...anyScan, search: '-00' }),
      api.inventory.list({ search: '', show: 'all', offset: 0, limit: 100 }),
      api.labels.list({ search: 'S-', states: [], offset: 0, limit: 100 }),
      api.station.status({})
    ])
    asked += 1
    await new Promise((resolve) => setImmediate(resolve))
  }
  return asked
}

describe('500 scans in 5 seconds, from three scanners at once, while the screen is busy', () => {
  it('are all in the journal, each scanner’s in its order, and all answered', async () => {
    const [port = 0] = await freePorts(1)
    const folder = await dockFolder(port)
    const hid = busWithScanner()
    const { station, answers } = await runStation(folder, { hid })
    for (const text of ['PO-1', 'CAPTURED']) await station.api.scanning.submit({ text })
    const before = answers.length
    const scanners = await takeScanners(station, hid, port)
    onTestFinished(() => scanners.close())

    let isOver = false
    const busy = keepScreenBusy(station.api, () => isOver)
    await Promise.all(SCANNER_IDS.map((id) => scanAtPace(PLAN[id], (text) => scanners.scan(id, text))))
    await waitFor('the last answer', () => (answers.length - before === SCANS ? true : undefined))
    isOver = true
    expect(await busy).toBeGreaterThan(0)

    const kept = keptScans(folder).slice(before)
    expect(kept).toHaveLength(SCANS)
    for (const id of SCANNER_IDS) expect(textsOf(kept, id), id).toEqual(PLAN[id])
    const accepted = kept.filter(({ sound }) => sound === 'accepted')
    // Keys that all came while the computer stood still may be a person's: refused aloud, and in the journal as they came.
    const refused = kept.filter(({ sound }) => sound !== 'accepted')
    for (const scan of refused) {
      expect(scan).toMatchObject({ scanner: 'wedge', outcome: expect.stringContaining('did not arrive whole') })
    }
    expect(answers.slice(before).map(({ scan }) => scan)).toEqual(kept.map(({ scan }) => scan))
    const { line } = await station.api.receiving.current({})
    expect(new Set(line?.serials)).toEqual(new Set(accepted.map(({ text }) => text)))
  }, 60_000)
})

describe('a station that is killed within such a burst', () => {
  it.each(Array.from({ length: KILLS }, (_, kill) => SEED + kill))(
    'has all after the restart that it had answered aloud, in order, and the rest without effect (seed %i)',
    async (seed) => {
      const random = createRandom(seed)
      const [port = 0] = await freePorts(1)
      const folder = await dockFolder(port)
      const heard = await killInBurst(folder, port, 20 + random.below(300), random.below(40))

      const kept = keptScans(folder)
      const byNumber = new Map(kept.map((scan) => [scan.scan, scan]))
      for (const { scan, scanner, text, sound } of heard) {
        expect(byNumber.get(scan), `scan ${scan} was heard`).toMatchObject({ scanner, text, sound })
      }
      for (const id of SCANNER_IDS) {
        const texts = textsOf(kept, id)
        expect(texts, `${id} has no gap`).toEqual(PLAN[id].slice(0, texts.length))
      }

      const { station } = await runStation(folder, { hid: busWithScanner() })
      expect(await docksideJson(folder, 'verify')).toMatchObject({ ok: true, problems: [] })
      const { line } = await station.api.receiving.current({})
      const accepted = heard.filter(({ sound, scanner }) => sound === 'accepted' && scanner !== 'screen')
      expect(line?.serials).toEqual(expect.arrayContaining(accepted.map(({ text }) => text)))
      const silent = keptScans(folder).filter(({ outcome }) => outcome?.includes('had no effect'))
      expect(silent.map(({ text }) => text)).toEqual(
        kept.filter(({ outcome }) => outcome === null).map(({ text }) => text)
      )
      for (const { text } of silent) expect(line?.serials).not.toContain(text)
      const unanswered = await station.api.journal.list({
        search: '',
        scanner: null,
        outcome: 'unanswered',
        from: null,
        before: null,
        offset: 0,
        limit: 10
      })
      expect(unanswered.total).toBe(0)
    },
    60_000
  )
})
