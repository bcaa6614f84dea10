import { performance } from 'node:perf_hooks'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../scripts/project.ts'
import { waitFor } from '../scripts/drive/wait-for.ts'
import { openStation } from '../src/main/station.ts'
import { createFakeHid } from '../test/fakes/fake-hid.ts'
import { reportsWithAim } from '../test/fakes/hid-reports.ts'
import { distributorScans } from '../test/fixtures/scans/distributors.ts'
import { gs1Scans } from '../test/fixtures/scans/gs1.ts'
import { iso15434Scans } from '../test/fixtures/scans/iso15434.ts'
import { plainScans } from '../test/fixtures/scans/plain.ts'
import { vendorScans } from '../test/fixtures/scans/vendor.ts'
import type { Measurement, Target } from './figure.ts'
import { watchCommits } from './watched-commits.ts'

const SERIALS = 500
const WARM_UP = 50
const PATH = 'usb-1'
const NOTHING_PENDING = /\r|\n/

/** A scan step by step, each in milliseconds: on disk, then interpreted and decided, then answered. */
interface StepTimes {
  readonly journalled: number[]
  readonly interpreted: number[]
  readonly answered: number[]
}

/**
 * From the last report of the trigger on, through the scanner, the journal and the rules as they run in the station: the
 * scanner alone is a stand-in, which hands its reports over at once.
 */
export async function measureSteps(dataFolder: string, scale: Pick<Measurement, 'scale' | 'grownTo'>) {
  const hid = createFakeHid()
  hid.plug(PATH)
  const station = await openStation({
    dataFolder,
    version: 'bench',
    workers: join(PROJECT_ROOT, 'src', 'main'),
    replayKeys: () => undefined,
    hid
  })
  await waitFor('the scanner', () => (hid.openPaths().includes(PATH) ? true : undefined))
  const commits = watchCommits()
  try {
    const times: StepTimes = { journalled: [], interpreted: [], answered: [] }
    for (const [index, text] of scanTexts().entries()) {
      // What the station does in quiet moments has its turn between two scans, as at a dock.
      await new Promise((resolve) => setTimeout(resolve, 5))
      const reports = reportsWithAim(']C1', Buffer.from(text, 'latin1'))
      const last = reports.at(-1)
      for (const report of reports.slice(0, -1)) hid.send(PATH, report)
      let from = 0
      const [journal, answer] = commits.of(() => {
        from = performance.now()
        if (last) hid.send(PATH, last)
      })
      if (!journal || !answer) throw new Error(`${JSON.stringify(text)} was not written down and answered`)
      if (index < WARM_UP) continue
      times.journalled.push(journal.onDisk - from)
      times.interpreted.push(answer.wrote - journal.onDisk)
      times.answered.push(answer.onDisk - from)
    }
    return [
      measurement('last report of a scan, on disk in the journal', scale, times.journalled, 2),
      measurement('on disk, interpreted and decided', scale, times.interpreted, 1),
      measurement('last report of a scan, answer on disk', scale, times.answered)
    ]
  } finally {
    commits.close()
    await station.close()
  }
}

/** Serials of an open line, with everything that suppliers print among them. */
function scanTexts(): readonly string[] {
  const corpus = [...iso15434Scans, ...gs1Scans, ...vendorScans, ...distributorScans, ...plainScans]
    .map(({ text }) => text)
    .filter((text) => text !== '' && !NOTHING_PENDING.test(text))
  const serials = Array.from({ length: SERIALS }, (_, index) => `S-${String(index).padStart(7, '0')}`)
  const mixed = serials.flatMap((serial, index) => {
    const label = corpus[index % corpus.length]
    return label === undefined ? [serial] : [serial, label]
  })
  return ['PO-1', 'CAPTURED', ...mixed]
}

function measurement(
  name: string,
  scale: Pick<Measurement, 'scale' | 'grownTo'>,
  samples: readonly number[],
  atMost?: number
): Measurement {
  const target: Target | undefined = atMost === undefined ? undefined : { statistic: 'p95', atMost }
  return { name, ...scale, unit: 'ms', samples, ...(target && { target }) }
}
