import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { docksideDone } from '../../../../scripts/drive/command-line.ts'
import { freePorts } from '../../../../scripts/drive/free-ports.ts'
import { supplierLabel } from '../../../../scripts/drive/supplier-label.ts'
import { waitFor } from '../../../../scripts/drive/wait-for.ts'
import type { ScanOutside } from '../../../../src/main/services/journal/outside.ts'
import { importGoods } from '../../../helpers/goods.ts'
import { pictureOf } from '../../../helpers/picture.ts'
import { isSame, readJournal, replayJournal } from '../../../helpers/replay.ts'
import { runStation, writeStationConfig } from '../../../helpers/running-station.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { busWithScanner, takeScanners, threeScanners, type ScannerId } from '../../../helpers/three-scanners.ts'

const BADGES = { Kim: 'BADGE-KIM', Lea: 'BADGE-LEA' }

/** A morning at a dock: what is right, what is wrong, by whatever scanner is at hand. */
const MORNING: readonly (readonly [ScannerId | 'screen', string])[] = [
  ['gun', BADGES.Kim],
  ['gun', 'PO-1'],
  ['fixed', 'CAPTURED'],
  ['gun', 'S-0001'],
  ['gun', 'S-0002'],
  ['wedge', 'S-0001'],
  ['gun', 'CAPTURED'],
  ['gun', 'DS:UNDO'],
  ['gun', 'S-0003'],
  ['wedge', 'DS:DONE'],
  ['fixed', supplierLabel('PSUPPLIER-LOT', '1TL-77', 'Q40')],
  ['gun', 'DS:DONE'],
  ['screen', 'GENERATED'],
  ['screen', 'DS:QTY:5'],
  ['gun', 'DS:DONE'],
  ['gun', 'UNTRACKED'],
  ['gun', 'DS:QTY:0.0000001'],
  ['gun', 'DS:QTY:20'],
  ['gun', 'DS:DONE'],
  ['gun', BADGES.Lea],
  ['gun', 'DS:DONE'],
  ['fixed', 'S-0001'],
  ['wedge', 'DS:LOC:A-01'],
  ['fixed', 'S-0002'],
  ['gun', 'NO-SUCH-THING'],
  ['fixed', 'A\u0000B\u0007'],
  ['gun', 'DS:HOME'],
  ['gun', 'DS:RUN:RUN-1'],
  ['gun', 'S-0003'],
  ['gun', 'L-77'],
  ['gun', 'DS:HOME']
]

/** Two alike: the same goods, people and settings. */
async function newDock(scanners: readonly object[] = []): Promise<string> {
  const folder = temporaryFolder()
  writeStationConfig(folder, { scanners })
  await importGoods(folder)
  await docksideDone(folder, 'operator', 'add', BADGES.Lea, 'Lea', 'admin')
  await docksideDone(folder, 'operator', 'add', BADGES.Kim, 'Kim', 'clerk')
  return folder
}

async function recordMorning(): Promise<{ readonly folder: string; readonly journal: readonly ScanOutside[] }> {
  const [port = 0] = await freePorts(1)
  const folder = await newDock(threeScanners(port))
  const hid = busWithScanner()
  const running = await runStation(folder, { hid })
  const scanners = await takeScanners(running.station, hid, port)
  onTestFinished(() => scanners.close())
  for (const [index, [scanner, text]] of MORNING.entries()) {
    if (scanner === 'screen') await running.station.api.scanning.submit({ text })
    else scanners.scan(scanner, text)
    await waitFor(`the answer to ${text}`, () => running.answers[index])
  }
  await running.close()
  const file = join(temporaryFolder(), 'morning.jsonl')
  await docksideDone(folder, 'scans', '--out', file)
  return { folder, journal: readJournal(readFileSync(file, 'utf8')) }
}

describe('a journal that was exported', () => {
  it('gives the same answers where it is played again on the same goods, and leads to the same stock', async () => {
    const { folder, journal } = await recordMorning()
    expect(journal).toHaveLength(MORNING.length)
    expect(new Set(journal.map(({ sound }) => sound)).size, 'a journal of all kinds').toBeGreaterThanOrEqual(4)
    expect(JSON.stringify(journal), 'no badge leaves the station').not.toContain(BADGES.Kim)
    const twin = await newDock()
    const replayed = await replayJournal(twin, journal, { badges: BADGES })
    expect(replayed.filter((each) => !isSame(each))).toEqual([])
    expect(pictureOf(twin)).toEqual(pictureOf(folder))
  })

  it('tells where something is not as it was', async () => {
    const { journal } = await recordMorning()
    const other = await newDock()
    const replayed = await replayJournal(other, journal.slice(1), { badges: BADGES })
    const different = replayed.filter((each) => !isSame(each))
    expect(different.length).toBeGreaterThan(0)
    expect(different[0]).toMatchObject({ recorded: { text: 'PO-1', operator: 'Kim' } })
  })
})
