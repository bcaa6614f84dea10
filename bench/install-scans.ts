import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { docksideDone } from '../scripts/drive/command-line.ts'
import { databaseFile } from '../src/main/commands/open.ts'
import { openReadable, type ReadableDb } from '../src/main/store/database.ts'
import { all } from '../src/main/store/statement.ts'
import type { GrownFolder } from './generated/folders.ts'
import { openQuestionedStation } from './questioned-station.ts'

const PRODUCT = 'MODULE-001'
const SERIAL_COMPONENTS = ['BOARD-001', 'BOARD-011']
const LOT_COMPONENT = 'SCREW-001'
const COUNTED_COMPONENT = 'GLUE-001'
const MOST_UNITS = 25

/** Components scanned into builds, units and lots alike: the time until each is taken, committed and on disk. */
export async function measureInstalling(folder: GrownFolder): Promise<readonly number[]> {
  const { boards, lot, countedAt } = componentsIn(folder)
  const run = `RUN-BENCH-${Date.now()}`
  const file = join(folder.path, 'bench-run.csv')
  writeFileSync(file, `run,part_number,quantity\n${run},${PRODUCT},${boards.length}\n`)
  await docksideDone(folder.path, 'import', 'runs', file)
  const station = await openQuestionedStation(folder)
  const scan = async (text: string): Promise<number> => {
    const from = performance.now()
    const { sound, title, message } = await station.api.scanning.submit({ text })
    if (sound !== 'accepted' && sound !== 'line-complete') throw new Error(`${text}: ${title}. ${message}`)
    return performance.now() - from
  }
  try {
    const samples: number[] = []
    await scan('DS:HOME')
    await scan(`DS:RUN:${run}`)
    for (const serials of boards) {
      for (const text of [...serials, lot]) samples.push(await scan(text))
      for (const text of [COUNTED_COMPONENT, `DS:LOC:${countedAt}`, 'DS:DONE', 'DS:DONE']) await scan(text)
    }
    await scan('DS:HOME')
    return samples
  } finally {
    await station.close()
  }
}

/** What is in stock for as many units as there are boards of each kind, at most {@link MOST_UNITS}. */
function componentsIn({ path }: GrownFolder) {
  const db = openReadable(databaseFile(path))
  try {
    const serials = SERIAL_COMPONENTS.map((part) => serialsInStock(db, part))
    const units = Math.min(...serials.map(({ length }) => length))
    const [lot] = all<{ lot: string }>(
      db,
      `SELECT lot.lot FROM inventory_row JOIN lot ON lot.id = lot_id JOIN part ON part.id = lot.part_id
       WHERE part_number = ? AND inventory_row.quantity > 0 GROUP BY lot_id
       HAVING count(*) = 1 AND sum(inventory_row.quantity) > 400000000 ORDER BY lot_id DESC LIMIT 1`,
      LOT_COMPONENT
    )
    const [counted] = all<{ location: string }>(
      db,
      `SELECT location FROM inventory_row JOIN part ON part.id = part_id
       WHERE part_number = ? AND quantity > 0 ORDER BY quantity DESC LIMIT 1`,
      COUNTED_COMPONENT
    )
    if (!lot || !counted || units === 0) throw new Error('The folder has no stock left to build of')
    const boards = Array.from({ length: units }, (_, unit) => serials.flatMap((each) => each[unit] ?? []))
    return { boards, lot: lot.lot, countedAt: counted.location }
  } finally {
    db.close()
  }
}

function serialsInStock(db: ReadableDb, part: string): readonly string[] {
  return all<{ serial: string }>(
    db,
    `SELECT serial FROM inventory_row JOIN part ON part.id = part_id
     WHERE part_number = ? AND quantity > 0 AND serial IS NOT NULL LIMIT ${MOST_UNITS}`,
    part
  ).map(({ serial }) => serial)
}
